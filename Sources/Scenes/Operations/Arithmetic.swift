extension Operation {
  /// The sum of two matrices, number by number.
  static let plus = Operation.pair(
    "+", "Adds number by number.", .add,
    strength: 5, example: "A + C", traits: .arithmetic,
    words: OperationProse("Add the two numbers.", use: "as a term") { cell in
      let (a, b) = (cell.values[0], cell.values[1])
      return [.equation([.row([.number(a), .text(" + "), .factor(b)]), .number(cell.value)])]
    })

  /// The difference of two matrices, number by number.
  static let minus = Operation.pair(
    "-", "Subtracts number by number.", .subtract,
    strength: 5, also: ["−"], example: "A - C", traits: .arithmetic,
    words: OperationProse("Take the second number away from the first.", use: "in a difference") {
      cell in
      let (a, b) = (cell.values[0], cell.values[1])
      return [.equation([.row([.number(a), .text(" − "), .factor(b)]), .number(cell.value)])]
    })

  /// The product of two matrices, number by number.
  static let times = Operation.pair(
    "*", "Multiplies number by number.", .multiply,
    strength: 6, example: "A * C", traits: .arithmetic,
    words: OperationProse("Multiply the two numbers.", use: "as a factor", pairs: true) { cell in
      let (a, b) = (cell.values[0], cell.values[1])
      return [.equation([.row([.number(a), .text(" · "), .factor(b)]), .number(cell.value)])]
    })

  /// The quotient of two matrices, number by number.
  static let divided = Operation.pair(
    "/", "Divides number by number.", .divide,
    strength: 6, example: "A / C", traits: .arithmetic,
    words: OperationProse("Divide the first number by the second.", use: "in a quotient") { cell in
      let (a, b) = (cell.values[0], cell.values[1])
      return [.equation([.fraction(.number(a), .number(b)), .number(cell.value)])]
    })

  /// −x, number by number.
  static let negative = Operation.element(
    "-", "Changes the sign of every number.", .negate, example: "-A",
    notation: .prefix(strength: 7, also: ["−"]), purpose: .negation,
    traits: .arithmetic,
    words: OperationProse("Change the sign.", use: "with its sign changed") { cell in
      [.equation([.row([.text("−"), .factor(cell.values[0])]), .number(cell.value)])]
    })
}
