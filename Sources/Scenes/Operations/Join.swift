import Tensors

extension Operation {
  /// Concatenates heads: [head, token, trait] becomes [token, head*trait].
  static let join = Operation(
    "join", "Puts the columns of all heads side by side, over the axis `head*trait`.",
    [.matrix("A"), .axis("head"), .axis("trait")], example: "join(H, head, trait)",
    words: .view("The same number; the heads now stand side by side.")
  ) { call throws(SceneError) in
    try call.require(0, axes: 2)
    let axes = call.operands[0]
    let (head, trait) = (call.axes[0], call.axes[1])
    guard axes.last == trait else {
      let isSwapped = axes.last == head && axes.contains(trait)
      throw .notTheColumns(
        call.texts[0], axis: call.sheet.name(trait), axes: call.names(0),
        suggestion: isSwapped ? call.swapped("join") : nil)
    }
    guard let place = axes.dropLast().firstIndex(of: head) else {
      throw .noAxis(call.texts[0], axis: call.sheet.name(head), axes: call.names(0))
    }
    var order = Array(axes.indices)
    order.remove(at: place)
    order.insert(place, at: order.count - 1)
    let view = StridedView(contiguous: call.sizes(0)).reordered(order)
    let kept = order.dropLast(2).map { axes[$0] }
    let result = kept + [AxisKey(factors: head.factors + trait.factors)]
    return InferredShape(axes: result, kernel: ViewKernel(view))
  }
}
