/// How the learner wants the playground to look and behave.
package struct Settings: Equatable, Sendable {
  /// The name of a theme; nil leaves the choice to the terminal.
  package var theme: String?
  package var motion = true
  /// Off at first: with it on, a terminal no longer selects text with the mouse alone.
  package var mouse = false
  package var narration = false

  package init() {}

  /// Reads what an earlier version wrote; where it cannot be understood the usual values stand.
  package init(_ json: JSONValue) {
    var members = json.object ?? [:]
    theme = members.take("theme", \.string)
    motion = members.take("motion", \.bool) ?? motion
    mouse = members.take("mouse", \.bool) ?? mouse
    narration = members.take("narration", \.bool) ?? narration
  }
}
