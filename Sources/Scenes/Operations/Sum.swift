extension Operation {
  /// Σ x along the last axis.
  static let sum = Operation.row(
    "sum", "Adds up each row.", .sum,
    example: "sum(A)",
    words: OperationProse("Add these numbers up.", use: "as a term") { cell in
      [.equation([.sum(cell.values.map(Mathematics.factor), most: 6), .number(cell.value)])]
    })
}
