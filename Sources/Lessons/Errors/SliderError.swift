import Text

/// What can be wrong with a slider.
enum SliderError: Equatable {
  case form
  case notNumber(String)
  case emptyRange
  case badStep
  case notInput(String)
  case tooMany(Int, limit: Int)
  case unknownAxis(String, closest: String?)
  case labelledAxis(String)
  case badSize
}

extension SliderError {
  var message: String {
    switch self {
    case .form: "A slider is written as TARGET from LOW to HIGH."
    case .notNumber(let text): "\"\(text)\" is not a number."
    case .emptyRange: "The range of a slider runs from the smaller to the larger number."
    case .badStep: "The step of a slider is larger than 0 and no larger than its range."
    case .notInput(let text): "\(text) is computed, and only inputs can be dragged."
    case .tooMany(let count, let limit):
      "These are \(counted(count, "slider")); the limit is \(limit)."
    case .unknownAxis(let name, _): "There is no axis \"\(name)\"."
    case .labelledAxis(let name): "The axis \(name) has labels, so its size is fixed."
    case .badSize: "The size of an axis is a whole number from 1."
    }
  }

  var suggestion: String? {
    switch self {
    case .form: "For instance: X[\"it\",\"noun\"] from -2 to 2 step 0.1"
    case .unknownAxis(_, let closest): didYouMean(closest)
    case .notNumber, .emptyRange, .badStep, .notInput, .tooMany, .labelledAxis, .badSize: nil
    }
  }
}
