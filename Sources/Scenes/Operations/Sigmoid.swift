extension Operation {
  /// 1 / (1 + exp(−x)).
  static let sigmoid = Operation.element(
    "sigmoid", "Squeezes each number between 0 and 1.", .sigmoid, example: "sigmoid(A)",
    words: OperationProse("Squeeze the number between 0 and 1.", use: "inside sigmoid") { cell in
      [
        .equation([
          .fraction(.number(1), .row([.number(1), .text(" + "), .exponential(-cell.values[0])])),
          .number(cell.value),
        ])
      ]
    })
}
