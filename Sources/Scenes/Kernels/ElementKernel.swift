import Tensors

/// One function applied to every number: y = f(x).
struct ElementKernel: Kernel {
  let function: UnaryFunction

  func fill(_ result: inout [Float], from operands: Operands) {
    self.function.apply(operands[0], into: &result)
  }

  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward) {
    self.function.addGradient(
      back.sensitivity, input: back.operands[0], output: back.result, into: &sum)
  }

  func reads(_ index: Int) -> [Read] { [Read(operand: 0, place: index)] }
}

extension Operation {
  /// An operation that applies one function to every number.
  static func element(
    _ name: String, _ summary: String, _ function: UnaryFunction, example: String,
    notation: Notation = .function, purpose: Purpose = .formula, traits: Traits = Traits(),
    words: OperationProse
  ) -> Operation {
    Operation(
      name, summary, [.matrix("A")], notation: notation, example: example, purpose: purpose,
      traits: traits, words: words
    ) { call in
      InferredShape(axes: call.operands[0], kernel: ElementKernel(function: function))
    }
  }
}
