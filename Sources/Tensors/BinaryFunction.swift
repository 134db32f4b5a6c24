/// The functions of two numbers that a scene may write between its operands.
package enum BinaryFunction: CaseIterable, Sendable {
  case add
  case subtract
  case multiply
  case divide
  case less
  case lessOrEqual
  case greater
  case greaterOrEqual
  case equal
  case notEqual
  case and
  case or

  private var kernel: any PairFunction.Type {
    switch self {
    case .add: Sum.self
    case .subtract: Difference.self
    case .multiply: Product.self
    case .divide: Quotient.self
    case .less: Less.self
    case .lessOrEqual: LessOrEqual.self
    case .greater: Greater.self
    case .greaterOrEqual: GreaterOrEqual.self
    case .equal: Equal.self
    case .notEqual: NotEqual.self
    case .and: Both.self
    case .or: Either.self
    }
  }
}

// MARK: One pair of numbers

extension BinaryFunction {
  package func value(_ a: Float, _ b: Float) -> Float { kernel.value(a, b) }

  /// ∂f/∂a and ∂f/∂b; comparisons are flat.
  package func derivatives(_ a: Float, _ b: Float) -> (left: Float, right: Float) {
    (kernel.leftDerivative(a, b), kernel.rightDerivative(a, b))
  }
}

// MARK: Many numbers

extension BinaryFunction {
  package func apply(_ left: Tensor, _ right: Tensor, by plan: Broadcast) -> Tensor {
    var result = Tensor.zeros(plan.shape)
    apply(left.elements, right.elements, by: plan, into: &result.elements)
    return result
  }

  package func apply(
    _ left: [Float], _ right: [Float], by plan: Broadcast, into result: inout [Float]
  ) {
    kernel.map(plan, left, right, into: &result)
  }

  /// Adds gradient · ∂f/∂left, summed over the axes along which the left operand was repeated.
  package func addLeftGradient(
    _ gradient: [Float], _ left: [Float], _ right: [Float], by plan: Broadcast,
    into leftGradient: inout [Float]
  ) {
    kernel.addLeftGradient(plan, gradient, left, right, into: &leftGradient)
  }

  /// Adds gradient · ∂f/∂right, summed over the axes along which the right operand was repeated.
  package func addRightGradient(
    _ gradient: [Float], _ left: [Float], _ right: [Float], by plan: Broadcast,
    into rightGradient: inout [Float]
  ) {
    kernel.addRightGradient(plan, gradient, left, right, into: &rightGradient)
  }
}
