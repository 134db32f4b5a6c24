/// Two operands joined number by number, each repeated along the axes that it lacks.
///
/// Which axes belong together is decided by who makes the views, by name; here only strides count.
package struct Broadcast: Equatable, Sendable {
  package let shape: [Int]
  package let count: Int
  let walk: Walk
  private let leftExtent: Int
  private let rightExtent: Int

  package init(_ left: StridedView, _ right: StridedView) {
    shape = left.shape
    count = left.count
    walk = Walk(left, right)
    (leftExtent, rightExtent) = (left.extent, right.extent)
  }

  /// A broadcast from each operand's stride along each axis of `shape`, 0 where it is repeated.
  package init(shape: [Int], left: [Int], right: [Int]) {
    self.init(StridedView(shape: shape, strides: left), StridedView(shape: shape, strides: right))
  }

  func check(_ left: [Float], _ right: [Float], _ result: [Float]) {
    precondition(
      left.count >= leftExtent && right.count >= rightExtent, "a view lies within its operand")
    precondition(result.count == count, "the result of a broadcast has its shape")
  }
}
