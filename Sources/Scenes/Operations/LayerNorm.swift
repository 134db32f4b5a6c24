import Tensors

extension Operation {
  /// (xᵢ − mean) / √(variance + 0.00001) along the last axis, without a learned scale.
  static let layerNorm = Operation(
    "layer_norm",
    "Takes away each row's mean and divides by √(variance + 0.00001), without learned scales.",
    [.matrix("A")],
    example: "layer_norm(A)",
    words: OperationProse(
      "Take the row's mean away, then divide by the root of its variance and a speck (0.00001).",
      use: "as one of the numbers that set the row's mean and variance"
    ) { cell in
      layerNormLines(cell)
    }
  ) { call throws(SceneError) in
    try call.require(0, axes: 1)
    let kernel = LayerNormKernel(length: call.sizes(0).last ?? 1)
    return InferredShape(axes: call.operands[0], kernel: kernel)
  }
}

private struct LayerNormKernel: Kernel {
  let length: Int

  func fill(_ result: inout [Float], from operands: Operands) {
    LayerNorm.apply(operands[0], rowLength: length, into: &result)
  }

  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward) {
    LayerNorm.addGradient(
      back.sensitivity, input: back.operands[0], output: back.result, rowLength: length,
      into: &sum)
  }

  func reads(_ index: Int) -> [Read] {
    let start = index / length * length
    return (start..<start + length).map { Read(operand: 0, place: $0) }
  }
}

private func layerNormLines(_ cell: Cell) -> [Mathematics] {
  let row = Tensor(cell.values)
  let (mean, variance) = (Reduction.mean.apply(row).scalar, Reduction.variance.apply(row).scalar)
  let own = Mathematics.row([
    .number(cell.values[cell.place]), .text(" − "), .factor(mean),
  ])
  return [
    .text("mean \(mean.worked), variance \(variance.worked)"),
    .equation([
      .fraction(own, .root(.row([.number(variance), .text(" + 0.00001")]))), .number(cell.value),
    ]),
  ]
}
