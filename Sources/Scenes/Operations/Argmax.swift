extension Operation {
  /// The number of the first largest; it jumps, so its derivative counts as 0.
  static let argmax = Operation.row(
    "argmax", "Tells which place of each row holds the largest number.", .argmax,
    example: "argmax(A)",
    words: OperationProse("Count from 0 to the largest of these numbers.", use: "as a candidate") {
      cell in
      [.equation([.applied("argmax", cell.values), .number(cell.value)])]
    })
}
