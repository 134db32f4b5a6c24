import Scenes
import Text

extension StepReader {
  /// Reads a `goal` block.
  mutating func goal(_ raw: RawBlock, _ name: String) -> Goal? {
    guard let fields = fields(raw, GoalKey.table) else { return nil }
    let when = fields.text(GoalKey.when.rawValue, &report)
    let node = when.flatMap { scalar($0) }
    let solution = assignments(fields.texts(GoalKey.solution.rawValue, &report))
    let ask = fields.optionalText(GoalKey.ask.rawValue, &report).map { line($0) } ?? []
    let success = reply(GoalKey.success.rawValue, fields)
    guard let node, let when else { return nil }
    return Goal(
      id: name, location: report.source.location(at: raw.opening.start), when: node,
      whenText: when.text.onOneLine, ask: ask, solution: solution, success: success)
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
