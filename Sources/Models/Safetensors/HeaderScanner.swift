/// Reads JSON strictly, as far as the head of a safetensors file needs it.
///
/// A key may stand once in an object, numbers are whole and not negative, and nothing nests deeper
/// than the caller asks for. Foundation's decoder keeps the first of two equal keys where the
/// reference implementation keeps the last, and takes 1.0 for a whole number.
struct HeaderScanner {
  private let bytes: [UInt8]
  /// The byte that is read next.
  private(set) var place = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// An object; `member` reads the value behind each key.
  mutating func object(
    _ member: (inout HeaderScanner, String) throws(SafetensorsError) -> Void
  ) throws(SafetensorsError) {
    try expect("{", "an opening brace")
    var keys: Set<String> = []
    if take("}") { return }
    repeat {
      let key = try string()
      guard keys.insert(key).inserted else { throw .twice(key) }
      try expect(":", "a colon")
      try member(&self, key)
    } while take(",")
    try expect("}", "a comma or a closing brace")
  }

  /// A list of a few whole numbers.
  mutating func wholeNumbers(atMost most: Int) throws(SafetensorsError) -> [Int] {
    try expect("[", "an opening bracket")
    var numbers: [Int] = []
    if take("]") { return numbers }
    repeat {
      guard numbers.count < most else { throw failure("the end of a list of \(most) numbers") }
      numbers.append(try wholeNumber())
    } while take(",")
    try expect("]", "a comma or a closing bracket")
    return numbers
  }

  /// Nothing but white space, with which writers fill the header up, may follow.
  mutating func end() throws(SafetensorsError) {
    skipSpace()
    guard place == bytes.count else { throw failure("the end") }
  }

  private mutating func wholeNumber() throws(SafetensorsError) -> Int {
    skipSpace()
    let start = place
    var number = 0
    while let digit = current.map({ Int($0) - 0x30 }), (0...9).contains(digit) {
      let (tens, tooLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, tooLargeAgain) = tens.addingReportingOverflow(digit)
      // JSON knows no leading zeros.
      let hasLeadingZero = place > start && number == 0
      guard !tooLarge, !tooLargeAgain, !hasLeadingZero else { throw failure("a whole number") }
      number = sum
      place += 1
    }
    guard place > start else { throw failure("a whole number") }
    return number
  }

  /// A string; its escapes are resolved, and half of a surrogate pair alone is refused.
  mutating func string() throws(SafetensorsError) -> String {
    try expect("\"", "a quotation mark")
    let start = place
    var text: [UInt8] = []
    while let byte = current, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw failure("no control character") }
      place += 1
      if byte == UInt8(ascii: "\\") {
        text += String(try escaped()).utf8
      } else {
        text.append(byte)
      }
      guard text.count <= SafetensorsHeader.longestString else { throw .nameTooLong(byte: start) }
    }
    try expect("\"", "a quotation mark")
    // The header was found to be UTF-8, and no cut lies within a character.
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func escaped() throws(SafetensorsError) -> Unicode.Scalar {
    guard let letter = current else { throw failure("an escape") }
    let plain: [UInt8: Unicode.Scalar] = [
      UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
      UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n",
      UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]
    if let scalar = plain[letter] {
      place += 1
      return scalar
    }
    guard letter == UInt8(ascii: "u") else { throw failure("an escape") }
    let first = try codeUnit()
    if let scalar = Unicode.Scalar(UInt32(first)) { return scalar }
    guard UTF16.isLeadSurrogate(first), current == UInt8(ascii: "\\") else {
      throw failure("the other half of a character")
    }
    place += 1
    let second = try codeUnit()
    guard UTF16.isTrailSurrogate(second) else { throw failure("the other half of a character") }
    return UTF16.decode(UTF16.EncodedScalar([first, second]))
  }

  /// The `u` of an escape and its four digits.
  private mutating func codeUnit() throws(SafetensorsError) -> UInt16 {
    guard current == UInt8(ascii: "u") else { throw failure("an escape") }
    place += 1
    let digits = bytes[place..<min(place + 4, bytes.count)]
    let areHex = digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit && $0 < 0x80 }
    guard digits.count == 4, areHex,
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw failure("four digits of a character") }
    place += 4
    return unit
  }

  private var current: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      place += 1
    }
  }

  private mutating func take(_ symbol: Unicode.Scalar) -> Bool {
    skipSpace()
    guard current == UInt8(ascii: symbol) else { return false }
    place += 1
    return true
  }

  private mutating func expect(
    _ symbol: Unicode.Scalar, _ wanted: String
  ) throws(SafetensorsError) {
    guard take(symbol) else { throw failure(wanted) }
  }

  private func failure(_ wanted: String) -> SafetensorsError {
    .unexpected(byte: place, wanted: wanted)
  }
}
