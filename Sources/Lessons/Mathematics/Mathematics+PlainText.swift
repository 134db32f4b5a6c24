import Scenes

extension Mathematics {
  /// One line of text: `q · k / √d_k`.
  package var plainText: String {
    switch self {
    case .text(let text): text
    case .symbol(let text): " \(text) "
    case .row(let parts): parts.map(\.plainText).joined()
    case .fraction(let over, let under): "\(over.operandText) / \(under.operandText)"
    case .root(let body): "√\(body.operandText)"
    case .scripts(let base, let subscripted, let superscripted):
      base.plainText + (subscripted.map { "_\($0.operandText)" } ?? "")
        + (superscripted.map { "^\($0.operandText)" } ?? "")
    case .fenced(let open, let body, let close): open + body.plainText + close
    }
  }

  /// In parentheses where a neighbour could be read into it.
  private var operandText: String {
    switch self {
    case .text, .symbol, .root, .fenced, .scripts: plainText
    case .row(let parts): parts.count == 1 ? plainText : "(\(plainText))"
    case .fraction: "(\(plainText))"
    }
  }
}
