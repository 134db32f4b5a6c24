/// The functions that make one number of each row, the last axis.
///
/// Sums are taken in double precision and rounded once. Rows have at least one number.
package enum Reduction: CaseIterable, Sendable {
  case sum
  case mean
  case max
  case min
  case variance
  case norm
  /// In bits.
  case entropy
  case argmax

  private var kernel: any RowFunction.Type {
    switch self {
    case .sum: RowSum.self
    case .mean: RowMean.self
    case .max: RowMaximum.self
    case .min: RowMinimum.self
    case .variance: RowVariance.self
    case .norm: RowNorm.self
    case .entropy: RowEntropy.self
    case .argmax: RowArgmax.self
    }
  }
}

extension Reduction {
  package func apply(_ input: Tensor) -> Tensor {
    var output = Tensor.zeros(input.shape.dropLast())
    apply(input.elements, rowLength: input.rowLength, into: &output.elements)
    return output
  }

  package func apply(_ input: [Float], rowLength: Int, into output: inout [Float]) {
    kernel.reduce(input, rowLength: rowLength, into: &output)
  }

  /// Adds gradient · ∂f/∂input; `output` is what `apply` gave.
  package func addGradient(
    _ gradient: [Float], input: [Float], output: [Float], rowLength: Int,
    into inputGradient: inout [Float]
  ) {
    kernel.addGradient(
      gradient, input: input, output: output, rowLength: rowLength, into: &inputGradient)
  }
}

// MARK: Along any axis

extension Reduction {
  package func apply(_ input: [Float], along rows: AxisRows, into output: inout [Float]) {
    kernel.reduce(input, along: rows, into: &output)
  }

  /// Adds gradient · ∂f/∂input; `output` is what `apply` gave.
  package func addGradient(
    _ gradient: [Float], input: [Float], output: [Float], along rows: AxisRows,
    into inputGradient: inout [Float]
  ) {
    kernel.addGradient(
      gradient, input: input, output: output, along: rows, into: &inputGradient)
  }
}
