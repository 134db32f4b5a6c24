extension Operation {
  /// The distance from 0.
  static let abs = Operation.element(
    "abs", "Drops the sign of each number.", .abs, example: "abs(A)",
    words: OperationProse("Drop the sign.", use: "inside abs") { cell in
      [.equation([.fenced("|", .number(cell.values[0]), "|"), .number(cell.value)])]
    })
}
