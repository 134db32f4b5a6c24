extension Operation {
  /// −x, number by number.
  static let negative = Operation.element(
    "-", "Changes the sign of every number.", .negate, example: "-A",
    notation: .prefix(strength: 7, also: ["−"]), purpose: .negation,
    words: OperationProse("Change the sign.", use: "with its sign changed") { cell in
      [.equation([.row([.text("−"), .factor(cell.values[0])]), .number(cell.value)])]
    })
}
