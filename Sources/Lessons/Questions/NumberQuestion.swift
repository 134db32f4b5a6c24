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
  case right
  case wrong
  case hide

  static let table = MappingKeys(
    owner: "number block", keys: allCases.map(\.rawValue),
    required: [ask, answer, equals].map(\.rawValue))
}

extension StepReader {
  fileprivate mutating func numberQuestion(_ raw: RawBlock, _ name: String) -> Question? {
    guard let fields = fields(raw, NumberKey.table) else { return nil }
    let ask = markdown(NumberKey.ask.rawValue, fields)
    let right = reply(NumberKey.right.rawValue, fields)
    let wrong = reply(NumberKey.wrong.rawValue, fields)
    let hides = watchAll(fields.texts(NumberKey.hide.rawValue, &report))
    let tolerance = tolerance(fields)
    let equals = fields.text(NumberKey.equals.rawValue, &report).flatMap { scalar($0) }
    guard let answer = fields.number(NumberKey.answer.rawValue, &report) else { return nil }
    return Question(
      id: name, kind: .number, location: report.source.location(at: raw.opening.start), ask: ask,
      answer: .number(answer, tolerance: tolerance), hides: hides, whenRight: right,
      whenWrong: wrong, equals: equals)
  }
}
