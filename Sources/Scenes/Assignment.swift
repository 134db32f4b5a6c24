/// A change to a scene, such as `X["it","noun"] = 1.5` or `size(trait) = 8`.
package struct Assignment: Equatable, Sendable {
  package let source: SourceText
}
