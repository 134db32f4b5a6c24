import Scenes
import Text

/// A condition that the student makes come true.
package struct Goal: Equatable, Sendable {
  /// The block's name; with lesson and step it is the key to the progress.
  package let id: String
  package let location: SourceLocation
  /// A condition; the goal is reached once its value is not 0.
  package let when: NodeID
  /// The condition as the author wrote it.
  package let whenText: String
  package let ask: [Inline]
  /// Reaches the goal from the step's start.
  package let solution: [Assignment]
  /// Shown once the goal is reached.
  package let success: [MarkdownBlock]

  /// Whether the condition holds in this scene.
  package func isReached(in scene: Scene) -> Bool { scene.holds(when) }
}

extension Scene {
  /// Whether the value of a condition is true.
  func holds(_ condition: NodeID) -> Bool {
    guard let value = values(of: condition).elements.first else { return false }
    return value != 0 && !value.isNaN
  }
}
