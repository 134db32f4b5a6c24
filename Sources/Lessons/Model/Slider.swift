import Scenes
import Text

/// An input that may be dragged in a step.
package struct Slider: Equatable, Sendable {
  package let target: SliderTarget
  /// The heading that it shares with its neighbours: `X["it"]`; empty where there is none.
  package let group: String
  /// What stands before it: `noun`.
  package let label: String
  package let range: ClosedRange<Float>
  /// How far one key drags it.
  package let step: Float
  package let location: SourceLocation
}

/// What a slider moves.
package enum SliderTarget: Hashable, Codable, Sendable {
  /// One number of an input.
  case entry(Entry)
  /// The size of the axis of this name.
  case axis(String)
}
