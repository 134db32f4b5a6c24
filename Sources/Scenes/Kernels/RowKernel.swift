import Tensors

/// A function that makes one number of each row.
struct RowKernel: Kernel {
  let reduction: Reduction
  let length: Int

  func fill(_ result: inout [Float], from operands: Operands) {
    reduction.apply(operands[0], rowLength: length, into: &result)
  }

  func addGradient(to sum: inout [Float], of position: Int, _ back: Backward) {
    reduction.addGradient(
      back.sensitivity, input: back.operands[0], output: back.result, rowLength: length,
      into: &sum)
  }

  func reads(_ index: Int) -> [Read] {
    (index * length..<(index + 1) * length).map { Read(operand: 0, place: $0) }
  }
}

extension Operation {
  /// An operation that makes one number of each row, or of the numbers along another axis; of a
  /// vector, a scalar.
  static func row(
    _ name: String, _ summary: String, _ reduction: Reduction, example: String,
    traits: Traits = Traits(), words: OperationProse
  ) -> Operation {
    let parameters: [Parameter] = [.matrix("A"), .axis("axis", isOptional: true)]
    return Operation(
      name, summary, parameters, example: example, traits: traits, words: words
    ) {
      call throws(SceneError) in
      try call.require(0, axes: 1)
      let sizes = call.sizes(0)
      let place = try call.axes.first.map { axis throws(SceneError) in try call.place(of: axis) }
      guard let place, place < sizes.count - 1 else {
        let kernel = RowKernel(reduction: reduction, length: sizes.last ?? 1)
        return InferredShape(axes: call.operands[0].dropLast(), kernel: kernel)
      }
      var axes = call.operands[0]
      axes.remove(at: place)
      let rows = AxisRows(axis: place, of: sizes)
      return InferredShape(axes: axes, kernel: AlongKernel(reduction: reduction, rows: rows))
    }
  }
}
