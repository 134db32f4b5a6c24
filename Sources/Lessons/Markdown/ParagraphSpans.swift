import Text

/// The spans of one paragraph, from left to right, in linear time.
struct ParagraphSpans {
  struct Found: Equatable {
    let kind: ProseSpan.Kind
    let whole: Range<Int>
    let content: Range<Int>
  }

  private let bytes: [UInt8]
  private let end: Int
  private var index: Int
  // Once a sign was looked for in vain it is not there further right either.
  private var unclosedTicks: Set<Int> = []
  private var hasMathematics = true
  private var hasDisplay = true
  /// Signs that open a span, look like they were meant to, and are never closed.
  private(set) var unclosed: [(kind: ProseSpan.Kind, place: Int)] = []

  init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  mutating func next() -> Found? {
    while index < end {
      if let found = take() { return found }
    }
    return nil
  }

  private mutating func take() -> Found? {
    switch bytes[index] {
    case UInt8(ascii: "\\"):
      index += 2
      return nil
    case UInt8(ascii: "`"):
      return takeCode()
    case UInt8(ascii: "$"):
      return isSign(at: index + 1) ? takeDisplay() : takeMathematics()
    default:
      index += 1
      return nil
    }
  }

  private mutating func takeCode() -> Found? {
    let first = index
    let count = ticks(at: first)
    index += count
    guard !unclosedTicks.contains(count) else { return nil }
    guard let close = closingTicks(count) else {
      unclosedTicks.insert(count)
      if let number = number(in: index..<end) { unclosed.append((number.kind, first)) }
      return nil
    }
    let content = first + count..<close
    index = close + count
    guard let number = number(in: content) else { return nil }
    return Found(kind: number.kind, whole: first..<index, content: number.expression)
  }

  private func ticks(at start: Int) -> Int {
    bytes[start..<end].prefix { $0 == UInt8(ascii: "`") }.count
  }

  private func closingTicks(_ count: Int) -> Int? {
    var place = index
    while let start = bytes[place..<end].firstIndex(of: UInt8(ascii: "`")) {
      let run = ticks(at: start)
      if run == count { return start }
      place = start + run
    }
    return nil
  }

  /// What follows the equals sign or the tilde; a span of the sign alone, or of two, is about the sign.
  private func number(
    in content: Range<Int>
  ) -> (kind: ProseSpan.Kind, expression: Range<Int>)? {
    guard let sign = bytes[content].firstIndex(where: { !$0.isSpace }),
      let kind = Self.numberSigns[bytes[sign]]
    else { return nil }
    let rest = bytes[sign + 1..<content.upperBound].drop(while: \.isSpace)
    // `~/lessons` is a folder.
    guard let first = rest.first, first != bytes[sign], first != UInt8(ascii: "/") else {
      return nil
    }
    return (kind, rest.startIndex..<content.upperBound)
  }

  private static let numberSigns: [UInt8: ProseSpan.Kind] = [
    UInt8(ascii: "="): .standing, UInt8(ascii: "~"): .live,
  ]

  private mutating func takeDisplay() -> Found? {
    let first = index
    index += 2
    guard hasDisplay, let close = closing({ isSign(at: $0) && isSign(at: $0 + 1) }) else {
      if hasDisplay { unclosed.append((.display, first)) }
      hasDisplay = false
      return nil
    }
    let content = index..<close
    index = close + 2
    return Found(kind: .display, whole: first..<index, content: content)
  }

  /// The opening sign stands before, the closing one after something; "$5 or $6" is money.
  private mutating func takeMathematics() -> Found? {
    let first = index
    index += 1
    guard index < end, !bytes[index].isSpace, hasMathematics else { return nil }
    guard let close = closing(isClosingSign) else {
      hasMathematics = false
      if isFormula(at: index) { unclosed.append((.mathematics, first)) }
      return nil
    }
    let content = index..<close
    index = close + 1
    return Found(kind: .mathematics, whole: first..<index, content: content)
  }

  /// Whether what follows looks like a formula: an index or a power at once, or a command later.
  private func isFormula(at place: Int) -> Bool {
    let word = bytes[place..<end].prefix { !$0.isSpace }
    guard word.first?.isDigit == false else { return false }
    let hasCommand = (place..<end).dropLast().contains {
      bytes[$0] == UInt8(ascii: "\\") && bytes[$0 + 1].isLetter
    }
    return hasCommand || word.contains(UInt8(ascii: "_")) || word.contains(UInt8(ascii: "^"))
  }

  private func isClosingSign(_ place: Int) -> Bool {
    isSign(at: place) && !bytes[place - 1].isSpace
      && !(place + 1 < end && bytes[place + 1].isDigit)
  }

  private func isSign(at place: Int) -> Bool {
    place < end && bytes[place] == UInt8(ascii: "$")
  }

  /// The first place from here on that `isClosing`, past escaped signs.
  private func closing(_ isClosing: (Int) -> Bool) -> Int? {
    var place = index
    while place < end {
      if bytes[place] == UInt8(ascii: "\\") {
        place += 2
      } else if isClosing(place) {
        return place
      } else {
        place += 1
      }
    }
    return nil
  }
}
