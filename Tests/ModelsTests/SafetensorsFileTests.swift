import FuzzSupport
import Tensors
import Testing

@testable import Models

@Suite struct SafetensorsFileTests {
  @Test func readsThreeTypesOfNumbersExactly() throws {
    let data: [UInt8] =
      [0x00, 0x00, 0x80, 0x3F, 0x00, 0x00, 0x00, 0xC0]  // F32: 1, −2
      + [0x00, 0x3C, 0x01, 0x00, 0x00, 0x7C]  // F16: 1, the smallest, ∞
      + [0x80, 0x3F, 0xC0, 0x7F]  // BF16: 1, NaN
    let file = try SafetensorsFile(
      stored(
        """
        {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},
         "b":{"dtype":"F16","shape":[3,1],"data_offsets":[8,14]},
         "c":{"dtype":"BF16","shape":[2],"data_offsets":[14,18]}}
        """, data))
    #expect(try file.tensor("a") == Tensor([1, -2]))
    #expect(try file.tensor("b") == Tensor(shape: [3, 1], elements: [1, 0x1p-24, .infinity]))
    let c = try file.tensor("c").elements
    #expect(c[0] == 1 && c[1].isNaN)
  }

  @Test func everyHalfIsTheNumberItStandsFor() {
    // The definition, spelled out in double precision.
    for bits in UInt16.min...UInt16.max {
      let (exponent, fraction) = (Int(bits >> 10 & 31), Double(bits & 1023) / 1024)
      let size =
        exponent == 31
        ? (fraction == 0 ? Double.infinity : .nan)
        : exponent == 0
          ? fraction * 0x1p-14
          : (1 + fraction) * Double(sign: .plus, exponent: exponent - 15, significand: 1)
      let number = Double(Float(half: bits))
      if size.isNaN {
        #expect(number.isNaN)
      } else if number != (bits >> 15 == 1 ? -size : size) {
        Issue.record("\(bits) gave \(number)")
      }
    }
  }

  @Test func takesEmptyTensorsScalarsAndMetadata() throws {
    let file = try SafetensorsFile(
      stored(
        """
        {"__metadata__":{"words":"a \\"b\\" \\u00e9\\ud83d\\ude00"},
         "none":{"dtype":"F32","shape":[0,7],"data_offsets":[0,0]},
         "one":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}
        """, [0, 0, 0, 0]))
    #expect(file.header.metadata == ["words": "a \"b\" é😀"])
    #expect(try file.tensor("none") == Tensor(shape: [0, 7], elements: []))
    #expect(try file.tensor("one") == Tensor(0))
  }

  @Test func saysWhichTypesAreNotRead() throws {
    let file = try SafetensorsFile(
      stored(
        #"{"ids":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}}"#, .init(repeating: 0, count: 8))
    )
    #expect(throws: SafetensorsError.unreadableType("ids", .signed64)) { try file.tensor("ids") }
    #expect(throws: SafetensorsError.unknownTensor("x")) { try file.tensor("x") }
  }

  @Test(arguments: HostileFile.all)
  func refuses(_ hostile: HostileFile) {
    #expect(throws: hostile.error) { try SafetensorsFile(hostile.bytes) }
  }

  @Test func namesInSentencesDriveNoTerminal() {
    let error = SafetensorsError.twice("a\u{1B}[2J")
    #expect(!error.reason.unicodeScalars.contains("\u{1B}"))
  }

  @Test func mutatedHeadersAreReadOrRefused() throws {
    let header = """
      {"__metadata__":{"format":"qkv-tiny-1","words":"a b \\u00e9"},
       "embedding":{"dtype":"F16","shape":[2,3],"data_offsets":[0,12]},
       "x":{"dtype":"BF16","shape":[],"data_offsets":[12,14]}}
      """
    let whole = stored(header, [UInt8](repeating: 1, count: 14))
    var numbers = SeededNumbers(seed: 13)
    var read = 0
    for round in 0..<fuzzRounds(usually: 500) {
      let bytes = mutated(whole, using: &numbers)
      guard let file = try? SafetensorsFile(bytes) else { continue }
      read += 1
      let count = try file.header.tensors.reduce(0) { sum, stored in
        stored.type.numbers(in: [])
          == nil ? sum : sum + (try file.tensor(stored.name).count) * stored.type.size
      }
      #expect(count <= bytes.count, "round \(round)")
    }
    #expect(read < fuzzRounds(usually: 500), "a mutation was refused")
  }

  /// A header may not claim more memory than its file has bytes; only what is checked is allocated.
  @Test func claimsOfGreatSizesAreRefusedBeforeAnythingIsRead() {
    let start = ContinuousClock.now
    for sizes in [
      "[4294967296,4294967296]", "[9223372036854775807]", "[1099511627776,0,1099511627776]",
    ] {
      let file = stored(
        "{\"a\":{\"dtype\":\"F32\",\"shape\":\(sizes),\"data_offsets\":[0,0]}}", [])
      #expect(throws: SafetensorsError.self) { try SafetensorsFile(file) }
    }
    #expect(start.duration(to: .now) < .seconds(1))
  }
}

/// A file with one thing wrong, and what is said about it.
struct HostileFile: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let bytes: [UInt8]
  let error: SafetensorsError

  init(_ what: String, _ bytes: [UInt8], _ error: SafetensorsError) {
    (testDescription, self.bytes, self.error) = (what, bytes, error)
  }

  /// One tensor of one F32, but for what is said.
  private init(
    _ what: String, dtype: String = "F32", shape: String = "[1]", offsets: String = "[0,4]",
    bytes: Int = 4, _ error: SafetensorsError
  ) {
    let header = #"{"a":{"dtype":"\#(dtype)","shape":\#(shape),"data_offsets":\#(offsets)}}"#
    self.init(what, stored(header, .init(repeating: 0, count: bytes)), error)
  }

  private init(_ what: String, header: String, _ error: SafetensorsError) {
    self.init(what, stored(header, []), error)
  }

  private static func length(_ length: UInt64, then rest: [UInt8]) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + rest
  }

  private static let one = #"{"dtype":"F32","shape":[0],"data_offsets":[0,0]}"#
  private static let manyTensors =
    "{"
    + (0...SafetensorsHeader.mostTensors).map {
      "\"\($0)\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}"
    }
    .joined(separator: ",") + "}"
  private static let longName = String(repeating: "n", count: 513)

  static let all: [HostileFile] = [
    HostileFile("no length", [1, 0, 0], .tooShort(bytes: 3)),
    HostileFile("a header of 2⁶⁴ − 1 bytes", length(.max, then: []), .headerTooLong(.max)),
    HostileFile(
      "a header beyond the end", length(9, then: Array("{}".utf8)), .headerBeyondEnd(9, bytes: 10)),
    HostileFile("no UTF-8", length(2, then: [0x7B, 0xFF]), .notUTF8),
    HostileFile("no JSON", header: "", .unexpected(byte: 0, wanted: "an opening brace")),
    HostileFile("a list", header: "[]", .unexpected(byte: 0, wanted: "an opening brace")),
    HostileFile("something behind", header: "{}x", .unexpected(byte: 2, wanted: "the end")),
    HostileFile(
      "no colon", header: #"{"a" 1}"#, .unexpected(byte: 5, wanted: "a colon")),
    HostileFile(
      "a comma too many", header: #"{"__metadata__":{},}"#,
      .unexpected(byte: 19, wanted: "a quotation mark")),
    HostileFile(
      "deeper nesting", header: #"{"__metadata__":{"a":{}}}"#,
      .unexpected(byte: 21, wanted: "a quotation mark")),
    HostileFile(
      "an unknown key", header: #"{"a":{"type":1}}"#,
      .unexpected(byte: 13, wanted: "dtype, shape or data_offsets")),
    HostileFile(
      "an escape that is none", header: #"{"\x":1}"#, .unexpected(byte: 3, wanted: "an escape")),
    HostileFile(
      "half a surrogate pair", header: #"{"\ud83d":1}"#,
      .unexpected(byte: 8, wanted: "the other half of a character")),
    HostileFile(
      "a raw control character", header: "{\"\u{1}\":1}",
      .unexpected(byte: 2, wanted: "no control character")),
    HostileFile("a tensor twice", header: "{\"a\":\(one),\"a\":\(one)}", .twice("a")),
    HostileFile(
      "a key twice", header: #"{"a":{"dtype":"F32","dtype":"F16"}}"#, .twice("dtype")),
    HostileFile(
      "a long name", header: "{\"\(longName)\":\(one)}", .nameTooLong(byte: 517)),
    HostileFile("20,001 tensors", header: manyTensors, .tooManyTensors),
    HostileFile(
      "nine axes", shape: "[1,1,1,1,1,1,1,1,1]",
      .unexpected(byte: 45, wanted: "the end of a list of 8 numbers")),
    HostileFile(
      "a fraction", shape: "[1.0]",
      .unexpected(byte: 30, wanted: "a comma or a closing bracket")),
    HostileFile("a negative size", shape: "[-1]", .unexpected(byte: 29, wanted: "a whole number")),
    HostileFile("a leading zero", shape: "[01]", .unexpected(byte: 30, wanted: "a whole number")),
    HostileFile(
      "a number beyond 64 bits", shape: "[99999999999999999999]",
      .unexpected(byte: 47, wanted: "a whole number")),
    HostileFile("an unknown type", dtype: "F33", .unknownType("a", type: "F33")),
    HostileFile(
      "no shape", header: #"{"a":{"dtype":"F32","data_offsets":[0,0]}}"#,
      .missing("a", key: "shape")),
    HostileFile("one offset", offsets: "[0]", .missing("a", key: "two data_offsets")),
    HostileFile(
      "offsets that run back", offsets: "[4,0]", .misplaced("a", start: 4, end: 0, wanted: 4)),
    HostileFile(
      "a gap at the start", offsets: "[4,8]", bytes: 8, .misplaced("a", start: 4, end: 8, wanted: 0)
    ),
    HostileFile(
      "an overlap",
      stored(
        """
        {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},\
        "b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}
        """, .init(repeating: 0, count: 8)), .misplaced("b", start: 4, end: 8, wanted: 8)),
    HostileFile("a wrong length", shape: "[2]", .otherLength("a", bytes: 4, wanted: 8)),
    HostileFile("sizes that overflow", shape: "[9223372036854775807,2]", .sizeOverflow("a")),
    HostileFile(
      "sizes that wrap around to 0", shape: "[4294967296,4294967296]", offsets: "[0,0]", bytes: 0,
      .sizeOverflow("a")),
    HostileFile("bytes left over", bytes: 5, .otherEnd(4, wanted: 5)),
    HostileFile("too few bytes", bytes: 3, .otherEnd(4, wanted: 3)),
  ]
}

/// A file of this header and these bytes.
func stored(_ header: String, _ data: [UInt8]) -> [UInt8] {
  let json = Array(header.utf8)
  return (0..<8).map { UInt8(truncatingIfNeeded: json.count >> (8 * $0)) } + json + data
}
