import Tensors
import Text

extension Operation {
  /// (xᵢ − mean) / √(variance + eps) along the last axis, without a learned scale.
  static let layerNorm = normalisation(
    "layer_norm",
    "Takes away each row's mean and divides by √(variance + `eps`), without learned scales.",
    .layerNorm,
    words: OperationProse(
      "Take the row's mean away, then divide by the root of its variance and a speck, `eps`.",
      use: "as one of the numbers that set the row's mean and variance"
    ) { cell in
      layerNormLines(cell)
    })

  /// xᵢ / √(mean of x² + eps) along the last axis, without a learned scale.
  ///
  /// Zhang and Sennrich 2019, equation 4.
  static let rmsNorm = normalisation(
    "rms_norm", "Divides each row by √(mean of its squares + `eps`), without learned scales.",
    .rootMeanSquare,
    words: OperationProse(
      "Divide by the root of the row's mean square and a speck, `eps`.",
      use: "as one of the numbers that set the row's size"
    ) { cell in
      rmsNormLines(cell)
    })

  private static func normalisation(
    _ name: String, _ summary: String, _ kind: RowNormalisation,
    words: OperationProse
  ) -> Operation {
    Operation(
      name, summary, [.matrix("A"), .setting("eps", default: 1e-5)], example: "\(name)(A)",
      words: words
    ) { call throws(SceneError) in
      try call.require(0, axes: 1)
      let kernel = NormalisationKernel(
        kind: kind, length: call.sizes(0).last ?? 1,
        epsilon: try call.positiveSetting(0, "eps", orZero: true))
      return InferredShape(axes: call.operands[0], kernel: kernel)
    }
  }
}

private struct NormalisationKernel: Kernel {
  let kind: RowNormalisation
  let length: Int
  let epsilon: Setting

  func fill(_ result: inout [Float], from operands: Operands) {
    kind.apply(operands[0], rowLength: length, epsilon: epsilon.value(operands), into: &result)
  }

  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward) {
    let value = epsilon.value(back.operands)
    if epsilon.isOperand(position) {
      sum[0] += kind.epsilonGradient(
        back.sensitivity, input: back.operands[0], output: back.result, rowLength: length,
        epsilon: value)
    } else {
      kind.addGradient(
        back.sensitivity, input: back.operands[0], output: back.result, rowLength: length,
        epsilon: value, into: &sum)
    }
  }

  func reads(_ index: Int) -> [Read] {
    let start = index / length * length
    return (start..<start + length).map { Read(operand: 0, place: $0) } + epsilon.reads
  }

  var settings: [Setting] { [epsilon] }
}

/// The numbers of the row, without the option behind them.
private func row(_ cell: Cell) -> Tensor {
  Tensor(zip(cell.reads, cell.values).filter { $0.0.operand == 0 }.map(\.1))
}

/// What is added under the root.
private func speck(_ cell: Cell) -> String {
  let epsilon = cell.settings[0]
  return " + " + (epsilon == 1e-5 ? "0.00001" : NumberFormat.plain(epsilon))
}

private func layerNormLines(_ cell: Cell) -> [Mathematics] {
  let row = row(cell)
  let (mean, variance) = (Reduction.mean.apply(row).scalar, Reduction.variance.apply(row).scalar)
  let own = Mathematics.row([
    .number(cell.values[cell.place]), .text(" − "), .factor(mean),
  ])
  return [
    .text("mean \(mean.worked), variance \(variance.worked)"),
    .equation([
      .fraction(own, .root(.row([.number(variance), .text(speck(cell))]))), .number(cell.value),
    ]),
  ]
}

private func rmsNormLines(_ cell: Cell) -> [Mathematics] {
  let row = row(cell)
  let square = Reduction.mean.apply(Tensor(row.elements.map { $0 * $0 })).scalar
  return [
    .text("mean of the squares \(square.worked)"),
    .equation([
      .fraction(
        .number(cell.values[cell.place]), .root(.row([.number(square), .text(speck(cell))]))),
      .number(cell.value),
    ]),
  ]
}
