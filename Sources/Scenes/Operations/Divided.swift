extension Operation {
  /// The quotient of two matrices, number by number.
  static let divided = Operation.pair(
    "/", "Divides number by number.", .divide,
    strength: 6, example: "A / C",
    words: OperationProse("Divide the first number by the second.", use: "in a quotient") { cell in
      let (a, b) = (cell.values[0], cell.values[1])
      return [.equation([.fraction(.number(a), .number(b)), .number(cell.value)])]
    })
}
