import Tensors

extension Operation {
  /// Hides the places that only fill a sentence up.
  static let padding = Operation.mask(
    "padding", "Hides the places from a number on, which only fill the sentence up.",
    [.axis("axis"), .number("from")], example: "padding(token, from: 2)",
    sentence: "No token may look at the padding: −∞ there, 0 elsewhere.",
    reason: { cell in
      cell.value == 0
        ? "column \(cell.column) holds a token" : "column \(cell.column) is padding"
    },
    table: { size, call throws(SceneFault) in
      let start = try call.whole(0, "from", 0...Graph.mostElements)
      return { .paddingMask(rows: size, columns: size, from: start) }
    })
}
