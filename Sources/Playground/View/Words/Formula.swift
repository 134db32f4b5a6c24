import Terminal

/// A formula of the scene as a title: names in their colours, `Q·Kᵀ / √dₖ` for `Q @ K.T / sqrt(…)`.
package struct Formula: Equatable, Sendable {
  package let line: Line

  package init(_ text: String, symbols: Symbols) {
    line = Line(Self.tokens(of: text).map { Self.span($0, symbols: symbols) })
  }

  private static func span(_ token: String, symbols: Symbols) -> Span {
    switch token {
    case " @ ": Span(symbols.product, .text)
    case ".T": Span(symbols.transposed, .text)
    case "sqrt": Span(symbols.root, .text)
    default:
      if let role = RoleOfName.role(of: token) { Span(token, role) } else { Span(token, .text) }
    }
  }

  /// Names, the product sign, the transposition, and all else between them.
  private static func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    var rest = Substring(text)
    while let first = rest.first {
      let token = special.first(where: rest.hasPrefix) ?? name(in: rest) ?? String(first)
      tokens.append(token)
      rest.removeFirst(token.count)
    }
    return tokens
  }

  private static let special = [" @ ", ".T"]

  private static func name(in text: Substring) -> String? {
    guard let first = text.first, first.isLetter else { return nil }
    return String(text.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
  }
}
