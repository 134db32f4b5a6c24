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

  /// The sentence that names the fault.
  var message: String {
    switch self {
    case .frame(let fault): fault.message
    case .yaml(let fault): fault.message
    case .mathematics(let fault): fault.message
    case .panel(let fault): fault.message
    case .slider(let fault): fault.message
    case .question(let fault): fault.message
    case .training(let fault): fault.message
    case .claim(let fault): fault.message
    }
  }

  /// A sentence of advice, where there is any.
  var suggestion: String? {
    switch self {
    case .frame(let fault): fault.suggestion
    case .yaml(let fault): fault.suggestion
    case .mathematics(let fault): fault.suggestion
    case .panel(let fault): fault.suggestion
    case .slider(let fault): fault.suggestion
    case .question(let fault): fault.suggestion
    case .training(let fault): fault.suggestion
    case .claim(let fault): fault.suggestion
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
