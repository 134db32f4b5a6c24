import Scenes

/// What can be wrong with a `train` block.
enum TrainingError: Equatable {
  case secondRun(line: Int)
  case unknownOptimiser(String, closest: String?)
  case rateNotPositive
  case solutionWithoutCondition
  case noParameters
  case notInput(String)
  case repeatedParameter(String)
  case withoutEffect(parameter: String, loss: String)
  case lossIsClaim(String)
  case tooMuchWork(limit: Int)
  case tooManyNumbers(limit: Int)
}

extension TrainingError {
  var message: String {
    switch self {
    case .secondRun(let line): "A step has one run, and line \(line) begins it."
    case .unknownOptimiser(let name, _): "There is no optimiser \"\(name)\"."
    case .rateNotPositive: "A rate is larger than 0."
    case .solutionWithoutCondition: "Nothing says when the run is solved."
    case .noParameters: "The run has no parameters, so nothing would change."
    case .notInput(let text): "\(text) is no input of the scene, so it cannot be trained."
    case .repeatedParameter(let name): "\(name) is named twice."
    case .withoutEffect(let parameter, let loss): "\(loss) does not depend on \(parameter)."
    case .lossIsClaim(let text): "\(text) either holds or not, so it has no slope to go down."
    case .tooMuchWork(let limit):
      "The run would take more than \(limit / 1_000_000) million operations."
    case .tooManyNumbers(let limit):
      "The run would keep more than \(limit) numbers, its parameters at many of its steps."
    }
  }

  var suggestion: String? {
    switch self {
    case .unknownOptimiser(_, let closest):
      didYouMean(closest, orOneOf: TrainingPlan.Optimiser.allCases.map(\.rawValue))
    case .solutionWithoutCondition: "Give the condition under until:"
    case .secondRun: "Begin another step for another run."
    case .notInput: "Name a matrix that is defined without reference to another."
    case .lossIsClaim: "Put the claim under until: and a number under loss:"
    case .tooMuchWork, .tooManyNumbers: "Take fewer steps or smaller matrices."
    case .rateNotPositive, .noParameters, .repeatedParameter, .withoutEffect: nil
    }
  }
}
