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
  /// A list of numbers that is too short, or not in order.
  case listOrder
  case badAngle
  /// What has a direction is a vector of two numbers.
  case notArrow(String)
  /// Labels are the values of numbers alone, not of sizes, angles or lengths.
  case placesOfNumber
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
    case .listOrder:
      "A list of values holds two or more different numbers, from the smallest to the largest."
    case .badAngle: "An angle stands between -360 and 360 degrees."
    case .notArrow(let text): "\(text) has no direction: it is not an input of two numbers."
    case .placesOfNumber: "Only an input can hold a place of an axis."
    }
  }

  var suggestion: String? {
    switch self {
    case .form: "For instance: X[\"it\",\"noun\"] from -2 to 2 step 0.1, or n in [1, 2, 4, 8]"
    case .unknownAxis(_, let closest): didYouMean(closest)
    case .listOrder: "For instance: n in [1, 2, 4, 8]"
    case .notNumber, .emptyRange, .badStep, .notInput, .tooMany, .labelledAxis, .badSize, .badAngle,
      .notArrow, .placesOfNumber:
      nil
    }
  }
}
