extension Operation {
  /// The largest number; where several are, they share the derivative.
  static let max = Operation.row(
    "max", "Takes the largest number of each row.", .max,
    example: "max(A)",
    words: OperationProse("Take the largest of these numbers.", use: "as a candidate") { cell in
      [.equation([.applied("max", cell.values), .number(cell.value)])]
    })
}
