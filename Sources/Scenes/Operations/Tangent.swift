extension Operation {
  /// The hyperbolic tangent, between −1 and 1.
  static let tanh = Operation.element(
    "tanh", "Squeezes each number between −1 and 1.", .tanh, example: "tanh(A)",
    words: OperationProse("Squeeze the number between −1 and 1.", use: "inside tanh") { cell in
      [.equation([.applied("tanh", cell.values), .number(cell.value)])]
    })
}
