extension Mathematics {
  /// A number as worked arithmetic shows it.
  static func number(_ value: Float) -> Mathematics { .text(value.worked) }

  /// A number that follows a sign: negative ones stand in parentheses.
  static func factor(_ value: Float) -> Mathematics {
    value < 0 ? .fenced("(", .number(value), ")") : .number(value)
  }

  /// The base of the natural logarithm to a power.
  static func exponential(_ value: Float) -> Mathematics {
    .scripts(.text("e"), subscript: nil, superscript: .number(value))
  }

  /// Equal things, one after another.
  static func equation(_ parts: [Mathematics]) -> Mathematics {
    .row(Array(parts.map { [$0] }.joined(separator: [.text(" = ")])))
  }

  /// A sum of at most `most` terms; the rest is an ellipsis.
  static func sum(_ terms: [Mathematics], most: Int = 4) -> Mathematics {
    let shown = terms.count > most ? Array(terms.prefix(most - 1)) + [.text("…")] : terms
    return .row(Array(shown.map { [$0] }.joined(separator: [.text(" + ")])))
  }

  /// The sum of the products of pairs: `0.90·2.11 + 0.10·0.47`.
  static func products(_ pairs: [Float]) -> Mathematics {
    let terms = stride(from: 0, to: pairs.count - 1, by: 2).map {
      Mathematics.row([.factor(pairs[$0]), .text("·"), .factor(pairs[$0 + 1])])
    }
    return .sum(terms, most: 6)
  }

  /// A function's name and its arguments: `max(0.20, 3.24)`.
  static func applied(_ name: String, _ values: [Float], most: Int = 6) -> Mathematics {
    let numbers = values.prefix(most).map(\.worked) + (values.count > most ? ["…"] : [])
    return .row([.text(name), .fenced("(", .text(numbers.joined(separator: ", ")), ")")])
  }

  /// The arithmetic as one line of text.
  package var text: String {
    switch self {
    case .text(let text), .symbol(let text): text
    case .row(let parts): parts.map(\.text).joined()
    case .fraction(let top, let bottom): "(\(top.text)) / (\(bottom.text))"
    case .root(let inside): "√(\(inside.text))"
    case .scripts(let base, let low, let high):
      base.text + (low.map { "_" + $0.text } ?? "") + (high.map { "^" + $0.text } ?? "")
    case .fenced(let left, let inside, let right): left + inside.text + right
    }
  }
}

extension Float {
  /// Two decimals, more where two would show nothing; a true minus sign.
  var worked: String {
    if isNaN { return "NaN" }
    if isInfinite { return self < 0 ? "−∞" : "∞" }
    let size = magnitude
    let digits = size != 0 && (size < 0.005 || size >= 1e6) ? size.scientific : size.hundredths
    return (self < 0 && digits != "0.00" ? "−" : "") + digits
  }

  private var hundredths: String {
    let count = Int((Double(self) * 100).rounded())
    let rest = count % 100
    return "\(count / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// One decimal and a power of ten: `1.1e−7`.
  private var scientific: String {
    var exponent = 0
    var tenths = Double(self)
    while tenths >= 9.95 { (tenths, exponent) = (tenths / 10, exponent + 1) }
    while tenths < 0.995 { (tenths, exponent) = (tenths * 10, exponent - 1) }
    let count = Int((tenths * 10).rounded())
    return "\(count / 10).\(count % 10)e\(exponent < 0 ? "−" : "")\(exponent.magnitude)"
  }
}
