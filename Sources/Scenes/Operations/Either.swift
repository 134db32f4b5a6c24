extension Operation {
  /// One claim or the other.
  static let either = Operation.pair(
    "or", "Holds where at least one side holds.", .or, strength: 1,
    example: "A > 0 or C > 0.8", purpose: .condition(isComparison: false),
    words: OperationProse(
      "This holds where at least one of its sides holds.", use: "in a condition"
    ) {
      cell in
      [.text("\(cell.values[0] != 0) or \(cell.values[1] != 0): \(cell.value != 0)")]
    })
}
