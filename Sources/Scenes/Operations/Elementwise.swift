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

  /// gelu by a tanh in place of Φ, as GPT-2 has it (Hendrycks and Gimpel 2016, §2).
  static let geluTanh = Operation.element(
    "gelu_tanh", "Gives nearly what gelu gives, by a tanh, as GPT-2 does.", .geluTanh,
    example: "gelu_tanh(A)",
    traits: .arithmetic,
    words: OperationProse(
      "Weigh the number by nearly how likely a normal draw lies below it.",
      use: "inside gelu_tanh"
    ) { cell in
      [.equation([.applied("gelu_tanh", cell.values), .number(cell.value)])]
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

  /// The sine of an angle in radians.
  static let sin = Operation.element(
    "sin", "Takes the sine of each number, an angle in radians.", .sin, example: "sin(A)",
    words: OperationProse("Take the sine of this angle, in radians.", use: "as an angle") { cell in
      [.equation([.applied("sin", cell.values), .number(cell.value)])]
    })

  /// The cosine of an angle in radians; `cosine` is that between two vectors.
  static let cos = Operation.element(
    "cos", "Takes the cosine of each number, an angle in radians.", .cos, example: "cos(A)",
    words: OperationProse("Take the cosine of this angle, in radians.", use: "as an angle") {
      cell in
      [.equation([.applied("cos", cell.values), .number(cell.value)])]
    })
}
