extension Tensor: CustomStringConvertible {
  /// Nested lists, as a scene writes them: `[[1.0, 0.5], [0.0, -inf]]`.
  package var description: String { description(axis: 0, from: 0) }

  private func description(axis: Int, from start: Int) -> String {
    guard axis < rank else { return "\(elements[start])" }
    let step = shape[(axis + 1)...].reduce(1, *)
    let parts = (0..<shape[axis]).map { description(axis: axis + 1, from: start + $0 * step) }
    return "[\(parts.joined(separator: ", "))]"
  }
}
