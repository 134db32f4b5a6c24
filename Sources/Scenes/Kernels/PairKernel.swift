import Tensors

/// One function applied to two matrices number by number, each repeated where it lacks an axis.
struct PairKernel: Kernel {
  let function: BinaryFunction
  let broadcast: Broadcast
  let views: [StridedView]

  init(_ function: BinaryFunction, _ pairing: Pairing) {
    self.function = function
    views = [pairing.left, pairing.right]
    broadcast = Broadcast(pairing.left, pairing.right)
  }

  func fill(_ result: inout [Float], from operands: Operands) {
    self.function.apply(operands[0], operands[1], by: broadcast, into: &result)
  }

  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward) {
    let (left, right) = (back.operands[0], back.operands[1])
    if position == 0 {
      self.function.addLeftGradient(back.sensitivity, left, right, by: broadcast, into: &sum)
    } else {
      self.function.addRightGradient(back.sensitivity, left, right, by: broadcast, into: &sum)
    }
  }

  func reads(_ index: Int) -> [Read] {
    views.enumerated().map { Read(operand: $0.offset, place: $0.element.source(ofFlat: index)) }
  }
}

extension Operation {
  /// An operation between two matrices, number by number.
  static func pair(
    _ name: String, _ summary: String, _ function: BinaryFunction, strength: Int,
    also: [String] = [], example: String, purpose: Purpose = .formula, traits: Traits = Traits(),
    words: OperationProse
  ) -> Operation {
    Operation(
      name, summary, [.matrix("A"), .matrix("B")],
      notation: .infix(strength: strength, also: also), example: example, purpose: purpose,
      traits: traits, words: words
    ) { call throws(SceneError) in
      let pairing = try Pairing(call, in: name)
      return InferredShape(axes: pairing.axes, kernel: PairKernel(function, pairing))
    }
  }

  /// A claim about two numbers, 1 where it holds.
  static func comparison(
    _ name: String, _ summary: String, _ function: BinaryFunction, also: [String] = [],
    example: String, sentence: String
  ) -> Operation {
    pair(
      name, summary, function, strength: 4, also: also, example: example,
      purpose: .condition(isComparison: true),
      words: OperationProse(sentence, use: "in a comparison") { cell in
        let claim = "\(cell.values[0].worked) \(name) \(cell.values[1].worked)"
        return [.text(claim + (cell.value == 0 ? " does not hold" : " holds"))]
      })
  }
}
