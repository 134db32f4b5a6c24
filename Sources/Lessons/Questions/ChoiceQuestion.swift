import Scenes
import Text

/// Options, each with its reason.
enum ChoiceQuestion: QuestionRules {
  static func read(_ raw: RawBlock, _ name: String, _ reader: inout StepReader) -> Question? {
    reader.choice(raw, name)
  }
}

/// The keys of a `choice` block.
enum ChoiceKey: String, CaseIterable {
  case ask
  case options
  case check
  case slider
  case vary

  static let table = MappingKeys(
    owner: "choice block", keys: allCases.map(\.rawValue),
    required: [ask, options].map(\.rawValue))
}

/// The keys of an option of a `choice` block.
enum OptionKey: String, CaseIterable {
  case text
  case equals
  case right
  case why
  case misconception

  static let table = MappingKeys(
    owner: "option", keys: allCases.map(\.rawValue), required: [why.rawValue])
}

extension StepReader {
  fileprivate mutating func choice(_ raw: RawBlock, _ name: String) -> Question? {
    guard let fields = fields(raw, ChoiceKey.table) else { return nil }
    let variations = variations(fields)
    let ask = markdown(ChoiceKey.ask.rawValue, fields)
    let list = fields.list(ChoiceKey.options.rawValue, &report)
    let options = (list ?? []).compactMap { option($0) }
    let check = fields.optionalText(ChoiceKey.check.rawValue, &report).flatMap { scalar($0) }
    let slider = sliderName(fields)
    guard let list, checkOptions(options, list, at: raw.opening) else { return nil }
    return Question(
      id: name, kind: .choice, location: report.source.location(at: raw.opening.start), ask: ask,
      options: options,
      answer: .option(options.firstIndex { $0.isRight == true } ?? 0), check: check,
      variations: variations, slider: slider)
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
    let why = reply(OptionKey.why.rawValue, fields)
    let misconception = misconception(fields)
    guard let shown = optionText(fields) else { return nil }
    return Choice(
      text: shown.text, isRight: isRight, why: why, misconception: misconception,
      formula: shown.formula)
  }

  /// What an option says, or the number that its formula gives.
  mutating func optionText(_ fields: CheckedMapping) -> (text: [Inline], formula: NodeID?)? {
    let formula = fields.optionalText(OptionKey.equals.rawValue, &report)
    let node = formula.flatMap { scalar($0) }
    if let text = fields.optionalText(OptionKey.text.rawValue, &report) {
      return (line(text), node)
    }
    if let node, let formula { return ([.standing(node, formula.text.onOneLine)], node) }
    if formula == nil { report.add(.question(.optionWithoutText), at: fields.start) }
    return nil
  }

  /// Whether a key is there and says yes.
  mutating func truth(_ key: String, _ fields: CheckedMapping) -> Bool {
    guard let text = fields.optionalText(key, &report) else { return false }
    switch text.text {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      report.add(.yaml(.wrongType(key: key, expected: "true or false")), at: text)
      return false
    }
  }
}
