import Scenes

extension Scene {
  /// Where the same cell stands in another state of this scene, whose axes may be longer or shorter.
  package func place(of entry: Entry, in other: Scene) -> Entry? {
    var rest = entry.index
    var index = 0
    var stride = 1
    for (own, axis) in zip(axes(of: entry.node), other.axes(of: entry.node)).reversed() {
      guard rest % own.size < axis.size else { return nil }
      index += rest % own.size * stride
      rest /= own.size
      stride *= axis.size
    }
    return Entry(node: entry.node, index: index)
  }
}
