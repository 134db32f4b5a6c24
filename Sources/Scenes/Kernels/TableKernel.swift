import Tensors

/// Numbers that depend on nothing but the shape: sources of inputs, masks, sizes.
struct TableKernel: Kernel {
  let table: @Sendable () -> Tensor
  /// The table of another draw, for random numbers.
  var draws: (@Sendable (Int) -> Tensor?)?

  init(table: @escaping @Sendable () -> Tensor) {
    self.table = table
  }

  func fill(_ result: inout [Float], from operands: Operands) {
    result = table().elements
  }
  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward) {}
  func reads(_ index: Int) -> [Read] { [] }

  func drawn(_ draw: Int) -> any Kernel {
    guard let table = draws?(draw) else { return self }
    return TableKernel { table }
  }
}

extension Operation {
  /// A source of numbers for an input; the definition declares the axes.
  static func source(
    _ name: String, _ summary: String, _ parameters: [Parameter] = [], isRandom: Bool = false,
    leastAxes: Int = 0, example: String, sentence: String,
    table: @escaping @Sendable (_ shape: [Int], Call) throws(SceneError) -> @Sendable () -> Tensor
  ) -> Operation {
    let words = OperationProse(sentence, use: "unchanged") { [.number($0.value)] }
    return Operation(
      name, summary, parameters, example: example, purpose: .source(isRandom ? .seed : .rule),
      words: words
    ) { call throws(SceneError) in
      guard let axes = call.expected else { throw .sourceWithoutAxes(name) }
      if axes.count < leastAxes { throw .tooFewAxes(name + "()", needs: leastAxes) }
      let shape = call.sheet.sizes(axes)
      var kernel = TableKernel(table: try table(shape, call))
      if isRandom { kernel.draws = { draw in try? table(shape, call.drawn(draw))() } }
      return InferredShape(axes: axes, kernel: kernel)
    }
  }
}
