import Tensors

extension Operation {
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
}
