extension Operation {
  /// The product of two matrices, number by number.
  static let times = Operation.pair(
    "*", "Multiplies number by number.", .multiply,
    strength: 6, example: "A * C",
    words: OperationProse("Multiply the two numbers.", use: "as a factor", pairs: true) { cell in
      let (a, b) = (cell.values[0], cell.values[1])
      return [.equation([.row([.number(a), .text(" · "), .factor(b)]), .number(cell.value)])]
    })
}
