extension Operation {
  /// The claim a ≥ b.
  static let atLeast = Operation.comparison(
    ">=", "Holds where the left number is not smaller.", .greaterOrEqual, also: ["≥"],
    example: "A >= C", sentence: "You compare two numbers: 1 where the left one is not smaller.")
}
