/// A way to read a tensor's numbers under another shape without moving them.
///
/// The number at index (i, j, …) of the view lies at `offset + i·strides[0] + j·strides[1] + …` of
/// the tensor. A stride of 0 repeats, swapped strides transpose, an offset slices, and two axes may
/// be read as one. So indexing, `.T`, repetition, joining heads and sharing heads are all views.
package struct StridedView: Equatable, Sendable {
  package let offset: Int
  package let shape: [Int]
  package let strides: [Int]

  package init(offset: Int = 0, shape: [Int], strides: [Int]) {
    precondition(shape.count == strides.count, "a view has one stride for each axis")
    precondition(
      offset >= 0 && strides.allSatisfy { $0 >= 0 } && shape.allSatisfy { $0 >= 0 },
      "a view never looks back")
    self.offset = offset
    self.shape = shape
    self.strides = strides
  }

  /// Every number in its own order.
  package init(contiguous shape: [Int]) {
    self.init(shape: shape, strides: Tensor.strides(of: shape))
  }

  package var count: Int { shape.reduce(1, *) }

  /// How many numbers the tensor beneath must have at least.
  package var extent: Int {
    guard count > 0 else { return 0 }
    return zip(shape, strides).reduce(offset + 1) { $0 + ($1.0 - 1) * $1.1 }
  }

  /// The place in the tensor beneath of the view's number `flat`, in row-major order.
  package func source(ofFlat flat: Int) -> Int {
    precondition(flat >= 0 && flat < count, "an index lies within the view")
    var rest = flat
    var place = offset
    for axis in shape.indices.reversed() {
      place += rest % shape[axis] * strides[axis]
      rest /= shape[axis]
    }
    return place
  }
}

// MARK: Views made from views

extension StridedView {
  /// Rows and columns, the last two axes, swapped.
  package var transposed: StridedView {
    precondition(shape.count >= 2, "a transposed view has rows and columns")
    let last = shape.count - 1
    var order = Array(shape.indices)
    order.swapAt(last, last - 1)
    return reordered(order)
  }

  /// The axes in another order: axis `n` of the result is axis `order[n]` of this view.
  package func reordered(_ order: [Int]) -> StridedView {
    precondition(order.sorted() == Array(shape.indices), "an order names each axis once")
    return StridedView(
      offset: offset, shape: order.map { shape[$0] }, strides: order.map { strides[$0] })
  }

  /// One place on an axis, which the result no longer has.
  package func indexed(axis: Int, at place: Int) -> StridedView {
    let slice = sliced(axis: axis, place..<place + 1)
    var (shape, strides) = (slice.shape, slice.strides)
    shape.remove(at: axis)
    strides.remove(at: axis)
    return StridedView(offset: slice.offset, shape: shape, strides: strides)
  }

  /// One axis read as two, of which the second has `inner` places.
  package func parted(axis: Int, inner: Int) -> StridedView {
    precondition(shape[axis].isMultiple(of: inner), "an axis is parted evenly")
    var (shape, strides) = (shape, strides)
    shape.insert(shape[axis] / inner, at: axis)
    strides.insert(strides[axis] * inner, at: axis)
    shape[axis + 1] = inner
    return StridedView(offset: offset, shape: shape, strides: strides)
  }

  /// A stretch of an axis.
  package func sliced(axis: Int, _ places: Range<Int>) -> StridedView {
    precondition(
      places.lowerBound >= 0 && places.upperBound <= shape[axis], "a slice lies within its axis")
    var shape = shape
    shape[axis] = places.count
    return StridedView(
      offset: offset + places.lowerBound * strides[axis], shape: shape, strides: strides)
  }

  /// The same numbers once more for each place of a new axis.
  package func repeated(axis: Int, count: Int) -> StridedView {
    var (shape, strides) = (shape, strides)
    shape.insert(count, at: axis)
    strides.insert(0, at: axis)
    return StridedView(offset: offset, shape: shape, strides: strides)
  }
}
