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

  /// The same in fewer and fewer words, for a line that is too short for the whole sentence.
  package var forms: [String] {
    step == 0
      ? [sentence, "The run cannot begin: \(name) is not finite.", "The run cannot begin."]
      : [
        sentence, "Step \(step) taken back: \(name) was not finite. Try a smaller rate.",
        "Step \(step): \(name) was not finite. Try a smaller rate.",
        "Step \(step) taken back. Try a smaller rate.", "Broken off. Try a smaller rate.",
      ]
  }

  private var name: String {
    switch cause {
    case .slope(let name): "the slope of \(name)"
    case .parameter(let name), .matrix(let name): name
    }
  }

  private var lost: String {
    switch cause {
    case .slope(let name): "the derivative by \(name) is not a finite number"
    case .parameter(let name), .matrix(let name):
      step == 0 ? "\(name) is not a finite number" : "\(name) would leave the finite numbers"
    }
  }
}
