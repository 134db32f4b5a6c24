/// Numbers as people type them.
package enum TypedNumber {
  /// The number that a person means by what they typed; nil where it is none.
  ///
  /// A decimal point or comma, with or without a digit before it (`.73`, `0,73`); a true minus or a
  /// hyphen; a power of ten (`2e-3`); a fraction (`27/37`); a percentage (`73%`); infinity (`inf`,
  /// `∞`). NaN, division by zero, and what is too large for a `Float` are no numbers.
  package static func value(of text: String) -> Float? {
    let sides = text.split(separator: "/", omittingEmptySubsequences: false)
    switch sides.count {
    case 1: return decimal(text).flatMap(single)
    case 2:
      guard let numerator = decimal(sides[0]), let denominator = decimal(sides[1]),
        numerator.isFinite, denominator.isFinite, denominator != 0
      else { return nil }
      return single(numerator / denominator)
    case _: return nil
    }
  }

  /// One side of a fraction.
  private static func decimal(_ text: some StringProtocol) -> Double? {
    var words = String(text).split(whereSeparator: \.isWhitespace)[...]
    var isPercentage = false
    if words.last == "%" {
      words.removeLast()
      isPercentage = true
    } else if words.last?.hasSuffix("%") == true, let word = words.popLast() {
      words.append(word.dropLast())
      isPercentage = true
    }
    // A sign may stand apart from its number; two numbers are not one.
    let sign = words.count == 2 && ["-", "−", "+"].contains(words[0]) ? words.removeFirst() : ""
    guard words.count == 1, let word = words.first, let number = signed(String(sign + word)) else {
      return nil
    }
    return isPercentage ? number / 100 : number
  }

  private static func signed(_ word: String) -> Double? {
    let plain = word.map { character in
      switch character {
      case "−", "–", "－": Character("-")
      case ",": Character(".")
      case _: character
      }
    }
    let isNegative = plain.first == "-"
    let digits = String(plain.dropFirst(isNegative || plain.first == "+" ? 1 : 0))
    guard let magnitude = magnitude(digits) else { return nil }
    return isNegative ? -magnitude : magnitude
  }

  private static func magnitude(_ text: String) -> Double? {
    if ["inf", "infinity", "∞"].contains(text.lowercased()) { return .infinity }
    // Swift would also read 0x1p3 and nan.
    let isDecimal = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || [UInt8(ascii: "."), 0x65, 0x45, 0x2d, 0x2b].contains(byte)
    }
    guard isDecimal, let first = text.utf8.first, (0x30...0x39).contains(first) || first == 0x2e,
      let number = Double(text), number.isFinite
    else { return nil }
    return number
  }

  /// The nearest single-precision number; nil where a finite one would become infinite.
  private static func single(_ number: Double) -> Float? {
    let nearest = Float(number)
    return nearest.isInfinite && number.isFinite ? nil : nearest
  }
}
