import Lessons
import Pages
import Playground
import Scenes
import Text

/// Words of a lesson with the numbers of a moment; some of the numbers are left for a pen.
struct HandoutWords: Equatable, Sendable {
  let blocks: [MarkdownBlock]
  private let scene: Scene
  private let blanks: Set<NodeID>

  init(
    _ blocks: [MarkdownBlock], in scene: Scene, leaving isBlank: (NodeID) -> Bool = { _ in false }
  ) {
    self.blocks = blocks
    self.scene = scene
    blanks = Set(blocks.flatMap(\.numberNodes).filter(isBlank))
  }

  init(_ line: [Inline], in scene: Scene, leaving isBlank: (NodeID) -> Bool = { _ in false }) {
    self.init([.paragraph(line)], in: scene, leaving: isBlank)
  }

  var isEmpty: Bool { blocks.isEmpty }

  /// The value of an expression; nil where it is left blank.
  func number(_ node: NodeID) -> String? {
    guard !blanks.contains(node) else { return nil }
    return scene.values(of: node).elements.map(NumberFormat.inSentence).joined(separator: " ")
  }

  /// Whether a name is that of a token.
  func isLabel(_ text: String) -> Bool { scene.isLabel(text) }
}

extension String {
  /// The address, if following it is harmless: a page of the web or a mail.
  var harmlessAddress: String? {
    let isKnown = ["http://", "https://", "mailto:"].contains { lowercased().hasPrefix($0) }
    return isKnown ? self : nil
  }
}
