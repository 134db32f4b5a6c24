import Text

/// What can be wrong with a lesson.
enum LessonError: Equatable {
  case frame(FrameError)
  case yaml(YAMLError)
  case mathematics(MathematicsError)
  case panel(PanelError)
  case slider(SliderError)
  case question(QuestionError)
  case training(TrainingError)
  case claim(ClaimError)

  /// The sentence that names the mistake.
  var message: String {
    switch self {
    case .frame(let mistake): mistake.message
    case .yaml(let mistake): mistake.message
    case .mathematics(let mistake): mistake.message
    case .panel(let mistake): mistake.message
    case .slider(let mistake): mistake.message
    case .question(let mistake): mistake.message
    case .training(let mistake): mistake.message
    case .claim(let mistake): mistake.message
    }
  }

  /// A sentence of advice, where there is any.
  var suggestion: String? {
    switch self {
    case .frame(let mistake): mistake.suggestion
    case .yaml(let mistake): mistake.suggestion
    case .mathematics(let mistake): mistake.suggestion
    case .panel(let mistake): mistake.suggestion
    case .slider(let mistake): mistake.suggestion
    case .question(let mistake): mistake.suggestion
    case .training(let mistake): mistake.suggestion
    case .claim(let mistake): mistake.suggestion
    }
  }
}

/// Asks whether a word was a slip for another.
package func didYouMean(_ closest: String?) -> String? {
  closest.map { "Did you mean \($0)?" }
}

/// Asks whether a word was a slip for another, or lists what there is.
package func didYouMean(_ closest: String?, orOneOf known: [String]) -> String {
  didYouMean(closest) ?? "Known are \(known.joined(separator: ", "))."
}

/// Says what a tensor of this rank is.
func isOfRank(_ rank: Int) -> String {
  switch rank {
  case 0: "is a single number"
  case 1: "is a vector"
  case 2: "is a matrix"
  default: "has \(counted(rank, "axis", plural: "axes"))"
  }
}
