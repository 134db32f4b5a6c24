import Scenes
import Text

/// An input that may be dragged in a step.
package struct Slider: Equatable, Sendable {
  package let target: SliderTarget
  /// The heading that it shares with its neighbours: `X["it"]`; empty where there is none.
  package let group: String
  /// What stands before it: `noun`.
  package let label: String
  /// The values at which it can stand.
  package let domain: SliderDomain
  package let location: SourceLocation
  /// Whether its label is the author's, which says all by itself.
  package var isNamed = false
}

extension Slider {
  /// One that chooses the version of a formula.
  init(choosing formula: FormulaSwitch) {
    self.init(
      target: .version(of: formula.name), group: "", label: formula.name,
      domain: .versions(formula.labels), location: formula.location)
  }

  /// Where it stands in the scene of its step.
  package func start(in scene: Scene) -> Float { domain.counted(scene.value(of: target)) }
}
