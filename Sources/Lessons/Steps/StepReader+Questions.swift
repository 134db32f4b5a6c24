import Scenes
import Text

extension StepReader {
  /// Reads the YAML of a block against its key table.
  mutating func fields(_ raw: RawBlock, _ table: MappingKeys) -> CheckedMapping? {
    guard let value = YAMLReader.read(raw.body, &report) else { return nil }
    return CheckedMapping(value, table, at: raw.opening, &report)
  }

  /// Reads a `choice` block.
  mutating func choice(_ raw: RawBlock, _ name: String) -> Question? {
    guard let fields = fields(raw, ChoiceKey.table) else { return nil }
    let ask = markdown(ChoiceKey.ask.rawValue, fields)
    let list = fields.list(ChoiceKey.options.rawValue, &report)
    let options = (list ?? []).compactMap { option($0) }
    let check = fields.optionalText(ChoiceKey.check.rawValue, &report).flatMap { scalar($0) }
    guard let list, checkOptions(options, list, at: raw.opening) else { return nil }
    return Question(
      id: name, kind: .choice, location: report.source.location(at: raw.opening.start), ask: ask,
      options: options,
      answer: .option(options.firstIndex { $0.isRight == true } ?? 0), check: check)
  }

  private mutating func checkOptions(
    _ options: [Choice], _ list: [YAMLValue], at opening: Fragment
  ) -> Bool {
    guard options.count == list.count else { return false }
    guard options.count >= 2 else {
      report.add(.question(.fewOptions), at: opening)
      return false
    }
    let right = options.count { $0.isRight == true }
    if right != 1 { report.add(.question(.rightCount(right)), at: opening) }
    return right == 1
  }

  private mutating func option(_ value: YAMLValue) -> Choice? {
    let here = Fragment(bytes: [], start: value.start)
    guard let fields = CheckedMapping(value, OptionKey.table, at: here, &report) else { return nil }
    let isRight = truth(OptionKey.right.rawValue, fields)
    let why = markdown(OptionKey.why.rawValue, fields)
    guard let text = fields.text(OptionKey.text.rawValue, &report) else { return nil }
    return Choice(text: line(text), isRight: isRight, why: why)
  }

  private mutating func truth(_ key: String, _ fields: CheckedMapping) -> Bool {
    guard let text = fields.optionalText(key, &report) else { return false }
    switch text.text {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      report.add(.yaml(.wrongType(key: key, expected: "true or false")), at: text)
      return false
    }
  }

  /// Reads a `number` block.
  mutating func number(_ raw: RawBlock, _ name: String) -> Question? {
    guard let fields = fields(raw, NumberKey.table) else { return nil }
    let ask = markdown(NumberKey.ask.rawValue, fields)
    let right = markdown(NumberKey.right.rawValue, fields)
    let wrong = markdown(NumberKey.wrong.rawValue, fields)
    let hides = watchAll(fields.texts(NumberKey.hide.rawValue, &report))
    let tolerance = tolerance(fields)
    let equals = fields.text(NumberKey.equals.rawValue, &report).flatMap { scalar($0) }
    guard let answer = fields.number(NumberKey.answer.rawValue, &report) else { return nil }
    return Question(
      id: name, kind: .number, location: report.source.location(at: raw.opening.start), ask: ask,
      answer: .number(answer, tolerance: tolerance), hides: hides, whenRight: right,
      whenWrong: wrong, equals: equals)
  }

  /// How far a number may be off; a hundredth where the author does not say.
  mutating func tolerance(_ fields: CheckedMapping) -> Float {
    let key = NumberKey.tolerance.rawValue
    guard let tolerance = fields.number(key, &report) else { return 0.01 }
    if tolerance < 0, let text = fields.text(key, &report) {
      report.add(.question(.negativeTolerance), at: text)
    }
    return max(tolerance, 0)
  }

  /// The Markdown of a key; empty where it is missing.
  mutating func markdown(_ key: String, _ fields: CheckedMapping) -> [MarkdownBlock] {
    fields.optionalText(key, &report).map { markdown($0) } ?? []
  }
}
