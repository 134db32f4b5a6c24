import Tensors

extension Operation {
  /// All weight for the largest score; where several are largest, they share it.
  static let hardmax = Operation(
    "hardmax",
    "Gives all weight of each row to its largest score; equal ones share it, nothing but −∞ gives "
      + "zeros.",
    [.matrix("A")],
    example: "hardmax(A)", traits: Traits(rowSums: .one),
    words: OperationProse(
      "The largest score of the row takes all the weight; equal ones share it.",
      use: "as one of the scores that compete"
    ) { cell in
      hardmaxLines(cell)
    }
  ) { call throws(SceneError) in
    try call.require(0, axes: 1)
    let length = call.sizes(0).last ?? 1
    return InferredShape(axes: call.operands[0], kernel: HardmaxKernel(length: length))
  }

  /// The k largest numbers of each row, and −∞ in place of the others.
  static let topk = Operation(
    "topk", "Keeps the `k` largest numbers of each row, of equal ones the earlier; −∞ elsewhere.",
    [.matrix("A"), .setting("k")], example: "topk(A, k: 2)", traits: .arithmetic,
    words: OperationProse(
      "Keep the number if it is among the largest of its row; otherwise take −∞.",
      use: "as one of the numbers that compete"
    ) { cell in
      topkLines(cell)
    }
  ) { call throws(SceneError) in
    try call.require(0, axes: 1)
    let kernel = TopKernel(
      length: call.sizes(0).last ?? 1,
      count: try call.wholeSetting(0, "k", 1...Graph.mostElements))
    return InferredShape(axes: call.operands[0], kernel: kernel)
  }

  /// One of two matrices, number by number.
  static let choice = Operation(
    "where", "Takes the number of A where the claim holds, and that of B elsewhere.",
    [.condition("claim"), .matrix("A"), .matrix("B")], example: "where(A > 0.3, A, C)",
    words: OperationProse(
      "Take the number of the first matrix where the claim holds, otherwise that of the second.",
      use: "as one of two that the claim chooses from"
    ) { cell in
      let claim = cell.values[0]
      if claim.isNaN { return [.text("the claim is NaN, so the number is too")] }
      let (word, name) = claim != 0 ? ("holds", "first") : ("does not hold", "second")
      return [.text("the claim \(word): the \(name), \(cell.value.worked)")]
    }
  ) { call throws(SceneError) in
    let (axes, views) = try choicePairing(call)
    return InferredShape(axes: axes, kernel: ChoiceKernel(views: views))
  }
}

// MARK: The largest of a row

private struct HardmaxKernel: Kernel {
  let length: Int

  func fill(_ result: inout [Float], from operands: Operands) {
    RowChoice.hardmax(operands[0], rowLength: length, into: &result)
  }

  // It jumps.
  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward) {}

  func reads(_ index: Int) -> [Read] { rowReads(index, length) }
}

private struct TopKernel: Kernel {
  let length: Int
  let count: WholeSetting

  func fill(_ result: inout [Float], from operands: Operands) {
    RowChoice.largest(
      count.value(operands), of: operands[0], rowLength: length, into: &result)
  }

  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward) {
    guard position == 0 else { return }
    RowChoice.addLargestGradient(
      back.sensitivity, count.value(back.operands), of: back.operands[0], rowLength: length,
      into: &sum)
  }

  func reads(_ index: Int) -> [Read] { rowReads(index, length) + count.setting.reads }

  var settings: [Setting] { [count.setting] }
}

/// All numbers of the first operand's row in which a cell lies.
private func rowReads(_ index: Int, _ length: Int) -> [Read] {
  let start = index / length * length
  return (start..<start + length).map { Read(operand: 0, place: $0) }
}

private func hardmaxLines(_ cell: Cell) -> [Mathematics] {
  let scores = cell.values
  if scores.contains(where: \.isNaN) { return [.text("a score of the row is NaN, so all are")] }
  guard let top = scores.max(), top != -.infinity else {
    return [.text("every score of the row is −∞: nothing is shared, so 0.00")]
  }
  let count = scores.count { $0 == top }
  let largest = "the largest score is \(top.worked)"
  if scores[cell.place] != top {
    return [.text("\(largest), and this one is \(scores[cell.place].worked): 0.00")]
  }
  return [
    .text(
      count == 1
        ? "\(largest), and only this one has it: 1.00"
        : "\(largest), and \(count) share it: \(cell.value.worked)")
  ]
}

private func topkLines(_ cell: Cell) -> [Mathematics] {
  let row = cell.reads.indices.filter { cell.reads[$0].operand == 0 }
  guard let own = row.first(where: { cell.reads[$0].place == cell.index }) else { return [] }
  let larger = row.count {
    cell.values[$0] > cell.values[own] || (cell.values[$0] == cell.values[own] && $0 < own)
  }
  let rank = "number \(larger + 1) of its row by size"
  return [.text("\(cell.values[own].worked) is \(rank): \(cell.value.worked)")]
}

// MARK: One of two

/// How claim, first and second meet number by number: the two first, then both with the claim.
private func choicePairing(
  _ call: Call
) throws(SceneError) -> (axes: [AxisKey], views: [StridedView]) {
  let values = try Pairing.places(call, [1, 2])
  let whole = Call(
    sheet: call.sheet, operands: [call.operands[0], values.axes],
    passages: [call.passages[0], .words("the choice")])
  let all = try Pairing.places(whole, [0, 1])
  let places = [all.left] + [values.left, values.right].map { $0.map { all.right[$0] } }
  let shape = call.sheet.sizes(all.axes)
  let views = places.enumerated().map { Pairing.view(shape, of: call.sizes($0), at: $1) }
  return (all.axes, views)
}

private struct ChoiceKernel: Kernel {
  let views: [StridedView]

  func fill(_ result: inout [Float], from operands: Operands) {
    let (claims, first, second) = (operands[0], operands[1], operands[2])
    for index in result.indices {
      let claim = claims[views[0].source(ofFlat: index)]
      // A claim that is NaN is no claim.
      result[index] =
        claim.isNaN
        ? .nan
        : claim != 0
          ? first[views[1].source(ofFlat: index)] : second[views[2].source(ofFlat: index)]
    }
  }

  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward) {
    guard position > 0 else { return }
    let claims = back.operands[0]
    for index in back.sensitivity.indices {
      let holds = claims[views[0].source(ofFlat: index)] != 0
      guard holds == (position == 1) else { continue }
      sum[views[position].source(ofFlat: index)] += back.sensitivity[index]
    }
  }

  func reads(_ index: Int) -> [Read] {
    views.enumerated().map { Read(operand: $0.offset, place: $0.element.source(ofFlat: index)) }
  }
}
