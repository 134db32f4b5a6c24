/// Why a step of a run could not be kept: a number was no longer finite.
package struct Divergence: Equatable, Sendable {
  /// What lost its finite numbers first.
  package enum Cause: Equatable, Sendable {
    /// The derivative of the loss by this parameter.
    case slope(String)
    /// The parameter itself, which the step moved too far.
    case parameter(String)
    /// A matrix that is worked out from the parameters.
    case matrix(String)
  }

  /// The step that was taken back; 0 where the run could not begin.
  package let step: Int
  package let cause: Cause
}

extension Divergence {
  /// What to tell a person.
  package var sentence: String {
    step == 0
      ? "The run cannot begin: \(lost)."
      : "Step \(step) was taken back: \(lost). Try a smaller rate."
  }

  private var lost: String {
    switch cause {
    case .slope(let name): "the derivative by \(name) is not a finite number"
    case .parameter(let name): "\(name) would leave the finite numbers"
    case .matrix(let name): "\(name) would leave the finite numbers"
    }
  }
}
