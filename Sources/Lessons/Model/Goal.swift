import Scenes
import Text

/// A condition, or several that hold together, that the student makes come true.
package struct Goal: Equatable, Sendable {
  /// The block's name; with lesson and step it is the key to the progress.
  package let id: String
  package let location: SourceLocation
  /// What has to hold at once; never empty.
  package let parts: [Claim]
  /// Whether the author wrote several parts, each of which is shown with its mark.
  package let showsParts: Bool
  package let ask: [Inline]
  /// Reaches the goal from the step's start.
  package let solution: [Assignment]
  /// The versions of formulas that the solution lets run first, by what they define.
  package let versions: [String: Int]
  /// Whether the author means it to be reached by one slider, or by luck.
  let isMeantEasy: Bool
  /// The slider that is taken in hand with it, where the author names one.
  let slider: SliderName?
  /// Shown once the goal is reached.
  package let success: [MarkdownBlock]

  /// The conditions as the author wrote them.
  package var whenText: String { parts.map(\.text).joined(separator: " and ") }

  /// Whether all of it holds in this scene.
  package func isReached(in scene: Scene) -> Bool { parts.allSatisfy { $0.holds(in: scene) } }
}

/// A condition on the scene that is shown with a mark.
package struct Claim: Equatable, Sendable {
  /// A condition; it holds where its value is not 0.
  package let when: NodeID
  /// The condition as the author wrote it.
  package let text: String
  /// What it says in words; empty where the condition speaks for itself.
  package let say: [Inline]
  /// The number that it is about, where it is about one.
  package let measured: NodeID?

  package func holds(in scene: Scene) -> Bool { scene.holds(when) }

  /// All that it shows or compares.
  var watched: [NodeID] { [when] + [MarkdownBlock.paragraph(say)].flatMap(\.numberNodes) }
}

extension Scene {
  /// Whether the value of a condition is true.
  func holds(_ condition: NodeID) -> Bool {
    guard let value = values(of: condition).elements.first else { return false }
    return value != 0 && !value.isNaN
  }
}
