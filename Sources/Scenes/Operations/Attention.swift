import Tensors

extension Operation {
  /// softmax(Q @ K.T / sqrt(size of Q's last axis) + mask) @ V.
  ///
  /// Vaswani and others 2017, equation 1.
  static let attention = Operation(
    "attention", "Gives softmax(Q @ K.T / sqrt(size of Q's columns) + mask) @ V in one step.",
    [.matrix("Q"), .matrix("K"), .matrix("V"), .matrix("mask", isOptional: true)],
    example: "attention(A, C, P, causal(token))",
    words: Words(
      "Score the keys against the query, turn the scores into weights, and mix the values.",
      use: "inside attention"
    ) { cell in
      attentionLines(cell)
    }
  ) { call throws(SceneFault) in
    let (queries, keys) = (call.operands[0], call.operands[1])
    try call.require(1, axes: 2)
    guard let traits = queries.last else { throw .tooFewAxes(call.texts[0], needs: 1) }
    guard keys.last == traits else {
      throw .notTheColumns(call.texts[1], axis: call.sheet.name(traits), axes: call.names(1))
    }
    var recipe = Recipe(call)
    let turned = try recipe.add(.transposed, [1], "\(call.texts[1]).T")
    let scores = try recipe.add(.product, [0, turned], "\(call.texts[0]) @ \(call.texts[1]).T")
    let root = recipe.add(number: Float(call.sheet.size(traits)).squareRoot())
    let scaled = try recipe.add(.divided, [scores, root], "the scores")
    let masked =
      call.operands.count > 3 ? try recipe.add(.plus, [scaled, 3], "the scores") : scaled
    let weights = try recipe.add(.softmax, [masked], "the weights")
    _ = try recipe.add(.product, [weights, 2], "the output")
    return recipe.form
  }
}

/// Operations one after another, each judged by its own shape rule.
private struct Recipe {
  private let sheet: AxisSheet
  private var axes: [[AxisKey]]
  private var texts: [String]
  private var chain: ChainKernel

  init(_ call: Call) {
    (sheet, axes, texts) = (call.sheet, call.operands, call.texts)
    chain = ChainKernel(operandCount: call.operands.count)
  }

  var form: Form { Form(axes: axes[axes.count - 1], kernel: chain) }

  mutating func add(_ operation: Operation, _ reads: [Int], _ text: String) throws(SceneFault)
    -> Int
  {
    let call = Call(sheet: sheet, operands: reads.map { axes[$0] }, texts: reads.map { texts[$0] })
    let form = try operation.form(call)
    guard let count = sheet.count(form.axes), count <= Graph.mostElements else {
      throw .tooManyNumbers
    }
    return add(form, reads, text)
  }

  mutating func add(number: Float) -> Int {
    let table = TableKernel { Tensor(shape: [], elements: [number]) }
    return add(Form(axes: [], kernel: table), [], "")
  }

  private mutating func add(_ form: Form, _ reads: [Int], _ text: String) -> Int {
    axes.append(form.axes)
    texts.append(text)
    return chain.add(form.kernel, shape: sheet.sizes(form.axes), reads: reads)
  }
}

/// The weights of the query's row, and the mix of the values by them.
private func attentionLines(_ cell: Cell) -> [Mathematics] {
  let numbers = (0..<4).map { operand in
    zip(cell.reads, cell.values).filter { $0.0.operand == operand }.map(\.1)
  }
  let (query, keys, values, mask) = (numbers[0], numbers[1], numbers[2], numbers[3])
  let root = Float(query.count).squareRoot()
  let scores = values.indices.map { place in
    let key = keys[place * query.count..<(place + 1) * query.count]
    let score = zip(query, key).reduce(0) { $0 + $1.0 * $1.1 } / root
    return mask.isEmpty ? score : score + mask[min(place, mask.count - 1)]
  }
  let weights = Softmax.apply(Tensor(scores)).elements
  return [
    .text("scores " + scores.map(\.worked).joined(separator: ", ")),
    .text("weights " + weights.map(\.worked).joined(separator: ", ")),
    .equation([
      .products(zip(weights, values).flatMap { [$0, $1] }), .number(cell.value),
    ]),
  ]
}
