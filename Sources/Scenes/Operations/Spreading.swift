import Tensors

extension Operation {
  /// A vector as a square table: the same number all along a row.
  ///
  /// Over an axis that is both rows and columns it says what a vector alone leaves open.
  static let rows = Operation(
    "rows", "Gives each row of a square table one number of a vector, all along the row.",
    [.matrix("x")], example: "rows(x)",
    traits: .arithmetic, words: .view("The number of its row, the same in every column.")
  ) { call throws(SceneError) in
    try call.require(0, axes: 1)
    let (axes, sizes) = (call.operands[0], call.sizes(0))
    let view = StridedView(
      shape: sizes + sizes.suffix(1), strides: Tensor.strides(of: sizes) + [0])
    return InferredShape(axes: axes + axes.suffix(1), kernel: ViewKernel(view))
  }

  /// A vector as a square table: the same number all down a column.
  static let columns = Operation(
    "columns", "Gives each column of a square table one number of a vector, all down the column.",
    [.matrix("x")], example: "columns(x)",
    traits: .keepsRows, words: .view("The number of its column, the same in every row.")
  ) { call throws(SceneError) in
    try call.require(0, axes: 1)
    let (axes, sizes) = (call.operands[0], call.sizes(0))
    let strides = Tensor.strides(of: sizes)
    let view = StridedView(
      shape: sizes + sizes.suffix(1), strides: strides.dropLast() + [0] + strides.suffix(1))
    return InferredShape(axes: axes + axes.suffix(1), kernel: ViewKernel(view))
  }
}
