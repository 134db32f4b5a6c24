import Scenes
import Text

/// A block of prose.
package enum MarkdownBlock: Equatable, Sendable {
  case paragraph([Inline])
  case heading(level: Int, [Inline])
  /// An ordered list starts at a number, any other at nil.
  case list(start: Int?, items: [[MarkdownBlock]])
  case quote([MarkdownBlock])
  case code(String)
  case mathematics(Mathematics)
  case table(head: [[Inline]], rows: [[[Inline]]])
  case rule
}

/// A run within a block of prose.
package enum Inline: Equatable, Sendable {
  case text(String)
  case emphasis([Inline])
  case strong([Inline])
  case code(String)
  /// The value that an expression of the scene had when these words appeared, and the expression as
  /// written.
  case standing(NodeID, String)
  /// The present value of an expression of the scene, and the expression as written.
  case live(NodeID, String)
  case mathematics(Mathematics)
  /// What is shown, and where it leads; equal where the author gave only an address.
  case link([Inline], address: String)
  case lineBreak
}

extension MarkdownBlock {
  /// The words alone, for search and narration.
  package var plainText: String { text { _, written in written } }

  /// The words, with `number` for each value of the scene.
  fileprivate func text(_ number: (NodeID, String) -> String) -> String {
    switch self {
    case .paragraph(let run), .heading(_, let run): run.text(number)
    case .list(_, let items): items.map { $0.text(number) }.joined(separator: "\n")
    case .quote(let blocks): blocks.text(number)
    case .code(let text): text
    case .mathematics(let mathematics): mathematics.plainText
    case .table(let head, let rows):
      ([head] + rows).map { $0.map { $0.text(number) }.joined(separator: " ") }
        .joined(separator: "\n")
    case .rule: ""
    }
  }
}

extension Inline {
  /// The words alone; a value gives its expression.
  package var plainText: String { text { _, written in written } }

  fileprivate func text(_ number: (NodeID, String) -> String) -> String {
    switch self {
    case .text(let text), .code(let text): text
    case .standing(let node, let text), .live(let node, let text): number(node, text)
    case .emphasis(let run), .strong(let run), .link(let run, _): run.text(number)
    case .mathematics(let mathematics): mathematics.plainText
    case .lineBreak: " "
    }
  }
}

extension [MarkdownBlock] {
  package var plainText: String { text { _, written in written } }

  /// The words with the numbers of a scene.
  package func plainText(in scene: Scene) -> String { text { node, _ in scene.words(of: node) } }

  fileprivate func text(_ number: (NodeID, String) -> String) -> String {
    map { $0.text(number) }.joined(separator: "\n")
  }
}

extension [Inline] {
  package var plainText: String { text { _, written in written } }

  /// The words with the numbers of a scene.
  package func plainText(in scene: Scene) -> String { text { node, _ in scene.words(of: node) } }

  fileprivate func text(_ number: (NodeID, String) -> String) -> String {
    map { $0.text(number) }.joined()
  }
}

extension Scene {
  /// The numbers of a matrix as a sentence writes them.
  fileprivate func words(of node: NodeID) -> String {
    values(of: node).elements.map(NumberFormat.inSentence).joined(separator: " ")
  }
}
