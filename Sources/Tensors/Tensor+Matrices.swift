extension Tensor {
  /// Rows and columns, the last two axes, swapped.
  package var transposed: Tensor {
    Gathering(StridedView(contiguous: shape).transposed).gather(self)
  }

  /// The matrix product of two matrices, or of two stacks of one shape place by place.
  package func multiplied(by right: Tensor) -> Tensor {
    precondition(rank >= 2 && right.rank >= 2, "a matrix has rows and columns")
    precondition(rowLength == right.shape[right.rank - 2], "columns meet as many rows")
    let stack = Array(shape.dropLast(2))
    precondition(stack == Array(right.shape.dropLast(2)), "stacks have one shape")
    let product = MatrixProduct(
      stack: stack, left: Array(strides.dropLast(2)), right: Array(right.strides.dropLast(2)),
      rows: shape[rank - 2], inner: rowLength, columns: right.rowLength)
    return product.apply(self, right)
  }
}
