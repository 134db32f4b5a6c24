import Lessons
import Playground
import Scenes
import Terminal
import Text

extension Narration {
  /// Markdown as running text, its live numbers read from the scene.
  func prose(_ blocks: [MarkdownBlock], bold: Bool = false) -> [ProseBlock] {
    markdown.blocks(blocks, bold: bold)
  }

  /// A paragraph on one line.
  func line(_ run: [Inline], bold: Bool) -> Line { markdown.line(run, bold: bold) }

  private var markdown: MarkdownProse {
    MarkdownProse(appearance, isLabel: scene.isLabel) { node, isLive in
      isLive ? live(node) : number(node, in: scene)
    }
  }

  /// A paragraph as running text, to be put beside other words.
  func words(_ run: [Inline], bold: Bool) -> [ProseInline] {
    let paragraphs = prose([.paragraph(run)], bold: bold)
    guard case .paragraph(let words)? = paragraphs.first else { return [] }
    return words
  }

  /// A number that follows what is dragged is underlined, with colours or without.
  private func live(_ node: NodeID) -> Span {
    var span = number(node, in: stepState.scene)
    span.isUnderlined = true
    return span
  }

  private func number(_ node: NodeID, in scene: Scene) -> Span {
    if stepState.isVeiled(node) { return Span("(hidden)", .faint) }
    let values = scene.values(of: node).elements
    return Span(values.map(NumberFormat.inSentence).joined(separator: " "), .bright, bold: true)
  }
}

extension MathTree {
  /// Mathematics of a lesson or a derivation, its symbols in their colours.
  init(_ mathematics: Mathematics) {
    switch mathematics {
    case .text(let text): self = .text(Span(text, RoleOfName.role(of: text) ?? .text))
    case .symbol(let name): self = .symbol(Span(name, RoleOfName.role(of: name) ?? .bright))
    case .row(let parts): self = .row(parts.map(MathTree.init))
    case .fraction(let upper, let lower): self = .fraction(MathTree(upper), MathTree(lower))
    case .root(let inner): self = .root(MathTree(inner))
    case .scripts(.text("W"), .text(let hat)?, let upper)
    where RoleOfName.role(of: "W_\(hat)") != nil:
      let name = Self.symbol(Span("W_\(hat)", RoleOfName.role(of: "W_\(hat)") ?? .text))
      self = upper.map { .scripts(name, subscript: nil, superscript: MathTree($0)) } ?? name
    case .scripts(let base, let lower, let upper):
      self = .scripts(
        MathTree(base), subscript: lower.map(MathTree.init), superscript: upper.map(MathTree.init))
    case .fenced(let open, let inner, let close): self = .fenced(open, MathTree(inner), close)
    }
  }
}
