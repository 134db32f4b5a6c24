/// Layer normalisation (Ba, Kiros & Hinton 2016): yᵢ = (xᵢ − mean) / √(variance + ε) in each row.
///
/// Mean and variance are taken in double precision. There is no learned scale or shift.
package enum LayerNorm {
  /// What keeps a row of equal numbers from being divided by zero.
  package static let epsilon = 1e-5

  package static func apply(_ input: [Float], rowLength: Int, into output: inout [Float]) {
    precondition(input.count == output.count, "layer normalisation keeps the shape")
    let rows = Rows(of: input.count, length: rowLength)
    output.write(reading: input) { output, input in
      for row in rows.starts {
        let (mean, deviation) = moments(rowLength, input + row)
        for place in row..<row + rowLength {
          output[place] = Float((Double(input[place]) - mean) / deviation)
        }
      }
    }
  }

  /// Adds (g − mean g − y · mean(g ∘ y)) / √(variance + ε): mean and variance move along.
  package static func addGradient(
    _ gradient: [Float], input: [Float], output: [Float], rowLength: Int,
    into inputGradient: inout [Float]
  ) {
    precondition(
      gradient.count == input.count && output.count == input.count
        && inputGradient.count == input.count, "layer normalisation keeps the shape")
    let rows = Rows(of: input.count, length: rowLength)
    inputGradient.write(reading: gradient, input, output) { sums, gradient, input, output in
      for row in rows.starts {
        let (sums, gradient, output) = (sums + row, gradient + row, output + row)
        let (_, deviation) = moments(rowLength, input + row)
        let count = Double(rowLength)
        let shift = preciseSum(rowLength) { Double(gradient[$0]) } / count
        let scale = preciseSum(rowLength) { Double(gradient[$0]) * Double(output[$0]) } / count
        for place in 0..<rowLength {
          let rest = Double(gradient[place]) - shift - Double(output[place]) * scale
          sums[place] += Float(rest / deviation)
        }
      }
    }
  }

  /// The mean, and √(variance + ε).
  private static func moments(_ count: Int, _ row: Source) -> (mean: Double, deviation: Double) {
    let mean = preciseSum(count) { Double(row[$0]) } / Double(count)
    let variance = preciseSum(count) { square(Double(row[$0]) - mean) } / Double(count)
    return (mean, (variance + epsilon).squareRoot())
  }
}
