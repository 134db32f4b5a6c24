extension Operation {
  /// The claim a > b.
  static let greater = Operation.comparison(
    ">", "Holds where the left number is larger.", .greater,
    example: "A > C", sentence: "You compare two numbers: 1 where the left one is larger.")
}
