/// The rows that an axis makes, whichever axis it is: the numbers of a row lie `step` apart.
package struct AxisRows: Equatable, Sendable {
  /// How many numbers a row has.
  package let length: Int
  /// How many rows there are.
  package let count: Int
  /// How far apart the numbers of a row lie: one number for each place of the axes after this one.
  package let step: Int

  package init(axis: Int, of shape: [Int]) {
    length = shape[axis]
    step = shape[(axis + 1)...].reduce(1, *)
    count = shape[..<axis].reduce(step, *)
  }

  /// Where a row's number lies in memory.
  @inline(__always)
  package func place(row: Int, _ number: Int) -> Int {
    (row / step * length + number) * step + row % step
  }

  /// The row to which a number at this place belongs.
  package func row(of place: Int) -> Int {
    place / (length * step) * step + place % step
  }

  func check(_ whole: [Float], _ reduced: [Float]) {
    precondition(whole.count == count * length, "rows are equally long")
    precondition(reduced.count == count, "a reduction leaves one number for each row")
  }
}
