import Tensors

/// How queries, keys, values and a mask meet: as in softmax(Q @ K.T / … + mask) @ V spelled out.
///
/// Each of these operations is judged by its own shape rule, so that its mistakes are the same.
struct AttentionMeeting {
  let axes: [AxisKey]
  let attention: Attention

  /// More multiplications than this would keep a person waiting; a power counts as sixteen.
  private static let mostWork = 2e10

  init(_ call: Call) throws(SceneError) {
    let weights = try AttentionReach(weightsOf: call)
    let weighing = Call(
      sheet: call.sheet, operands: [weights.axes, call.operands[2]],
      passages: [.words("the weights"), call.passages[2]])
    axes = try Operation.product.form(weighing).axes
    let traits = call.sizes(0).last ?? 1
    let features = call.operands[2].count > 1 ? call.sizes(2).last ?? 1 : 1
    let keys = call.sheet.sizes(weights.axes).last ?? 1
    let rows = AttentionReach(rowsOf: weights, call)
    let work = call.sheet.sizes(rows.axes).reduce(Double(keys)) { $0 * Double($1) }
    if work * Double(traits + features + 16) > Self.mostWork { throw .tooMuchWork }
    let isMatrix = rows.isMatrix(traits: traits)
    let stacks = call.sheet.sizes(isMatrix ? rows.axes.dropLast() : rows.axes)
    let mask = AttentionMask.table(
      queryStride: isMatrix ? rows.mask.last ?? 0 : 0, keyStride: weights.mask.last ?? 0)
    attention = Attention(
      AttentionSize(
        queries: isMatrix ? rows.axes.last.map(call.sheet.size) ?? 1 : 1, keys: keys,
        traits: traits, features: features),
      places: rows.places(stacks), mask: call.operands.count > 3 ? mask : .none,
      divisor: Float(traits).squareRoot())
  }
}

/// The distances in memory of each operand along the axes of an intermediate result; 0 repeats.
private struct AttentionReach {
  private(set) var axes: [AxisKey]
  var queries: [Int]
  var keys: [Int]
  var values: [Int]
  var mask: [Int]

  /// Along the axes of the weights: stacks, queries, keys.
  init(weightsOf call: Call) throws(SceneError) {
    let turning = Call(
      sheet: call.sheet, operands: [call.operands[1]], passages: [call.passages[1]])
    let turned = try Operation.transposed.form(turning).axes
    let scoring = Call(
      sheet: call.sheet, operands: [call.operands[0], turned],
      passages: [call.passages[0], .words(call.texts[1] + ".T")])
    let scores = try Operation.product.form(scoring).axes
    let rows = call.operands[0].suffix(2).dropLast()
    let stacks = scores.dropLast(rows.count + 1)
    let traits = call.sizes(0).last ?? 1
    let queries = call.strides(0, along: stacks) + rows.map { _ in traits } + [0]
    let keys = call.strides(1, along: stacks) + rows.map { _ in 0 } + [traits]
    let nothing = scores.map { _ in 0 }
    (axes, self.queries, self.keys) = (scores, queries, keys)
    (values, mask) = (nothing, nothing)
    if call.operands.count > 3 { self = try masked(call) }
  }

  private init(axes: [AxisKey]) {
    self.axes = axes
    let nothing = axes.map { _ in 0 }
    (queries, keys, values, mask) = (nothing, nothing, nothing, nothing)
  }

  /// Along the axes of the scores and the mask together.
  private func masked(_ call: Call) throws(SceneError) -> AttentionReach {
    let masking = Call(
      sheet: call.sheet, operands: [axes, call.operands[3]],
      passages: [.words("the scores"), call.passages[3]])
    guard let (axes, places) = Pairing.meeting(masking.operands[0], masking.operands[1]) else {
      throw Pairing.mismatch(masking, in: "+")
    }
    var reach = AttentionReach(axes: axes)
    for (own, place) in places.left.enumerated() {
      reach.queries[place] = queries[own]
      reach.keys[place] = keys[own]
    }
    let strides = Tensor.strides(of: call.sizes(3))
    for (own, place) in places.right.enumerated() { reach.mask[place] = strides[own] }
    return reach
  }

  /// Along the axes of the result, but for its columns.
  init(rowsOf weights: AttentionReach, _ call: Call) {
    let (own, others) = (weights.axes.dropLast(2), call.operands[2].dropLast(2))
    let stacks = Pairing.joined(own, others)
    self.init(axes: stacks + weights.axes.suffix(2).dropLast())
    for place in weights.axes.indices.dropLast() {
      let target = place < own.count ? stacks.firstIndex(of: own[place]) ?? 0 : stacks.count
      queries[target] = weights.queries[place]
      keys[target] = weights.keys[place]
      mask[target] = weights.mask[place]
    }
    let strides = call.strides(2, along: stacks[...])
    for (place, stride) in strides.enumerated() { values[place] = stride }
  }

  /// Whether the last axis makes rows of queries that meet the same keys.
  func isMatrix(traits: Int) -> Bool {
    queries.last == traits && keys.last == 0
  }

  /// Where the operands' matrices start for each place of the stacks, the first axes.
  func places(_ stacks: [Int]) -> [AttentionPlace] {
    func starts(_ strides: [Int]) -> [Int] {
      let view = StridedView(shape: stacks, strides: Array(strides.prefix(stacks.count)))
      return (0..<view.count).map(view.source)
    }
    let (queries, keys) = (starts(queries), starts(keys))
    let (values, mask) = (starts(values), starts(mask))
    return queries.indices.map {
      AttentionPlace(queries: queries[$0], keys: keys[$0], values: values[$0], mask: mask[$0])
    }
  }
}

extension Call {
  /// The distances in memory of an operand's stacks along these axes; 0 where it lacks one.
  fileprivate func strides(_ operand: Int, along stacks: ArraySlice<AxisKey>) -> [Int] {
    let own = operands[operand].dropLast(2)
    let strides = Tensor.strides(of: sizes(operand))
    return stacks.map { axis in own.firstIndex(of: axis).map { strides[$0] } ?? 0 }
  }
}
