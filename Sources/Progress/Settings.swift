/// How the learner wants the playground to look and behave.
package struct Settings: Equatable, Sendable {
  /// The name of a theme; nil leaves the choice to the terminal.
  package var theme: String?
  package var motion = true
  /// Off at first: with it on, a terminal no longer selects text with the mouse alone.
  package var mouse = false
  package var narration = false
  /// What a later edition wrote here, kept as it was.
  package var others: [String: JSONValue] = [:]

  package init() {}

  /// Reads what can be understood; for the rest the usual values stand.
  package init(_ json: JSONValue) {
    var members = json.object ?? [:]
    theme = members.take("theme", \.string)
    motion = members.take("motion", \.bool) ?? motion
    mouse = members.take("mouse", \.bool) ?? mouse
    narration = members.take("narration", \.bool) ?? narration
    others = members
  }

  package var json: JSONValue {
    var members = others
    if let theme { members["theme"] = .string(theme) }
    members["motion"] = .bool(motion)
    members["mouse"] = .bool(mouse)
    members["narration"] = .bool(narration)
    return .object(members)
  }
}
