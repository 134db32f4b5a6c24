extension Operation {
  /// Both claims at once.
  static let both = Operation.pair(
    "and", "Holds where both sides hold.", .and, strength: 2,
    example: "A > 0 and C > 0.8", purpose: .condition(isComparison: false),
    words: OperationProse("This holds where both of its sides hold.", use: "in a condition") {
      cell in
      [.text("\(cell.values[0] != 0) and \(cell.values[1] != 0): \(cell.value != 0)")]
    })
}
