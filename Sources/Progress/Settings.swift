/// How the learner wants the playground to look and behave.
package struct Settings: Equatable, Sendable {
  /// The name of a theme; nil leaves the choice to the terminal.
  package var theme: String?
  package var motion = true
  /// Off at first: with it on, a terminal no longer selects text with the mouse alone.
  package var mouse = false
  package var narration = false
  /// Whether lines of text take the place of the screen, as for a screen reader.
  package var linear = false
  /// How fast the voice speaks; 1 is usual.
  package var voiceSpeed = 1.0
  /// The name of the voice, as the speech program knows it; nil leaves it to the lesson's language.
  package var speaker: String?

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

extension Settings {
  /// The speeds that the keys go through.
  package static let voiceSpeeds = [0.5, 0.75, 1, 1.25, 1.5, 2]

  /// A speed as it is said: "at its usual speed", "1.5 times as fast".
  package static func words(forSpeed speed: Double) -> String {
    speed == 1 ? "at its usual speed" : "\(number(speed)) times as fast"
  }

  /// A speed as it is written: `1`, `1.25`.
  package static func number(_ speed: Double) -> String {
    speed == speed.rounded() ? String(Int(speed)) : String(speed)
  }
}
