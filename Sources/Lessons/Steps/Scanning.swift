import Text

/// Walks over a line of a block and knows what lies inside brackets and quotation marks.
struct OuterScanner {
  /// For each byte, whether it stands outside of brackets and quotation marks.
  let isOuter: [Bool]
  /// An opening sign that is never closed.
  let unclosed: (index: Int, isQuote: Bool)?

  init(_ bytes: [UInt8]) {
    var isOuter: [Bool] = []
    isOuter.reserveCapacity(bytes.count)
    var open: [Int] = []
    var quote: Int?
    for (index, byte) in bytes.enumerated() {
      let opens = quote == nil && (byte == UInt8(ascii: "[") || byte == UInt8(ascii: "("))
      let closes = quote == nil && (byte == UInt8(ascii: "]") || byte == UInt8(ascii: ")"))
      isOuter.append(open.isEmpty && quote == nil && !opens && !closes)
      if byte == UInt8(ascii: "\"") { quote = quote == nil ? index : nil }
      if opens { open.append(index) }
      if closes { _ = open.popLast() }
    }
    self.isOuter = isOuter
    unclosed = quote.map { ($0, true) } ?? open.last.map { ($0, false) }
  }
}

extension Fragment {
  /// The parts between a sign, where that stands outside of brackets and quotation marks.
  func split(at sign: UInt8) -> [Fragment] {
    let outer = OuterScanner(bytes).isOuter
    var parts: [Fragment] = []
    var first = 0
    for index in bytes.indices where bytes[index] == sign && outer[index] {
      parts.append(self[first..<index])
      first = index + 1
    }
    return parts + [self[first..<count]]
  }

  /// Without the quotation marks around it, if there are any.
  var unquoted: Fragment {
    let quote = UInt8(ascii: "\"")
    guard count >= 2, bytes.first == quote, bytes.last == quote else { return self }
    return self[1..<count - 1]
  }
}
