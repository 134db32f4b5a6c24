import Lessons
import Progress

extension QuestionKind {
  /// What the progress calls it.
  var outcome: Outcome.Kind {
    switch self {
    case .predict: .predict
    case .choice: .choice
    case .number: .number
    case .order: .order
    case .write: .write
    }
  }
}
