/// Rows of two operands that are compared with each other, each repeated where it lacks an axis.
package struct RowPairing: Equatable, Sendable {
  /// The shape of the result: one number for each pair of rows.
  package let shape: [Int]
  private let walk: Walk
  private let leftExtent: Int
  private let rightExtent: Int

  /// A pairing of views that have one shape, the rows running along its last axis.
  package init(_ left: StridedView, _ right: StridedView) {
    precondition(!left.shape.isEmpty, "a row has an axis")
    shape = left.shape.dropLast()
    walk = Walk(left, right, keepsRows: true)
    (leftExtent, rightExtent) = (left.extent, right.extent)
  }

  /// Two rows in memory, of equal length but each with a step of its own.
  struct Pair {
    let count: Int
    let left: Row
    let right: Row
  }

  struct Row {
    let start: Int
    let step: Int
  }

  func check(_ left: Tensor, _ right: Tensor, _ result: Tensor) {
    precondition(
      left.count >= leftExtent && right.count >= rightExtent, "a view lies within its operand")
    precondition(result.count == walk.runs, "each pair of rows gives one number")
  }

  /// Calls `body` with each pair of rows and the place of its result.
  @inline(__always)
  func forEachPair(_ body: (Pair, _ place: Int) -> Void) {
    var place = 0
    walk.forEachRun { left, right, _ in
      let pair = Pair(
        count: walk.length, left: Row(start: left, step: walk.leftStep),
        right: Row(start: right, step: walk.rightStep))
      body(pair, place)
      place += 1
    }
  }
}
