// MARK: Assignments

import Text

extension Scene {
  /// Reads a change such as `X["it"] = [0.1, 0.2]`, `W_q = W_k` or `size(trait) = 8`.
  ///
  /// The right side is a list, or any expression of the scene: one number fills all cells, a
  /// matrix of the same shape is copied. It is computed again whenever the change is applied.
  package func assignment(_ text: SourceText) throws(Diagnostics) -> Assignment {
    switch try worksheet.change(text) {
    case .cells(let cells, _):
      return Assignment(source: text, target: .cells(cells))
    case .size(let axis, let size):
      // Whatever a size does not suit is found in reading; the numbers can wait.
      var wanted = extents
      wanted.sizes[axis] = size
      _ = try readAgain(wanted)
      return Assignment(source: text, target: .size(axis: axis))
    }
  }

  /// Makes a change and works out once what depends on it.
  package mutating func apply(_ assignment: Assignment) throws(Diagnostics) {
    var changed = self
    switch try worksheet.change(assignment.source) {
    case .cells(let cells, let values): changed.set(cells, to: values)
    case .size(let axis, let size): try changed.resize(axis: axis, to: size)
    }
    let outside = changed.worksheet.domainProblems()
    if !outside.isEmpty { throw Diagnostics(outside) }
    self = changed
  }
}
