import FuzzSupport
import Testing
import Text

@testable import Progress

private func parsed(_ text: String) -> JSONValue? { JSONValue(parsing: Array(text.utf8)) }

@Suite struct JSONReaderTests {
  @Test(arguments: [
    ("1", JSONValue.number("1")), (" -0.50e+3 ", .number("-0.50e+3")),
    ("\"a\\u0041\\n\"", .string("aA\n")),
    ("\"\\ud83d\\ude00\"", .string("😀")), ("[]", .array([])), ("{ }", .object([:])),
    ("[null,true , false]", .array([.null, .bool(true), .bool(false)])),
    ("\u{FEFF}{\"a\":{\"b\":[1]}}", .object(["a": .object(["b": .array([.number("1")])])])),
    ("\"\\u0000\"", .string("\0")),
  ])
  func jsonIsReadAsItIsMeant(text: String, value: JSONValue) {
    #expect(parsed(text) == value)
    #expect(parsed(value.text) == value)
  }

  @Test(arguments: [
    "", " ", "{", "[1,]", "{\"a\":1,}", "{a:1}", "01", "-", "1.", ".5", "+1", "1e", "tru", "nulll",
    "\"a", "\"\\x\"", "\"\\u12\"", "[1 2]", "{\"a\" 1}", "1 2", "NaN", "Infinity", "'a'", "\"\n\"",
    "\0",
  ])
  func whatIsNoJSONHasNoValue(text: String) {
    #expect(parsed(text) == nil)
  }

  @Test func everyDigitOfANumberSurvives() {
    for number in [
      "12345678901234567890123", "1e999", "-1.10", "0.1000000000000000055511", "1E-400",
    ] {
      #expect(parsed(number)?.text == number)
    }
  }

  @Test(arguments: [
    ("9223372036854775807", Int.max), ("9223372036854775808", Int.max), ("1e300", Int.max),
    ("1e999", Int.max),
    ("-1e300", Int.min), ("2.9", 2), ("-2.9", -2), ("1e3", 1000),
  ])
  func anyNumberIsAnInteger(text: String, integer: Int) {
    #expect(parsed(text)?.integer == integer)
  }

  @Test func halfASurrogatePairIsKeptAsItIsSpelled() {
    #expect(parsed("[\"\\ud800x\"]")?.text == "[\n  \"\\ud800x\"\n]")
    #expect(parsed("\"\\ud800\"")?.string == nil)
  }

  @Test(arguments: [65, 200, 100_000])
  func deepNestingIsKeptAsText(depth: Int) {
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":[],\"b\":", "}]")] {
      let text =
        String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
      #expect(parsed(text).map { parsed($0.text) == $0 } == true)
      #expect(parsed(String(text.dropLast())) == nil)
      #expect(parsed(text.replacing("1", with: "x")) == nil)
    }
    #expect(parsed(String(repeating: "[", count: depth)) == nil)
  }

  /// Neither of two members of one name hides what only the other holds.
  @Test func membersOfOneNameAreUnited() {
    let value = parsed(
      "{\"a\":{\"b\":1,\"c\":{\"d\":2}},\"a\":{\"b\":3,\"c\":{\"e\":4}},\"f\":5,\"f\":6}")
    #expect(value == parsed("{\"a\":{\"b\":3,\"c\":{\"d\":2,\"e\":4}},\"f\":6}"))
  }

  @Test func whatComesBeforeAMistakeIsKept() {
    let reader = JSONReader(Array("{\"a\":{\"b\":1,\"c\":[2,3,4".utf8))
    #expect(!reader.isWhole)
    // The last number may have lost digits.
    #expect(reader.value == parsed("{\"a\":{\"b\":1,\"c\":[2,3]}}"))
  }

  @Test func whatIsWrittenHoldsNothingThatDrivesATerminal() {
    let text = JSONValue.object(["\u{1B}[2J": .string("\u{202E}\u{9B}\u{7F}\u{2028}é\u{E0041}")])
      .text
    #expect(text.unicodeScalars.allSatisfy { $0.isSafe || $0 == "\n" })
    #expect(
      parsed(text) == .object(["\u{1B}[2J": .string("\u{202E}\u{9B}\u{7F}\u{2028}é\u{E0041}")]))
  }

  @Test func anyBytesAreReadToAnEnd() {
    var numbers = SeededNumbers(seed: 5)
    let signs = Array("{}[]\",:0e-.truefalsn\\u d8".utf8) + [0, 0xFF, 0xC3]
    for _ in 0..<fuzzRounds(usually: 1_000) {
      let bytes = (0..<numbers.below(60)).map { _ in signs[numbers.below(signs.count)] }
      guard let value = JSONValue(parsing: bytes) else { continue }
      #expect(parsed(value.text) == value)
    }
  }
}
