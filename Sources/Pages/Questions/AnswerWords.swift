import Lessons
import Playground
import Terminal

/// What stands below a question that is answered in one way.
protocol AnswerWords {
  /// The options or the line to type, and the answer once there is one.
  static func below(
    _ question: Question, _ response: Response?, in narration: Narration
  ) -> [ProseBlock]
}

extension AnswerForm {
  /// What stands below a question of the form.
  var words: any AnswerWords.Type {
    switch self {
    case .option: OptionWords.self
    case .number: NumberWords.self
    case .order: OrderWords.self
    case .formula: FormulaWords.self
    }
  }
}
