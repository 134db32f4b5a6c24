import Tensors

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Operation {
  /// Lets every place look at itself and at what came before.
  static let causal = Operation.mask(
    "causal", "Hides from each place what comes after it.",
    [.axis("axis"), .axis("columns", isOptional: true)],
    example: "causal(token)",
    sentence: "A token may look at itself and at what came before: 0 there, −∞ elsewhere.",
    reason: { cell in
      cell.value == 0
        ? "column \(cell.columnPosition) does not come after row \(cell.rowPosition)"
        : "column \(cell.columnPosition) comes after row \(cell.rowPosition)"
    },
    isSeen: { query, key, _ in key <= query })

  /// Lets every place look at itself and at the few before it; a step above 1 leaves gaps between
  /// them, the dilated window of Beltagy, Peters & Cohan 2020, §3.1.
  static let window = Operation.mask(
    "window",
    "Hides from each place all but itself and `width` − 1 places before it, `step` places apart.",
    [
      .axis("axis"), .axis("columns", isOptional: true), .setting("width"),
      .setting("step", default: 1),
    ], example: "window(token, 2)",
    sentence: "A token may look at itself and a few places back: 0 there, −∞ elsewhere.",
    reason: { cell in
      let place = "column \(cell.columnPosition)"
      return cell.value == 0
        ? "\(place) lies within the window of row \(cell.rowPosition)"
        : "\(place) lies outside the window of row \(cell.rowPosition)"
    },
    options: { call throws(SceneError) in
      [
        try call.wholeSetting(0, "width", 1...Graph.mostElements),
        try call.wholeSetting(1, "step", 1...Graph.mostElements),
      ]
    },
    isSeen: { query, key, options in
      let (steps, rest) = (query - key).quotientAndRemainder(dividingBy: options.second)
      return query >= key && rest == 0 && steps < options.first
    })

  /// Lets every place look at itself and at the few on both sides of it.
  static let band = Operation.mask(
    "band", "Hides from each place all but itself and `reach` places on both sides of it.",
    [.axis("axis"), .axis("columns", isOptional: true), .setting("reach")],
    example: "band(token, reach: 1)",
    sentence: "A token may look at itself and a few places to both sides: 0 there, −∞ elsewhere.",
    reason: { cell in
      let place = "column \(cell.columnPosition)"
      return cell.value == 0
        ? "\(place) lies within reach of row \(cell.rowPosition)"
        : "\(place) lies out of reach of row \(cell.rowPosition)"
    },
    options: { call throws(SceneError) in
      [try call.wholeSetting(0, "reach", 0...Graph.mostElements)]
    },
    isSeen: { query, key, options in Swift.abs(query - key) <= options.first })

  /// Hides the places that only fill a sentence up, from every query alike: [axis], so that it
  /// pairs with the columns of any scores.
  static let padding = Operation.mask(
    "padding", "Hides the columns from number `from` on, which only fill the sentence up.",
    [.axis("axis"), .setting("from")], axes: 1, example: "padding(token, from: 2)",
    sentence: "No token may look at the padding: −∞ there, 0 elsewhere.",
    reason: { cell in
      cell.value == 0
        ? "place \(cell.columnPosition) holds a token" : "place \(cell.columnPosition) is padding"
    },
    options: { call throws(SceneError) in
      [try call.wholeSetting(0, "from", 0...Graph.mostElements)]
    },
    isSeen: { _, key, options in key < options.first })

  /// −slope · distance of query and key, to be added to scores.
  ///
  /// Over a head axis of size H, head h of 1…H has the slope 2^(−8h / H), or the given slope to the
  /// power h; without one the slope is ½, which is that of the first of eight heads. Press, Smith &
  /// Lewis 2022, §3.
  static let alibi = Operation(
    "alibi", "Gives −slope times distance for each two places; every head has its own slope.",
    [
      .axis("head", isOptional: true), .axis("axis"), .axis("columns", isOptional: true),
      .setting("slope", default: 0.5),
    ],
    example: "alibi(head, token)", traits: .arithmetic,
    words: OperationProse(
      "The further apart, the more is taken away; each head has a slope of its own.",
      use: "as a mask"
    ) { cell in
      biasLines(cell)
    }
  ) { call throws(SceneError) in
    // With two axes, the first is a head unless both are parts of one.
    let isHeaded =
      call.axes.count > 1 && call.sheet.root(call.axes[0]) != call.sheet.root(call.axes[1])
    let heads = Array(call.axes.prefix(isHeaded ? 1 : 0))
    let (rows, columns) = try call.positionedAxes(Array(call.axes.dropFirst(heads.count)))
    let headCount = heads.first.map(call.sheet.size) ?? 1
    let isPlain = !heads.isEmpty && !call.written.contains("slope")
    let kernel = DistanceKernel(
      rows: call.sheet.positions(rows), columns: call.sheet.positions(columns),
      headCount: headCount,
      slope: isPlain ? .fixed(exp2(-8 / Double(headCount))) : call.settings[0])
    return InferredShape(axes: heads + [rows, columns], kernel: kernel)
  }

  /// 0, 1, 2, … for the places of an axis: [axis].
  static let position = Operation(
    "position", "Counts the places of an axis from 0: 0, 1, 2, …", [.axis("axis")],
    example: "position(token)",
    words: OperationProse("The position of the place, counted from 0.", use: "as a position") {
      [.text(String(Int($0.value)))]
    }
  ) { call in
    let positions = call.sheet.positions(call.axes[0]).map(Float.init)
    return InferredShape(axes: call.axes, kernel: TableKernel { Tensor(positions) })
  }
}

/// −slopeʰ · distance for the heads h, counted from 1.
private struct DistanceKernel: Kernel {
  let rows: [Int]
  let columns: [Int]
  let headCount: Int
  let slope: Setting

  func fill(_ result: inout [Float], from operands: Operands) {
    let slope = slope.value(operands)
    forEachCell { index, head, distance in
      // Subtracting from zero, so that no distance is 0 and not −0.
      result[index] = 0 - Float(pow(slope, Double(head))) * distance
    }
  }

  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward) {
    let slope = slope.value(back.operands)
    var total = 0.0
    forEachCell { index, head, distance in
      let bend = Double(head) * pow(slope, Double(head - 1))
      total -= Double(back.sensitivity[index]) * bend * Double(distance)
    }
    sum[0] += Float(total)
  }

  func reads(_ index: Int) -> [Read] { slope.reads }

  var settings: [Setting] { [slope] }

  @inline(__always)
  private func forEachCell(_ body: (_ index: Int, _ head: Int, _ distance: Float) -> Void) {
    var index = 0
    for head in 1...headCount {
      for row in rows {
        for column in columns {
          body(index, head, Float(abs(row - column)))
          index += 1
        }
      }
    }
  }
}

private func biasLines(_ cell: Cell) -> [Mathematics] {
  let distance = abs(cell.row - cell.columnPosition)
  if distance == 0 { return [.text("row and column are the same place: 0.00")] }
  let places = distance == 1 ? "1 place" : "\(distance) places"
  let slope = -cell.value / Float(distance)
  return [
    .text(
      "row \(cell.rowPosition) and column \(cell.columnPosition) are \(places) apart; the slope is \(slope.worked)"
    ),
    .equation([.row([.text("−\(slope.worked)·\(distance)")]), .number(cell.value)]),
  ]
}
