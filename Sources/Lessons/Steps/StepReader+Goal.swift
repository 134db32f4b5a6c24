import Scenes
import Text

extension StepReader {
  /// Reads a `goal` block.
  mutating func goal(_ raw: RawBlock, _ name: String) -> Goal? {
    guard let fields = fields(raw, GoalKey.table) else { return nil }
    let parts = parts(fields, at: raw.opening)
    let (versions, solution) = solution(fields)
    let isMeantEasy = isMeantEasy(fields)
    let slider = sliderName(fields)
    let ask = fields.optionalText(GoalKey.ask.rawValue, &report).map { line($0) } ?? []
    let success = reply(GoalKey.success.rawValue, fields)
    guard let parts else { return nil }
    return Goal(
      id: name, location: report.source.location(at: raw.opening.start), parts: parts,
      showsParts: fields.has(GoalKey.parts.rawValue), ask: ask, solution: solution,
      versions: versions, isMeantEasy: isMeantEasy, slider: slider, success: success)
  }

  /// The versions that a solution chooses, and its assignments.
  private mutating func solution(
    _ fields: CheckedMapping
  ) -> (versions: [String: Int], assignments: [Assignment]) {
    var versions: [String: Int] = [:]
    var others: [Fragment] = []
    for text in fields.texts(GoalKey.solution.rawValue, &report) {
      switch VersionChoice(text.text, among: switches) {
      case .version(let name, let place): versions[name] = place
      case .unknownLabel(let label, let formula):
        report.add(.question(.unknownVersion(label, known: formula.labels)), at: text)
      case nil: others.append(text)
      }
    }
    return (versions, assignments(others))
  }

  /// `easy: meant`.
  private mutating func isMeantEasy(_ fields: CheckedMapping) -> Bool {
    guard let text = fields.optionalText(GoalKey.easy.rawValue, &report) else { return false }
    if text.text != "meant" {
      report.add(.yaml(.wrongType(key: GoalKey.easy.rawValue, expected: "meant")), at: text)
    }
    return true
  }

  /// The one condition under `when`, or those under `parts`; nil where something is wrong with them.
  private mutating func parts(_ fields: CheckedMapping, at opening: Fragment) -> [Claim]? {
    let (when, parts) = (GoalKey.when.rawValue, GoalKey.parts.rawValue)
    if !fields.meant.isDisjoint(with: [when, parts]) { return nil }
    guard fields.has(when) != fields.has(parts) else {
      report.add(.question(.goalForm(hasBoth: fields.has(when))), at: opening)
      return nil
    }
    if fields.has(when) {
      return fields.text(when, &report).flatMap { claim(of: $0, saying: []) }.map { [$0] }
    }
    return claims(fields, GoalKey.parts.rawValue)
  }

  /// A list of conditions with what they say; nil where one of them is wrong.
  mutating func claims(_ fields: CheckedMapping, _ key: String) -> [Claim]? {
    guard let list = fields.list(key, &report) else { return nil }
    if list.isEmpty, let value = fields.value(key) {
      report.add(
        .yaml(.wrongType(key: key, expected: "a list of conditions")),
        at: Fragment(bytes: [], start: value.start))
    }
    let claims = list.compactMap { claim($0) }
    return claims.isEmpty || claims.count < list.count ? nil : claims
  }

  private mutating func claim(_ value: YAMLValue) -> Claim? {
    let here = Fragment(bytes: [], start: value.start)
    guard let fields = CheckedMapping(value, ClaimKey.table, at: here, &report) else { return nil }
    let say = fields.optionalText(ClaimKey.say.rawValue, &report).map { line($0) } ?? []
    return fields.text(ClaimKey.when.rawValue, &report).flatMap { claim(of: $0, saying: say) }
  }

  private mutating func claim(of text: Fragment, saying say: [Inline]) -> Claim? {
    guard let node = scalar(text), let scene else { return nil }
    return Claim(
      when: node, text: text.text.onOneLine, say: say, measured: scene.measured(by: node))
  }

  /// Reads a `notes` block: a line `minutes: N`, then prose.
  mutating func notes(_ body: Fragment) -> Notes {
    let lines = body.trimmed.lines
    let first = lines[0]
    guard first.hasPrefix("minutes:") else {
      report.add(.frame(.missingMinutes), at: first)
      return Notes(minutes: nil, text: markdown(body))
    }
    let number = first[8..<first.count].trimmed
    if Int(number.text) == nil {
      report.add(.yaml(.wrongType(key: "minutes", expected: "a whole number")), at: number)
    }
    let rest = body.trimmed
    return Notes(minutes: Int(number.text), text: markdown(rest[first.count..<rest.count]))
  }
}
