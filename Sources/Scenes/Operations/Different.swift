extension Operation {
  /// The claim a ≠ b.
  static let different = Operation.comparison(
    "!=", "Holds where the numbers differ.", .notEqual, also: ["≠"],
    example: "A != C", sentence: "You compare two numbers: 1 where they differ.")
}
