#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A function of a whole row of numbers, its gradient beside it.
protocol RowFunction {
  static func value(_ count: Int, _ row: Source) -> Float
  /// Adds gradient · ∂f/∂row, given y = f(row).
  static func addGradient(
    _ gradient: Float, _ count: Int, _ row: Source, _ y: Float, into sum: Target)

  // Requirements, so that every function gets loops of its own with the function inlined.
  static func reduce(_ input: [Float], rowLength: Int, into output: inout [Float])
  static func addGradient(
    _ gradient: [Float], input: [Float], output: [Float], rowLength: Int, into sum: inout [Float])
  static func reduce(_ input: [Float], along rows: AxisRows, into output: inout [Float])
  static func addGradient(
    _ gradient: [Float], input: [Float], output: [Float], along rows: AxisRows,
    into sum: inout [Float])
}

/// The sum Σ xᵢ.
enum RowSum: RowFunction {
  static func value(_ count: Int, _ row: Source) -> Float { sum(count) { row[$0] } }

  static func addGradient(
    _ gradient: Float, _ count: Int, _ row: Source, _ y: Float, into sum: Target
  ) {
    for place in 0..<count { sum[place] += gradient }
  }
}

/// The mean Σ xᵢ / n.
enum RowMean: RowFunction {
  static func value(_ count: Int, _ row: Source) -> Float {
    Float(preciseSum(count) { Double(row[$0]) } / Double(count))
  }

  static func addGradient(
    _ gradient: Float, _ count: Int, _ row: Source, _ y: Float, into sum: Target
  ) {
    for place in 0..<count { sum[place] += gradient / Float(count) }
  }
}

/// Σ (xᵢ − mean)² / n, the variance that layer normalisation divides by.
enum RowVariance: RowFunction {
  static func value(_ count: Int, _ row: Source) -> Float {
    let mean = mean(count, row)
    return Float(preciseSum(count) { square(Double(row[$0]) - mean) } / Double(count))
  }

  // The mean moves with every number, but deviations from it sum to zero: 2 (xᵢ − mean) / n remains.
  static func addGradient(
    _ gradient: Float, _ count: Int, _ row: Source, _ y: Float, into sum: Target
  ) {
    let mean = mean(count, row)
    for place in 0..<count {
      sum[place] += gradient * Float(2 * (Double(row[place]) - mean) / Double(count))
    }
  }

  private static func mean(_ count: Int, _ row: Source) -> Double {
    preciseSum(count) { Double(row[$0]) } / Double(count)
  }
}

/// The Euclidean length √Σ xᵢ²; its gradient at the zero vector counts as 0.
enum RowNorm: RowFunction {
  static func value(_ count: Int, _ row: Source) -> Float {
    Float(preciseSum(count) { square(Double(row[$0])) }.squareRoot())
  }

  static func addGradient(
    _ gradient: Float, _ count: Int, _ row: Source, _ y: Float, into sum: Target
  ) {
    guard y != 0 else { return }
    for place in 0..<count { sum[place] += gradient * (row[place] / y) }
  }
}

/// −Σ pᵢ log₂ pᵢ in bits, where 0 · log 0 counts as 0.
///
/// The gradient at pᵢ = 0 counts as 0 too: that is its limit once it has passed through a softmax.
enum RowEntropy: RowFunction {
  static func value(_ count: Int, _ row: Source) -> Float {
    // Subtracting from zero, so that certainty is 0 and not −0.
    Float(0 - preciseSum(count) { bits(Double(row[$0])) })
  }

  static func addGradient(
    _ gradient: Float, _ count: Int, _ row: Source, _ y: Float, into sum: Target
  ) {
    for place in 0..<count where row[place] != 0 {
      sum[place] -= gradient * (log2(row[place]) + 1 / Float(M_LN2))
    }
  }

  @inline(__always)
  private static func bits(_ p: Double) -> Double { p == 0 ? 0 : p * log2(p) }
}
