/// Each row divided by its typical size; ε keeps a row of zeros from being divided by zero.
///
/// There is no learned scale or shift. Means are taken in double precision.
package struct RowNormalisation: Equatable, Sendable {
  /// Whether the row's mean is taken away first.
  let takesMeanAway: Bool

  /// yᵢ = (xᵢ − mean) / √(variance + ε) (Ba, Kiros & Hinton 2016).
  package static let layerNorm = RowNormalisation(takesMeanAway: true)
  /// yᵢ = xᵢ / √(mean of x² + ε) (Zhang & Sennrich 2019).
  package static let rootMeanSquare = RowNormalisation(takesMeanAway: false)
}

extension RowNormalisation {
  package func apply(
    _ input: [Float], rowLength: Int, epsilon: Double, into output: inout [Float]
  ) {
    precondition(input.count == output.count, "normalisation keeps the shape")
    let rows = Rows(of: input.count, length: rowLength)
    output.write(reading: input) { output, input in
      for row in rows.starts {
        let (mean, square) = moments(rowLength, input + row)
        let deviation = (square + epsilon).squareRoot()
        for place in row..<row + rowLength {
          output[place] = Float((Double(input[place]) - mean) / deviation)
        }
      }
    }
  }

  /// Adds (g − mean g − y · mean(g ∘ y)) / √(… + ε); mean g only where a mean is taken away.
  package func addGradient(
    _ gradient: [Float], input: [Float], output: [Float], rowLength: Int, epsilon: Double,
    into inputGradient: inout [Float]
  ) {
    precondition(
      gradient.count == input.count && output.count == input.count
        && inputGradient.count == input.count, "normalisation keeps the shape")
    let rows = Rows(of: input.count, length: rowLength)
    inputGradient.write(reading: gradient, input, output) { sums, gradient, input, output in
      for row in rows.starts {
        let (sums, gradient, output) = (sums + row, gradient + row, output + row)
        let deviation = (moments(rowLength, input + row).square + epsilon).squareRoot()
        let count = Double(rowLength)
        let shift =
          takesMeanAway ? preciseSum(rowLength) { Double(gradient[$0]) } / count : 0
        let scale = preciseSum(rowLength) { Double(gradient[$0]) * Double(output[$0]) } / count
        for place in 0..<rowLength {
          let rest = Double(gradient[place]) - shift - Double(output[place]) * scale
          sums[place] += Float(rest / deviation)
        }
      }
    }
  }

  /// ∂/∂ε of all numbers, weighed by the gradient: −½ Σ g y / (… + ε).
  package func epsilonGradient(
    _ gradient: [Float], input: [Float], output: [Float], rowLength: Int, epsilon: Double
  ) -> Float {
    let rows = Rows(of: input.count, length: rowLength)
    var sum = 0.0
    input.withUnsafeBufferPointer { input in
      guard let input = input.baseAddress else { return }
      for row in rows.starts {
        let square = moments(rowLength, input + row).square + epsilon
        sum -=
          preciseSum(rowLength) { Double(gradient[row + $0]) * Double(output[row + $0]) }
          / (2 * square)
      }
    }
    return Float(sum)
  }

  /// The mean that is taken away, and the mean square of what remains.
  private func moments(_ count: Int, _ row: Source) -> (mean: Double, square: Double) {
    let mean = takesMeanAway ? preciseSum(count) { Double(row[$0]) } / Double(count) : 0
    return (mean, preciseSum(count) { Tensors.square(Double(row[$0]) - mean) } / Double(count))
  }
}
