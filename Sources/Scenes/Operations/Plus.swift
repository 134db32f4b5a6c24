extension Operation {
  /// The sum of two matrices, number by number.
  static let plus = Operation.pair(
    "+", "Adds number by number.", .add,
    strength: 5, example: "A + C",
    words: OperationProse("Add the two numbers.", use: "as a term") { cell in
      let (a, b) = (cell.values[0], cell.values[1])
      return [.equation([.row([.number(a), .text(" + "), .factor(b)]), .number(cell.value)])]
    })
}
