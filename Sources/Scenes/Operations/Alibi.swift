import Tensors

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Operation {
  /// −slope · distance of query and key, to be added to scores.
  ///
  /// Over a head axis of size H, head h of 1…H has the slope 2^(−8h / H); without one the slope is
  /// ½, which is that of the first of eight heads. Press, Smith & Lewis 2022, §3.
  static let alibi = Operation(
    "alibi", "Gives −slope times distance for each two places; every head has its own slope.",
    [.axis("head", isOptional: true), .axis("axis")], example: "alibi(head, token)",
    words: OperationProse(
      "The further apart, the more is taken away; each head has a slope of its own.",
      use: "as a mask"
    ) { cell in
      biasLines(cell)
    }
  ) { call in
    let heads = Array(call.axes.dropLast())
    let places = call.axes.suffix(1)
    let size = call.sheet.sizes(Array(places))[0]
    let headCount = heads.first.map(call.sheet.size)
    return InferredShape(
      axes: heads + places + places,
      kernel: TableKernel {
        .linearBiases(size: size, slopes: headCount.map(slopes) ?? [0.5])
      })
  }
}

private func slopes(heads: Int) -> [Float] {
  (1...heads).map { Float(exp2(-8 * Double($0) / Double(heads))) }
}

private func biasLines(_ cell: Cell) -> [Mathematics] {
  let distance = abs(cell.row - cell.column)
  if distance == 0 { return [.text("row and column are the same place: 0.00")] }
  let places = distance == 1 ? "1 place" : "\(distance) places"
  let slope = -cell.value / Float(distance)
  return [
    .text(
      "row \(cell.row) and column \(cell.column) are \(places) apart; the slope is \(slope.worked)"),
    .equation([.row([.text("−\(slope.worked)·\(distance)")]), .number(cell.value)]),
  ]
}
