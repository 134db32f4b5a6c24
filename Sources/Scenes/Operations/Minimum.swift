extension Operation {
  /// The smallest number; where several are, they share the derivative.
  static let min = Operation.row(
    "min", "Takes the smallest number of each row.", .min,
    example: "min(A)",
    words: OperationProse("Take the smallest of these numbers.", use: "as a candidate") { cell in
      [.equation([.applied("min", cell.values), .number(cell.value)])]
    })
}
