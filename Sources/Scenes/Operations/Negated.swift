extension Operation {
  /// The opposite of a claim.
  static let negated = Operation.element(
    "not", "Holds where what follows does not.", .not, example: "not A > 0",
    notation: .prefix(strength: 4), purpose: .condition(isComparison: false),
    words: OperationProse("This holds where what follows does not.", use: "in a condition") {
      cell in
      [.text("not \(cell.values[0] != 0): \(cell.value != 0)")]
    })
}
