import Tensors

extension Operation {
  /// softmax(Q @ K.T / sqrt(size of Q's last axis) + mask) @ V.
  ///
  /// Vaswani and others 2017, equation 1.
  static let attention = Operation(
    "attention", "Gives softmax(Q @ K.T / sqrt(size of Q's columns) + mask) @ V in one step.",
    [.matrix("Q"), .matrix("K"), .matrix("V"), .matrix("mask", isOptional: true)],
    example: "attention(A, C, P, causal(token))", traits: Traits(rowSums: .mixed(of: [2])),
    words: OperationProse(
      "Score the keys against the query, turn the scores into weights, and mix the values.",
      use: "inside attention"
    ) { cell in
      attentionLines(cell)
    }
  ) { call throws(SceneError) in
    let (queries, keys) = (call.operands[0], call.operands[1])
    try call.require(1, axes: 2)
    guard let traits = queries.last else { throw .tooFewAxes(call.texts[0], needs: 1) }
    guard keys.last == traits else {
      throw .notTheColumns(call.texts[1], axis: call.sheet.name(traits), axes: call.names(1))
    }
    let meeting = try AttentionMeeting(call)
    return InferredShape(axes: meeting.axes, kernel: AttentionKernel(attention: meeting.attention))
  }
}

/// Scores, weights and output in one piece, without a table of all scores.
private struct AttentionKernel: Kernel {
  var multipliesRows: Bool { true }
  let attention: Attention

  func fill(_ result: inout [Float], from operands: Operands) {
    attention.apply(given(operands), into: &result)
  }

  var noteCount: Int { attention.logSumCount }

  func fill(_ result: inout [Float], noting notes: inout [Float], from operands: Operands) {
    attention.apply(given(operands), into: &result, logSums: &notes)
  }

  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward) {
    attention.addGradient(
      of: Self.operands[position],
      AttentionBackward(
        given(back.operands), output: back.result, logSums: back.notes, gradient: back.sensitivity),
      into: &sum)
  }

  /// The query's row, all keys, the column of the values, and the query's row of the mask.
  func reads(_ index: Int) -> [Read] {
    let size = attention.size
    let (row, feature) = index.quotientAndRemainder(dividingBy: size.features)
    let (number, query) = row.quotientAndRemainder(dividingBy: size.queries)
    let place = attention.places[number]
    let queries = (0..<size.traits).map { place.queries + query * size.traits + $0 }
    let keys = (0..<size.keys * size.traits).map { place.keys + $0 }
    let values = (0..<size.keys).map { place.values + $0 * size.features + feature }
    let mask = attention.mask.places(of: query, keys: size.keys).map { place.mask + $0 }
    return [queries, keys, values, mask].enumerated().flatMap { operand, places in
      places.map { Read(operand: operand, place: $0) }
    }
  }

  private static let operands: [AttentionOperand] = [.queries, .keys, .values, .mask]

  private func given(_ operands: Operands) -> AttentionOperands {
    AttentionOperands(
      queries: operands[0], keys: operands[1], values: operands[2],
      mask: operands.nodes.count > 3 ? operands[3] : [])
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
