extension Operation {
  /// x where positive, exp(x) − 1 elsewhere.
  static let elu = Operation.element(
    "elu", "Keeps positive numbers and bends the others towards −1.", .elu, example: "elu(A)",
    words: OperationProse(
      "Keep the number if it is positive; otherwise bend it towards −1.", use: "inside elu"
    ) { cell in
      [.equation([.applied("elu", cell.values), .number(cell.value)])]
    })
}
