import Tensors

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Operation {
  /// Turns the columns 2i and 2i + 1 of row p by the angle p / 10000^(2i / columns).
  ///
  /// Su and others 2021, §3.2.
  static let rope = Operation(
    "rope", "Turns columns 0 and 1, 2 and 3, … of each row by an angle that grows with the row.",
    [.matrix("A")], example: "rope(R)", traits: .arithmetic,
    words: OperationProse(
      "Turn this column and its neighbour like a clock's hand: the angle grows with the row.",
      use: "as one of the two that are turned together"
    ) { cell in
      rotationLines(cell)
    }
  ) { call throws(SceneError) in
    try call.require(0, axes: 2)
    let axes = call.operands[0]
    let size = call.sizes(0).suffix(2)
    guard let rows = size.first, let columns = size.last, columns.isMultiple(of: 2) else {
      throw .columnsNotInPairs(
        call.texts[0], axis: call.names(0).last ?? "", size: size.last ?? 1)
    }
    return InferredShape(axes: axes, kernel: RotationKernel(rows: rows, columns: columns))
  }
}

private struct RotationKernel: Kernel {
  let positions: RotaryPositions

  init(rows: Int, columns: Int) {
    positions = RotaryPositions(rows: rows, columns: columns)
  }

  func fill(_ result: inout [Float], from operands: Operands) {
    positions.apply(operands[0], into: &result)
  }

  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward) {
    positions.addGradient(back.sensitivity, into: &sum)
  }

  func reads(_ index: Int) -> [Read] {
    let first = index - index % 2
    return [Read(operand: 0, place: first), Read(operand: 0, place: first + 1)]
  }
}

/// The angle, and `0.50·cos 2.00 − 0.30·sin 2.00`.
private func rotationLines(_ cell: Cell) -> [Mathematics] {
  let columns = cell.shape.last ?? 1
  let angle = RotaryPositions.angle(row: cell.row, column: cell.column, columns: columns)
  let (cosine, sine) = (Float(cos(angle)), Float(sin(angle)))
  let isFirst = cell.column.isMultiple(of: 2)
  let products = Mathematics.products([
    cell.values[0], isFirst ? cosine : sine, cell.values[1], isFirst ? -sine : cosine,
  ])
  return [
    .text("row \(cell.row) turns this pair by \(Float(angle).worked) radians"),
    .text("cosine \(cosine.worked), sine \(sine.worked)"),
    .equation([products, .number(cell.value)]),
  ]
}
