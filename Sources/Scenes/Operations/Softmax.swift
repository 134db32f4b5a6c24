import Tensors

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Operation {
  /// softmax(x)ᵢ = exp(xᵢ) / Σⱼ exp(xⱼ) along the last axis.
  static let softmax = Operation(
    "softmax",
    "Turns each row of scores into weights that sum to 1; nothing but −∞ gives zeros, and "
      + "scores of ∞ share everything.",
    [.matrix("A"), .axis("axis", isOptional: true)],
    example: "softmax(A)", traits: Traits(rowSums: .one),
    words: OperationProse(
      "Each score becomes e to its power; its share of the row's total is the weight.",
      use: "as one of the scores that share the row"
    ) { cell in
      softmaxLines(cell)
    }
  ) { call throws(SceneError) in
    try call.require(0, axes: 1)
    let axes = call.operands[0]
    let rows = InferredShape(axes: axes, kernel: SoftmaxKernel(length: call.sizes(0).last ?? 1))
    guard let axis = call.axes.first else { return rows }
    let place = try call.place(of: axis)
    if axes.count(where: { $0 == axis }) > 1 {
      throw .axisTwice(call.texts[0], axis: call.sheet.name(axis), in: "softmax")
    }
    if place == axes.count - 1 { return rows }
    return InferredShape(
      axes: axes, kernel: SoftmaxAlongKernel(rows: AxisRows(axis: place, of: call.sizes(0))),
      traits: Traits(areShares: true))
  }
}

/// Weights that sum to 1 along an axis that is not the last.
private struct SoftmaxAlongKernel: Kernel {
  let rows: AxisRows

  func fill(_ result: inout [Float], from operands: Operands) {
    Softmax.apply(operands[0], along: rows, into: &result)
  }

  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward) {
    Softmax.addGradient(back.sensitivity, weights: back.result, along: rows, into: &sum)
  }

  func reads(_ index: Int) -> [Read] {
    let row = rows.row(of: index)
    return (0..<rows.length).map { Read(operand: 0, place: rows.place(row: row, $0)) }
  }
}

private struct SoftmaxKernel: Kernel {
  let length: Int

  func fill(_ result: inout [Float], from operands: Operands) {
    Softmax.apply(operands[0], rowLength: length, into: &result)
  }

  // The Jacobian of a row is diag(p) − p pᵀ.
  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward) {
    Softmax.addGradient(
      back.sensitivity, weights: back.result, rowLength: length, into: &sum)
  }

  func reads(_ index: Int) -> [Read] {
    let start = index / length * length
    return (start..<start + length).map { Read(operand: 0, place: $0) }
  }
}

/// The fraction with its powers, the fraction with its numbers, and the share.
private func softmaxLines(_ cell: Cell) -> [Mathematics] {
  let scores = cell.values
  let own = scores[cell.place]
  let top = scores.max() ?? 0
  guard top.isFinite, !own.isNaN else { return [undividedRow(cell, top: top)] }
  // Powers beyond e^80 leave single precision, so the largest score is taken away first.
  let isShifted = top > 80 || top < -80
  let shift = isShifted ? top : 0
  // Hidden scores add e^−∞ = 0 and would push the others out of the line.
  let powers = scores.filter { $0 != -.infinity }.map { Mathematics.exponential($0 - shift) }
  let total = scores.reduce(0) { $0 + exp($1 - shift) }
  let line = Mathematics.equation([
    .fraction(.exponential(own - shift), .sum(powers)),
    .fraction(.number(exp(own - shift)), .number(total)),
    .number(cell.value),
  ])
  guard isShifted else { return [line] }
  return [.text("every score less the largest, \(top.worked), which changes no share:"), line]
}

/// Rows that have no finite largest score.
private func undividedRow(_ cell: Cell, top: Float) -> Mathematics {
  if cell.values.contains(where: \.isNaN) { return .text("a score of the row is NaN, so all are") }
  if top < 0 { return .text("every score of the row is −∞: nothing is shared, so 0.00") }
  let count = cell.values.count { $0 == .infinity }
  let all = "scores of ∞ take everything"
  return count == 1
    ? .text("\(all): \(cell.value.worked)")
    : .text("\(all), and \(count) of them share it equally: \(cell.value.worked)")
}
