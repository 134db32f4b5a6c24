import Tensors

extension Operation {
  /// Grouped queries: head h reads group h ÷ (heads / groups), whole division.
  static let share = Operation(
    "share", "Repeats the keys or values of each group for the query heads that share them.",
    [.matrix("A"), .axis("group"), .axis("head")], example: "share(G, group, head)",
    words: .view("The same number; neighbours on the longer axis share it.")
  ) { call throws(SceneError) in
    let (group, head) = (call.axes[0], call.axes[1])
    var axes = call.operands[0]
    guard let place = axes.firstIndex(of: group) else {
      throw .noAxis(
        call.texts[0], axis: call.sheet.name(group), axes: call.names(0),
        suggestion: axes.contains(head) ? call.swapped("share") : nil)
    }
    let (groups, heads) = (call.sheet.size(group), call.sheet.size(head))
    guard heads % groups == 0 else {
      throw .shareUneven(
        heads: call.sheet.name(head), headSize: heads, groups: call.sheet.name(group),
        groupSize: groups)
    }
    axes[place] = head
    let view = StridedView(contiguous: call.sizes(0))
      .repeated(axis: place + 1, count: heads / groups)
    return InferredShape(axes: axes, kernel: ViewKernel(view))
  }
}
