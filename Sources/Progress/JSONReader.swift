/// Reads JSON in one pass, in time linear in its length, and keeps what comes before a mistake.
///
/// Of a member that is there twice, the later one counts; two objects are united, so that neither
/// hides what only the other holds.
struct JSONReader {
  /// Deeper values are kept as text: nobody reads them, and a stack is soon full.
  static let deepest = 64

  private let bytes: [UInt8]
  private var place = 0
  /// Whether reading goes on; after a mistake nothing that follows can be trusted.
  private var goesOn = true
  /// Everything up to the first mistake; nil where there is not even the beginning of a value.
  private(set) var value: JSONValue?
  /// Whether the text is JSON from beginning to end.
  private(set) var isWhole = true

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    value = readValue(depth: 0)
    skipSpace()
    if place < bytes.count { stop() }
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func stop() {
    isWhole = false
    goesOn = false
  }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { place += 1 }
  }

  /// Passes over a sign, after white space; false, and the end of reading, where another one stands.
  private mutating func pass(_ sign: Unicode.Scalar) -> Bool {
    skipSpace()
    guard goesOn, next == UInt8(ascii: sign) else {
      stop()
      return false
    }
    place += 1
    return true
  }

  private mutating func readValue(depth: Int) -> JSONValue? {
    skipSpace()
    guard goesOn else { return nil }
    switch next {
    case UInt8(ascii: "{"):
      return depth < Self.deepest ? readObject(depth: depth) : skipContainer()
    case UInt8(ascii: "["):
      return depth < Self.deepest ? readArray(depth: depth) : skipContainer()
    case _: return readScalar()
    }
  }

  private mutating func readScalar() -> JSONValue? {
    switch next {
    case UInt8(ascii: "\""): return readString().map { $0.isExact ? .string($0.text) : $0.spelling }
    case UInt8(ascii: "t"): return read("true", as: .bool(true))
    case UInt8(ascii: "f"): return read("false", as: .bool(false))
    case UInt8(ascii: "n"): return read("null", as: .null)
    case _: return readNumber()
    }
  }

  private mutating func readObject(depth: Int) -> JSONValue? {
    var members: [String: JSONValue] = [:]
    readItems(closer: "}") { reader in
      guard let key = reader.readKey() else { return }
      guard let value = reader.readValue(depth: depth + 1) else { return }
      Self.unite(value, into: &members[key])
    }
    return .object(members)
  }

  private mutating func readArray(depth: Int) -> JSONValue? {
    var items: [JSONValue] = []
    readItems(closer: "]") { reader in
      if let value = reader.readValue(depth: depth + 1) { items.append(value) }
    }
    return .array(items)
  }

  private mutating func readItems(
    closer: Unicode.Scalar, _ readItem: (inout JSONReader) -> Void
  ) {
    place += 1
    skipSpace()
    if next == UInt8(ascii: closer) {
      place += 1
      return
    }
    while goesOn {
      readItem(&self)
      skipSpace()
      guard goesOn else { return }
      if next == UInt8(ascii: closer) {
        place += 1
        return
      }
      guard pass(",") else { return }
      skipSpace()
    }
  }

  private mutating func readKey() -> String? {
    guard next == UInt8(ascii: "\""), let key = readString(), pass(":") else {
      stop()
      return nil
    }
    return key.text
  }

  private static func unite(_ value: JSONValue, into old: inout JSONValue?) {
    guard case .object(var members) = old, case .object(let more) = value else {
      old = value
      return
    }
    // Lets go of the members, which would be copied otherwise.
    old = nil
    for (key, value) in more { unite(value, into: &members[key]) }
    old = .object(members)
  }

  private mutating func read(_ word: StaticString, as value: JSONValue) -> JSONValue? {
    let isThere = word.withUTF8Buffer { bytes[place...].starts(with: $0) }
    guard isThere else {
      stop()
      return nil
    }
    place += word.utf8CodeUnitCount
    return value
  }

  private mutating func readNumber() -> JSONValue? {
    let start = place
    if next == UInt8(ascii: "-") { place += 1 }
    let first = place
    let count = digits()
    var isNumber = count == 1 || (count > 1 && bytes[first] != UInt8(ascii: "0"))
    if next == UInt8(ascii: ".") {
      place += 1
      isNumber = digits() > 0 && isNumber
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      place += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { place += 1 }
      isNumber = digits() > 0 && isNumber
    }
    // At the end of the text, digits may be missing.
    guard isNumber, place < bytes.count || start == 0 else {
      stop()
      return nil
    }
    return .number(String(decoding: bytes[start..<place], as: UTF8.self))
  }

  private mutating func digits() -> Int {
    let start = place
    while let byte = next, (0x30...0x39).contains(byte) { place += 1 }
    return place - start
  }
}

// MARK: - Strings

extension JSONReader {
  private struct Spelled {
    var text: String
    /// Whether the text says all that the JSON says.
    var isExact: Bool
    var spelling: JSONValue
  }

  private mutating func readString() -> Spelled? {
    let start = place
    place += 1
    while let byte = next, byte != UInt8(ascii: "\"") {
      // A control character is a mistake, but all around it can be read.
      if byte < 0x20 { isWhole = false }
      place += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    guard place < bytes.count else {
      place = bytes.count
      stop()
      return nil
    }
    let content = bytes[(start + 1)..<place]
    place += 1
    return unescaped(content)
  }

  private mutating func unescaped(_ content: ArraySlice<UInt8>) -> Spelled? {
    guard content.contains(UInt8(ascii: "\\")) else {
      let text = String(validating: content, as: UTF8.self)
      if text == nil { isWhole = false }
      let repaired = text ?? String(decoding: content, as: UTF8.self)
      return Spelled(text: repaired, isExact: true, spelling: .string(repaired))
    }
    var units: [UInt16] = []
    var rest = content
    while !rest.isEmpty {
      let run = rest.prefix { $0 != UInt8(ascii: "\\") }
      if String(validating: run, as: UTF8.self) == nil { isWhole = false }
      units += String(decoding: run, as: UTF8.self).utf16
      rest = rest[run.endIndex...]
      guard !rest.isEmpty else { break }
      guard let unit = Self.takeEscape(from: &rest) else {
        stop()
        return nil
      }
      units.append(unit)
    }
    let text = String(decoding: units, as: UTF16.self)
    let spelling = "\"\(String(decoding: content, as: UTF8.self))\""
    return Spelled(
      text: text, isExact: String(validating: units, as: UTF16.self) != nil,
      spelling: .verbatim(spelling))
  }

  private static func takeEscape(from rest: inout ArraySlice<UInt8>) -> UInt16? {
    rest.removeFirst()
    switch rest.popFirst() {
    case UInt8(ascii: "u"):
      let digits = rest.prefix(4)
      rest = rest.dropFirst(4)
      guard digits.count == 4, digits.allSatisfy(isHexDigit) else { return nil }
      return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "r"): return 0x0D
    case let byte? where [0x22, 0x2F, 0x5C].contains(byte): return UInt16(byte)
    case _: return nil
    }
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    Character(Unicode.Scalar(byte)).isHexDigit
  }
}

// MARK: - Nesting too deep to follow

extension JSONReader {
  /// Passes over an array or an object without a call for each level, and keeps its text.
  private mutating func skipContainer() -> JSONValue? {
    let start = place
    var closers: [UInt8] = []
    repeat {
      skipSpace()
      if let closer = Self.closer(of: next) {
        place += 1
        closers.append(closer)
        skipSpace()
        if next != closer {
          passKey(closers)
          continue
        }
      } else {
        _ = readScalar()
      }
      endContainers(&closers)
    } while goesOn && !closers.isEmpty
    guard goesOn else { return nil }
    return .verbatim(String(decoding: bytes[start..<place], as: UTF8.self))
  }

  /// Passes over what stands between one value and the next.
  private mutating func endContainers(_ closers: inout [UInt8]) {
    while goesOn, let closer = closers.last {
      skipSpace()
      if next == closer {
        place += 1
        closers.removeLast()
      } else {
        guard pass(",") else { return }
        skipSpace()
        return passKey(closers)
      }
    }
  }

  private mutating func passKey(_ closers: [UInt8]) {
    if closers.last == UInt8(ascii: "}") { _ = readKey() }
  }

  private static func closer(of byte: UInt8?) -> UInt8? {
    switch byte {
    case UInt8(ascii: "{"): UInt8(ascii: "}")
    case UInt8(ascii: "["): UInt8(ascii: "]")
    case _: nil
    }
  }
}
