import Lessons
import Scenes

extension Step {
  /// What a slider moves in a scene whose axes may have been resized; nil where its cell is gone.
  func target(of slider: Slider, in scene: Scene) -> SliderTarget? {
    switch slider.target {
    case .axis: slider.target
    case .entry(let entry): self.scene.place(of: entry, in: scene).map(SliderTarget.entry)
    }
  }

  /// The value that an entry of a scene had at the start of the step, if it was there already.
  func startValue(of entry: Entry, in scene: Scene) -> Float? {
    scene.place(of: entry, in: self.scene).map(self.scene.value(of:))
  }
}

extension Scene {
  /// Where the same cell stands in another state of this scene, whose axes may be longer or shorter.
  func place(of entry: Entry, in other: Scene) -> Entry? {
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
