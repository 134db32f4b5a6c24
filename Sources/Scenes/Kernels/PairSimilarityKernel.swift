import Tensors

/// One number for each pair of rows of two matrices.
struct PairSimilarityKernel: Kernel {
  var multipliesRows: Bool { true }
  let likeness: PairSimilarity
  let rows: RowPairing

  func fill(_ result: inout [Float], from operands: Operands) {
    likeness.apply(operands[0], operands[1], by: rows, into: &result)
  }

  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward) {
    let (left, right) = (back.operands[0], back.operands[1])
    if position == 0 {
      likeness.addLeftGradient(back.sensitivity, left, right, by: rows, into: &sum)
    } else {
      likeness.addRightGradient(back.sensitivity, left, right, by: rows, into: &sum)
    }
  }

  func reads(_ index: Int) -> [Read] {
    (0..<rows.length).flatMap {
      [
        Read(operand: 0, place: rows.leftStarts[index] + $0),
        Read(operand: 1, place: rows.rightStarts[index] + $0),
      ]
    }
  }
}

extension Operation {
  /// An operation that makes one number of two rows; of two vectors, a scalar.
  static func likeness(
    _ name: String, _ summary: String, _ likeness: PairSimilarity, example: String,
    traits: Traits = Traits(), words: OperationProse
  ) -> Operation {
    Operation(
      name, summary, [.matrix("A"), .matrix("B")], example: example, traits: traits, words: words
    ) {
      call throws(SceneError) in
      try call.require(0, axes: 1)
      try call.require(1, axes: 1)
      let pairing = try Pairing(call, in: name)
      guard call.operands[0].last == call.operands[1].last else {
        throw Pairing.mismatch(call, in: name)
      }
      let length = pairing.left.shape.last ?? 1
      let axes = Array(pairing.axes.dropLast())
      let count = call.sheet.count(axes) ?? .max
      if count > Graph.mostElements { throw .tooManyNumbers }
      let starts = (0..<count).map { $0 * length }
      let rows = RowPairing(
        length: length, leftStarts: starts.map(pairing.left.source),
        rightStarts: starts.map(pairing.right.source))
      return InferredShape(axes: axes, kernel: PairSimilarityKernel(likeness: likeness, rows: rows))
    }
  }
}
