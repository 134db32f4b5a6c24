import Tensors

extension Operation {
  /// (Aᵀ)ᵢⱼ = Aⱼᵢ; stacks stay.
  static let transposed = Operation(
    ".T", "Swaps rows and columns.", [.matrix("A")], notation: .postfix, example: "A.T",
    words: .view("The same number, with rows and columns swapped.")
  ) { call throws(SceneError) in
    try call.require(0, axes: 2)
    var axes = call.operands[0]
    axes.swapAt(axes.count - 1, axes.count - 2)
    let view = StridedView(contiguous: call.sizes(0)).transposed
    return InferredShape(axes: axes, kernel: ViewKernel(view))
  }
}
