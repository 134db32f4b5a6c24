/// The kinds of blocks that ask.
package enum QuestionKind: String, CaseIterable, Sendable {
  case predict
  case choice
  case number
  case order
  case write
}

extension QuestionKind {
  /// How a question of the kind is written, and what an answer does.
  var rules: any QuestionRules.Type {
    switch self {
    case .predict: PredictQuestion.self
    case .choice: ChoiceQuestion.self
    case .number: NumberQuestion.self
    case .order: OrderQuestion.self
    case .write: WriteQuestion.self
    }
  }

  /// Whether any answer settles it, since its truth is then shown; others wait for the right one.
  package var isSettledByAnyGuess: Bool { rules.isSettledByAnyGuess }
  /// Whether the sliders wait for an answer, since they would bring the reveal about.
  package var locksSliders: Bool { rules.locksSliders }
}
