extension Operation {
  /// The claim a = b.
  static let equal = Operation.comparison(
    "==", "Holds where the numbers are the same.", .equal,
    example: "A == C", sentence: "You compare two numbers: 1 where they are the same.")
}
