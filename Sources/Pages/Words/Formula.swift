import Playground
import Terminal

/// A formula of the scene as a title: names in their colours, `Q·Kᵀ / √dₖ` for `Q @ K.T / sqrt(…)`.
package struct Formula: Equatable, Sendable {
  package let line: Line

  package init(_ text: String, _ appearance: Appearance) {
    var line = Line([])
    for token in Self.tokens(of: text) { line.append(Self.span(token, appearance)) }
    self.line = line
  }

  private static func span(_ token: Substring, _ appearance: Appearance) -> Span {
    let symbols = appearance.symbols
    if token.first == "\"", token.count > 2 {
      let label = symbols.spelled(String(token.dropFirst().dropLast()))
      return TokenTile(label, appearance).span.withPlainSpaces
    }
    return switch token {
    case " @ ": Span(symbols.product, .text)
    case ".T": Span(symbols.transposed, .text)
    case "sqrt": Span(symbols.root, .text)
    default: Span(String(token), RoleOfName.role(of: String(token)) ?? .text)
    }
  }

  /// Names, labels in quotation marks, the product sign, the transposition, and all else between them.
  private static func tokens(of text: String) -> [Substring] {
    var tokens: [Substring] = []
    var rest = text[...]
    while let first = rest.first {
      let token = token(at: first, of: rest)
      tokens.append(token)
      rest = rest[token.endIndex...]
    }
    return tokens
  }

  private static func token(at first: Character, of rest: Substring) -> Substring {
    if first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") { return rest[...end] }
    if first.isNamePart { return rest.prefix(while: \.isNamePart) }
    let sign = special.first { rest.utf8.starts(with: $0.utf8) }
    return rest.prefix(sign?.count ?? 1)
  }

  private static let special = [" @ ", ".T"]
}

extension Line {
  /// Puts a span behind the others, joined with the last where that looks the same.
  fileprivate mutating func append(_ span: Span) {
    guard let last = spans.last, last.role == span.role else { return spans.append(span) }
    spans[spans.count - 1].text += span.text
  }
}
