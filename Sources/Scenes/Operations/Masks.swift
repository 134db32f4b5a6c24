import Tensors

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Operation {
  /// Lets every place look at itself and at what came before.
  static let causal = Operation.mask(
    "causal", "Hides from each place what comes after it.", [.axis("axis")],
    example: "causal(token)",
    sentence: "A token may look at itself and at what came before: 0 there, −∞ elsewhere.",
    reason: { cell in
      cell.value == 0
        ? "column \(cell.column) does not come after row \(cell.row)"
        : "column \(cell.column) comes after row \(cell.row)"
    },
    table: { size, _ in { .causalMask(size: size) } })

  /// Lets every place look at itself and at the few before it; a step above 1 leaves gaps between
  /// them, the dilated window of Beltagy, Peters & Cohan 2020, §3.1.
  static let window = Operation.mask(
    "window",
    "Hides from each place all but itself and `width` − 1 places before it, `step` places apart.",
    [.axis("axis"), .number("width"), .number("step", default: 1)], example: "window(token, 2)",
    sentence: "A token may look at itself and a few places back: 0 there, −∞ elsewhere.",
    reason: { cell in
      let place = "column \(cell.column)"
      return cell.value == 0
        ? "\(place) lies within the window of row \(cell.row)"
        : "\(place) lies outside the window of row \(cell.row)"
    },
    table: { size, call throws(SceneError) in
      let width = try call.whole(0, "width", 1...Graph.mostElements)
      let step = try call.whole(1, "step", 1...Graph.mostElements)
      return { .windowMask(size: size, width: width, step: step) }
    })

  /// Hides the places that only fill a sentence up, from every query alike: [axis], so that it
  /// pairs with the columns of any scores.
  static let padding = Operation.mask(
    "padding", "Hides the columns from number `from` on, which only fill the sentence up.",
    [.axis("axis"), .number("from")], axes: 1, example: "padding(token, from: 2)",
    sentence: "No token may look at the padding: −∞ there, 0 elsewhere.",
    reason: { cell in
      cell.value == 0
        ? "place \(cell.column) holds a token" : "place \(cell.column) is padding"
    },
    table: { size, call throws(SceneError) in
      let start = try call.whole(0, "from", 0...Graph.mostElements)
      return { .paddingMask(size: size, from: start) }
    })

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
