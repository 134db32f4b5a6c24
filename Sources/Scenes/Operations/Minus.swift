extension Operation {
  /// The difference of two matrices, number by number.
  static let minus = Operation.pair(
    "-", "Subtracts number by number.", .subtract,
    strength: 5, also: ["−"], example: "A - C",
    words: OperationProse("Take the second number away from the first.", use: "in a difference") {
      cell in
      let (a, b) = (cell.values[0], cell.values[1])
      return [.equation([.row([.number(a), .text(" − "), .factor(b)]), .number(cell.value)])]
    })
}
