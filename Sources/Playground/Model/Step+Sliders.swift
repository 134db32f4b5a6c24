import Lessons
import Scenes

extension Step {
  /// What a slider moves in a scene whose axes may have been resized; nil where its cell is gone.
  package func target(of slider: Slider, in scene: Scene) -> SliderTarget? {
    switch slider.target {
    case .axis: slider.target
    case .entry(let entry): self.scene.place(of: entry, in: scene).map(SliderTarget.entry)
    }
  }

  /// The value that an entry of a scene had at the start of the step, if it was there already.
  package func startValue(of entry: Entry, in scene: Scene) -> Float? {
    scene.place(of: entry, in: self.scene).map(self.scene.value(of:))
  }
}
