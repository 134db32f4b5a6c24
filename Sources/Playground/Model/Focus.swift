/// The part of a step that the keys act on.
package enum Focus: Hashable, Codable, Sendable {
  case words
  case sliders
  case training
  case panel(Int)
}
