extension Operation {
  /// The claim a ≤ b.
  static let atMost = Operation.comparison(
    "<=", "Holds where the left number is not larger.", .lessOrEqual, also: ["≤"],
    example: "A <= C", sentence: "You compare two numbers: 1 where the left one is not larger.")
}
