import Tensors

extension Operation {
  /// How many places an axis has.
  static let size = Operation(
    "size", "Counts the places of an axis.", [.axis("axis")], example: "size(trait)",
    words: OperationProse("Count the places of the axis.", use: "as a number") { cell in
      [.text(String(Int(cell.value)))]
    }
  ) { call in
    let size = Float(call.sheet.size(call.axes[0]))
    return InferredShape(axes: [], kernel: TableKernel { Tensor(shape: [], elements: [size]) })
  }
}
