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
}
