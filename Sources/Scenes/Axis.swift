/// One direction of a matrix: a name, a size and perhaps a label for each place.
package struct Axis: Hashable, Sendable {
  package let name: String
  package let size: Int
  package let labels: [String]?

  package init(name: String, size: Int, labels: [String]? = nil) {
    self.name = name
    self.size = size
    self.labels = labels
  }

  /// The label of place `index`, or its number where the axis has no labels.
  package func label(_ index: Int) -> String {
    labels?[index] ?? String(index)
  }
}
