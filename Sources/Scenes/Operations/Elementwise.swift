extension Operation {
  /// e to the power x.
  static let exp = Operation.element(
    "exp", "Raises e to each number.", .exp, example: "exp(A)",
    words: OperationProse("Raise e, about 2.72, to this number.", use: "inside exp") { cell in
      [.equation([.exponential(cell.values[0]), .number(cell.value)])]
    })

  /// The natural logarithm, to which exp is the way back.
  static let log = Operation.element(
    "log", "Takes the natural logarithm of each number.", .log, example: "log(C)",
    words: OperationProse("Ask which power of e gives this number.", use: "inside log") { cell in
      [.equation([.applied("log", cell.values), .number(cell.value)])]
    })

  /// √x; of a negative number it is NaN.
  static let sqrt = Operation.element(
    "sqrt", "Takes the square root of each number.", .sqrt, example: "sqrt(C)",
    words: OperationProse("Ask which number, times itself, gives this one.", use: "inside sqrt") {
      cell in
      [.equation([.root(.number(cell.values[0])), .number(cell.value)])]
    })

  /// The distance from 0.
  static let abs = Operation.element(
    "abs", "Drops the sign of each number.", .abs, example: "abs(A)",
    traits: .arithmetic,
    words: OperationProse("Drop the sign.", use: "inside abs") { cell in
      [.equation([.fenced("|", .number(cell.values[0]), "|"), .number(cell.value)])]
    })

  /// max(0, x).
  static let relu = Operation.element(
    "relu", "Keeps positive numbers and makes the others 0.", .relu, example: "relu(A)",
    traits: .arithmetic,
    words: OperationProse(
      "Keep the number if it is positive; otherwise take 0.", use: "inside relu"
    ) {
      cell in
      [.equation([.applied("max", [0, cell.values[0]]), .number(cell.value)])]
    })

  /// x · Φ(x), with the normal distribution's Φ (Hendrycks and Gimpel 2016).
  static let gelu = Operation.element(
    "gelu", "Weighs each number by how likely a normal draw lies below it.", .gelu,
    example: "gelu(A)",
    traits: .arithmetic,
    words: OperationProse(
      "Weigh the number by how likely a normal draw lies below it.", use: "inside gelu"
    ) { cell in
      [.equation([.applied("gelu", cell.values), .number(cell.value)])]
    })

  /// x where positive, exp(x) − 1 elsewhere.
  static let elu = Operation.element(
    "elu", "Keeps positive numbers and bends the others towards −1.", .elu, example: "elu(A)",
    traits: .arithmetic,
    words: OperationProse(
      "Keep the number if it is positive; otherwise bend it towards −1.", use: "inside elu"
    ) { cell in
      [.equation([.applied("elu", cell.values), .number(cell.value)])]
    })

  /// The hyperbolic tangent, between −1 and 1.
  static let tanh = Operation.element(
    "tanh", "Squeezes each number between −1 and 1.", .tanh, example: "tanh(A)",
    words: OperationProse("Squeeze the number between −1 and 1.", use: "inside tanh") { cell in
      [.equation([.applied("tanh", cell.values), .number(cell.value)])]
    })

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
