extension Operation {
  /// The claim a < b.
  static let less = Operation.comparison(
    "<", "Holds where the left number is smaller.", .less,
    example: "A < C", sentence: "You compare two numbers: 1 where the left one is smaller.")
}
