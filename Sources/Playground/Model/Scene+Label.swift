import Scenes

extension Scene {
  /// Whether a text is the label of a row or column, and no matrix is called so.
  package func isLabel(_ text: String) -> Bool {
    definition(text) == nil && axes.contains { $0.labels != nil && $0.place(of: text) != nil }
  }
}
