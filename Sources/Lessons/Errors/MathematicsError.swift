/// What can be wrong with a formula of the prose.
enum MathematicsError: Equatable {
  case unknownCommand(String, closest: String?)
  case missingArgument(String)
  case missingBrace
  case missingSign(String)
  case strayBrace
  case strayRight
  case missingRight
  case missingDelimiter
  case tooDeep
}

extension MathematicsError {
  var message: String {
    switch self {
    case .unknownCommand(let name, _): "The formula uses \(name), which is not known here."
    case .missingArgument(let name): "\(name) lacks its argument."
    case .missingBrace: "This brace is never closed."
    case .missingSign: "This formula is never closed, so it is shown as it stands."
    case .strayBrace: "This brace closes nothing."
    case .strayRight: "This \\right has no \\left."
    case .missingRight: "This \\left has no \\right."
    case .missingDelimiter: "A bracket or a full stop is expected after this."
    case .tooDeep: "The formula is nested too deeply."
    }
  }

  var suggestion: String? {
    switch self {
    case .unknownCommand(_, let closest): didYouMean(closest.map { "\\\($0)" })
    case .missingSign(let opening):
      opening.hasPrefix("$$")
        ? "Write $$ at both ends, in one paragraph."
        : "Write $ at both ends, in one paragraph, and \\$ for a dollar sign."
    case .missingArgument, .missingBrace, .strayBrace, .strayRight, .missingRight,
      .missingDelimiter, .tooDeep:
      nil
    }
  }
}
