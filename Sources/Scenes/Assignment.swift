import Text

/// A change to a scene, such as `X["it","noun"] = 1.5` or `size(trait) = 8`.
package struct Assignment: Equatable, Sendable {
  /// What an assignment changes.
  package enum Target: Equatable, Sendable {
    /// Cells of one input, in the order of the text.
    case cells([Entry])
    case size(axis: String)
  }

  package let source: SourceText
  package let target: Target
}
