import Tensors

extension Operation {
  /// The way back from `join`: [token, head*trait] becomes [head, token, trait].
  ///
  /// Rows can be split as well: [head*trait, feature] becomes [head, trait, feature].
  static let split = Operation(
    "split", "Cuts the axis `head*trait` into heads again, each with its own rows and columns.",
    [.matrix("A"), .axis("head"), .axis("trait")], example: "split(J, head, trait)",
    words: .view("The same number; each head now stands alone.")
  ) { call throws(SceneError) in
    let (head, trait) = (call.axes[0], call.axes[1])
    var axes = call.operands[0]
    let stacks = Swift.max(axes.count - 2, 0)
    guard let place = axes.lastIndex(of: head.times(trait)), place >= stacks else {
      throw .noAxis(
        call.texts[0], axis: call.sheet.name(head.times(trait)), axes: call.names(0),
        suggestion: axes.contains(trait.times(head)) ? call.swapped("split") : nil)
    }
    axes[place] = trait
    axes.insert(head, at: stacks)
    var view = StridedView(contiguous: call.sizes(0))
    view = view.parted(axis: place, inner: call.sheet.size(trait))
    var order = Array(axes.indices)
    order.remove(at: place)
    order.insert(place, at: stacks)
    return InferredShape(axes: axes, kernel: ViewKernel(view.reordered(order)))
  }
}
