/// A number that a call gives as an option: written out, or a matrix without axes, which may move.
enum Setting: Equatable, Sendable {
  case fixed(Double)
  /// The operand of this position.
  case operand(Int)

  func value(_ operands: Operands) -> Double {
    switch self {
    case .fixed(let number): number
    case .operand(let position): Double(operands[position][0])
    }
  }

  /// Whether it is the operand of this position.
  func isOperand(_ position: Int) -> Bool { self == .operand(position) }

  /// What it reads of the operands.
  var reads: [Read] {
    switch self {
    case .fixed: []
    case .operand(let position): [Read(operand: position, place: 0)]
    }
  }
}

/// An option that is a whole number within bounds; one that moves is rounded and kept within them.
struct WholeSetting: Equatable, Sendable {
  let setting: Setting
  let bounds: ClosedRange<Int>

  func value(_ operands: Operands) -> Int {
    let number = setting.value(operands).rounded()
    // A NaN is above nothing.
    guard number > Double(bounds.lowerBound) else { return bounds.lowerBound }
    return number < Double(bounds.upperBound) ? Int(number) : bounds.upperBound
  }
}

extension Call {
  /// An option that must be a whole number between the bounds where it is written out.
  func wholeSetting(
    _ position: Int, _ name: String, _ bounds: ClosedRange<Int>
  ) throws(SceneError) -> WholeSetting {
    if case .fixed(let number) = settings[position] { _ = try whole(number, name, bounds) }
    return WholeSetting(setting: settings[position], bounds: bounds)
  }

  /// An option that must be above 0, or at least 0, where it is written out.
  func positiveSetting(
    _ position: Int, _ name: String, orZero: Bool = false
  ) throws(SceneError) -> Setting {
    if case .fixed(let number) = settings[position], number < 0 || (number == 0 && !orZero) {
      throw .argumentRange(name, wanted: orZero ? "0 or more" : "above 0")
    }
    return settings[position]
  }
}
