import Tensors

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Operation {
  /// The mean over rows of −log softmax(scores) at the target.
  ///
  /// Targets are the place of the right score in each row, or a row of shares such as 0 0 1.
  static let crossEntropy = Operation(
    "cross_entropy",
    "Averages −log of the target's softmax weight over the rows; a place or shares say which.",
    [.matrix("scores"), .matrix("targets")], example: "cross_entropy(A, P)",
    words: OperationProse(
      "Turn each row into shares, take −log of the target's share, and average over the rows.",
      use: "in the loss"
    ) { cell in
      lossLines(cell)
    }
  ) { call throws(SceneError) in
    try call.require(0, axes: 1)
    let (scores, targets) = (call.operands[0], call.operands[1])
    guard targets == scores || targets == Array(scores.dropLast()) else {
      throw Pairing.mismatch(call, in: "cross_entropy")
    }
    let loss = CrossEntropy(
      rowLength: call.sizes(0).last ?? 1, targets: targets == scores ? .shares : .places)
    let rows = call.sheet.sizes(Array(scores.dropLast())).reduce(1, *)
    return InferredShape(axes: [], kernel: LossKernel(loss: loss, rows: rows))
  }
}

private struct LossKernel: Kernel {
  let loss: CrossEntropy
  let rows: Int

  func fill(_ result: inout [Float], from operands: Operands) {
    loss.apply(operands[0], operands[1], into: &result)
  }

  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward) {
    let (scores, targets) = (back.operands[0], back.operands[1])
    if position == 0 {
      loss.addScoreGradient(back.sensitivity[0], scores, targets, into: &sum)
    } else {
      loss.addTargetGradient(back.sensitivity[0], scores, into: &sum)
    }
  }

  /// Row by row its scores, then its target.
  func reads(_ index: Int) -> [Read] {
    let width = loss.targets == .places ? 1 : loss.rowLength
    return (0..<rows).flatMap { row in
      (0..<loss.rowLength).map { Read(operand: 0, place: row * loss.rowLength + $0) }
        + (0..<width).map { Read(operand: 1, place: row * width + $0) }
    }
  }
}

/// −(log 0.71 + log 0.20) / 2, the weights of the targets.
private func lossLines(_ cell: Cell) -> [Mathematics] {
  let length = cell.reads.prefix { $0.operand == 0 }.count
  let width = cell.reads.dropFirst(length).prefix { $0.operand == 1 }.count
  let rows = cell.values.count / (length + width)
  let logarithms = (0..<rows).flatMap { row in
    let numbers = cell.values.dropFirst(row * (length + width)).prefix(length + width)
    return terms(Array(numbers.prefix(length)), targets: Array(numbers.suffix(width)))
  }
  let total = Mathematics.row([.text("−"), .fenced("(", .sum(logarithms), ")")])
  return [.equation([.fraction(total, .text(String(rows))), .number(cell.value)])]
}

/// The logarithms that a row adds, each with its share where that is not 1.
private func terms(_ scores: [Float], targets: [Float]) -> [Mathematics] {
  let weights = Softmax.apply(Tensor(scores)).elements
  if scores.count == 1 { return [.applied("log", weights)] }
  guard targets.count == scores.count else { return [logarithm(of: weights, at: targets[0])] }
  return zip(targets, weights).filter { $0.0 != 0 }.map { target, weight in
    let logarithm = Mathematics.applied("log", [weight])
    return target == 1 ? logarithm : .row([.factor(target), .text("·"), logarithm])
  }
}

private func logarithm(of weights: [Float], at target: Float) -> Mathematics {
  guard let place = Int(exactly: target.rounded()), weights.indices.contains(place) else {
    return .text("no place \(target.worked)")
  }
  return .applied("log", [weights[place]])
}
