import Scenes

extension Step {
  /// What a slider moves in a scene whose axes may have been resized; nil where its cell is gone.
  package func target(of slider: Slider, in scene: Scene) -> SliderTarget? {
    slider.target.moving { self.scene.place(of: $0, in: scene) }
  }
}
