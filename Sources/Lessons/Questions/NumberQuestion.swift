import Scenes
import Text

/// A number worked out by hand.
enum NumberQuestion: QuestionRules {
  static let nameWhereMissing: String? = "computation by hand"

  static func read(_ raw: RawBlock, _ name: String, _ reader: inout StepReader) -> Question? {
    reader.numberQuestion(raw, name)
  }
}

/// The keys of a `number` block.
enum NumberKey: String, CaseIterable {
  case ask
  case answer
  case equals
  case tolerance
  case mistakes
  case vary
  case right
  case wrong
  case hide
  case slider

  static let table = MappingKeys(
    owner: "number block", keys: allCases.map(\.rawValue),
    required: [ask, equals].map(\.rawValue))
}

extension StepReader {
  fileprivate mutating func numberQuestion(_ raw: RawBlock, _ name: String) -> Question? {
    guard let fields = fields(raw, NumberKey.table) else { return nil }
    let variations = variations(fields)
    let ask = markdown(NumberKey.ask.rawValue, fields)
    let right = reply(NumberKey.right.rawValue, fields)
    let wrong = reply(NumberKey.wrong.rawValue, fields)
    let hides = watchAll(fields.texts(NumberKey.hide.rawValue, &report))
    let mistakes = mistakes(fields)
    let equals = fields.text(NumberKey.equals.rawValue, &report).flatMap { scalar($0) }
    let slider = sliderName(fields)
    guard
      let answer = answer(
        fields, equals, isVaried: fields.has(NumberKey.vary.rawValue), at: raw.opening)
    else { return nil }
    return Question(
      id: name, kind: .number, location: report.source.location(at: raw.opening.start), ask: ask,
      answer: answer, hides: hides, whenRight: right, whenWrong: wrong, equals: equals,
      mistakes: mistakes, variations: variations, slider: slider)
  }

  /// What the author says, or what the scene computes where the numbers vary.
  private mutating func answer(
    _ fields: CheckedMapping, _ equals: NodeID?, isVaried: Bool, at opening: Fragment
  ) -> Answer? {
    let key = NumberKey.answer.rawValue
    let tolerance = tolerance(fields)
    guard isVaried else {
      if !fields.has(key) {
        report.add(.yaml(.missingKey(key, owner: NumberKey.table.owner)), at: opening)
      }
      return fields.number(key, &report).map { .number($0, tolerance: tolerance) }
    }
    if fields.has(key), let text = fields.text(key, &report) {
      report.add(.question(.answerOfVariants), at: text)
    }
    return equals.map { .startValue($0, tolerance: tolerance) }
  }
}
