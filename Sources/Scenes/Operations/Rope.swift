import Tensors

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Operation {
  /// Turns pair i of the columns of the row at position p by the angle p · speed · base^(−2i / columns).
  ///
  /// Su and others 2021, §3.2.
  static let rope = Operation(
    "rope", "Turns pairs of columns of each row by an angle that grows with the row.",
    [
      .matrix("A"), .setting("base", default: 10_000), .setting("speed", default: 1),
      .choice("pairs", ["neighbors", "halves"]),
    ], example: "rope(R)", traits: .arithmetic,
    words: OperationProse(
      "Turn this column and its partner like a clock's hand: the angle grows with the row.",
      use: "as one of the two that are turned together"
    ) { cell in
      rotationLines(cell)
    }
  ) { call throws(SceneError) in
    try call.require(0, axes: 2)
    let axes = call.operands[0]
    let (rows, columns) = (axes[axes.count - 2], axes[axes.count - 1])
    let size = call.sheet.size(columns)
    guard size.isMultiple(of: 2) else {
      throw .columnsNotInPairs(call.texts[0], axis: call.sheet.name(columns), size: size)
    }
    let kernel = RotationKernel(
      rotation: RotaryPositions(
        positions: call.sheet.positions(rows), columns: size,
        pairsHalves: call.choices[0] == "halves"),
      base: try call.positiveSetting(0, "base"), speed: call.settings[1])
    return InferredShape(axes: axes, kernel: kernel)
  }
}

private struct RotationKernel: Kernel {
  let rotation: RotaryPositions
  let base: Setting
  let speed: Setting

  func fill(_ result: inout [Float], from operands: Operands) {
    rotation.apply(operands[0], speed(operands), into: &result)
  }

  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward) {
    let speed = speed(back.operands)
    if position == 0 {
      rotation.addGradient(back.sensitivity, speed, into: &sum)
    }
    guard position > 0 else { return }
    let slopes = rotation.speedGradient(back.sensitivity, output: back.result, speed)
    if base.isOperand(position) { sum[0] += slopes.base }
    if self.speed.isOperand(position) { sum[0] += slopes.first }
  }

  /// The two columns that are turned together.
  func reads(_ index: Int) -> [Read] {
    let (row, column) = index.quotientAndRemainder(dividingBy: rotation.columns)
    let pair = rotation.pair(of: column)
    let start = row * rotation.columns
    return [pair.first, pair.second].map { Read(operand: 0, place: start + $0) } + base.reads
      + speed.reads
  }

  var settings: [Setting] { [base, speed] }

  private func speed(_ operands: Operands) -> RotaryPositions.Speed {
    RotaryPositions.Speed(first: speed.value(operands), base: base.value(operands))
  }
}

/// The angle, and `0.50·cos 2.00 − 0.30·sin 2.00`.
private func rotationLines(_ cell: Cell) -> [Mathematics] {
  let columns = cell.shape.last ?? 1
  let isHalves = cell.reads[1].place - cell.reads[0].place > 1
  let rotation = RotaryPositions(
    positions: Array(0...cell.rowPosition), columns: columns, pairsHalves: isHalves)
  let speed = RotaryPositions.Speed(
    first: Double(cell.settings[1]), base: Double(cell.settings[0]))
  let angle = rotation.angle(row: cell.rowPosition, column: cell.column, speed)
  let (cosine, sine) = (Float(cos(angle)), Float(sin(angle)))
  let isFirst = cell.reads[0].place == cell.index
  let products = Mathematics.products([
    cell.values[0], isFirst ? cosine : sine, cell.values[1], isFirst ? -sine : cosine,
  ])
  return [
    .text("row \(cell.rowPosition) turns this pair by \(Float(angle).worked) radians"),
    .text("cosine \(cosine.worked), sine \(sine.worked)"),
    .equation([products, .number(cell.value)]),
  ]
}
