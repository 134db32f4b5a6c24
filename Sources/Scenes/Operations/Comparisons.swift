extension Operation {
  /// The claim a < b.
  static let less = Operation.comparison(
    "<", "Holds where the left number is smaller.", .less,
    example: "A < C", sentence: "You compare two numbers: 1 where the left one is smaller.")

  /// The claim a ≤ b.
  static let atMost = Operation.comparison(
    "<=", "Holds where the left number is not larger.", .lessOrEqual, also: ["≤"],
    example: "A <= C", sentence: "You compare two numbers: 1 where the left one is not larger.")

  /// The claim a > b.
  static let greater = Operation.comparison(
    ">", "Holds where the left number is larger.", .greater,
    example: "A > C", sentence: "You compare two numbers: 1 where the left one is larger.")

  /// The claim a ≥ b.
  static let atLeast = Operation.comparison(
    ">=", "Holds where the left number is not smaller.", .greaterOrEqual, also: ["≥"],
    example: "A >= C", sentence: "You compare two numbers: 1 where the left one is not smaller.")

  /// The claim a = b.
  static let equal = Operation.comparison(
    "==", "Holds where the numbers are the same.", .equal,
    example: "A == C", sentence: "You compare two numbers: 1 where they are the same.")

  /// The claim a ≠ b.
  static let different = Operation.comparison(
    "!=", "Holds where the numbers differ.", .notEqual, also: ["≠"],
    example: "A != C", sentence: "You compare two numbers: 1 where they differ.")

  /// Both claims at once.
  static let both = Operation.pair(
    "and", "Holds where both sides hold.", .and, strength: 2,
    example: "A > 0 and C > 0.8", purpose: .condition(isComparison: false),
    words: OperationProse("This holds where both of its sides hold.", use: "in a condition") {
      cell in
      [.text("\(cell.values[0] != 0) and \(cell.values[1] != 0): \(cell.value != 0)")]
    })

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

  /// The opposite of a claim.
  static let negated = Operation.element(
    "not", "Holds where what follows does not.", .not, example: "not A > 0",
    notation: .prefix(strength: 4), purpose: .condition(isComparison: false),
    words: OperationProse("This holds where what follows does not.", use: "in a condition") {
      cell in
      [.text("not \(cell.values[0] != 0): \(cell.value != 0)")]
    })
}
