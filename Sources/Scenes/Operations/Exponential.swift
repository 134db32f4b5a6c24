extension Operation {
  /// e to the power x.
  static let exp = Operation.element(
    "exp", "Raises e to each number.", .exp, example: "exp(A)",
    words: OperationProse("Raise e, about 2.72, to this number.", use: "inside exp") { cell in
      [.equation([.exponential(cell.values[0]), .number(cell.value)])]
    })
}
