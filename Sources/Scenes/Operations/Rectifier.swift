extension Operation {
  /// max(0, x).
  static let relu = Operation.element(
    "relu", "Keeps positive numbers and makes the others 0.", .relu, example: "relu(A)",
    words: OperationProse(
      "Keep the number if it is positive; otherwise take 0.", use: "inside relu"
    ) {
      cell in
      [.equation([.applied("max", [0, cell.values[0]]), .number(cell.value)])]
    })
}
