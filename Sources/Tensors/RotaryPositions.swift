#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Rotary positions (Su and others 2021): in row p, the columns 2i and 2i + 1 are the coordinates
/// of a point, which is turned by the angle p · 10000^(−2i / columns).
///
/// Neighbouring columns make a pair, as in the paper and in the table of sinusoids; some programs
/// pair column i with column i + columns / 2, which is the same up to the order of the columns.
package struct RotaryPositions: Sendable {
  private let cosines: [Float]  // rows × columns / 2
  private let sines: [Float]  // rows × columns / 2

  package init(rows: Int, columns: Int) {
    precondition(columns.isMultiple(of: 2), "columns are turned two by two")
    let angles = (0..<rows * columns / 2).map { place in
      let (row, pair) = place.quotientAndRemainder(dividingBy: columns / 2)
      return Self.angle(row: row, column: 2 * pair, columns: columns)
    }
    cosines = angles.map { Float(cos($0)) }
    sines = angles.map { Float(sin($0)) }
  }

  /// By how much a column and its partner are turned in a row, in radians.
  package static func angle(row: Int, column: Int, columns: Int) -> Double {
    Double(row) * pow(10_000, -Double(column - column % 2) / Double(columns))
  }

  /// (a, b) becomes (a cos − b sin, a sin + b cos); each matrix of a stack begins at row 0.
  package func apply(_ input: [Float], into output: inout [Float]) {
    let count = pairedCount(input, output)
    output.write(reading: input) { output, input in
      for place in stride(from: 0, to: count, by: 2) {
        let (a, b, turn) = (input[place], input[place + 1], place / 2 % cosines.count)
        output[place] = a * cosines[turn] - b * sines[turn]
        output[place + 1] = a * sines[turn] + b * cosines[turn]
      }
    }
  }

  /// Adds the gradient turned back by the same angle, for a rotation's transpose is its inverse.
  package func addGradient(_ gradient: [Float], into inputGradient: inout [Float]) {
    let count = pairedCount(gradient, inputGradient)
    inputGradient.write(reading: gradient) { sums, gradient in
      for place in stride(from: 0, to: count, by: 2) {
        let (a, b, turn) = (gradient[place], gradient[place + 1], place / 2 % cosines.count)
        sums[place] += a * cosines[turn] + b * sines[turn]
        sums[place + 1] += b * cosines[turn] - a * sines[turn]
      }
    }
  }

  /// How many numbers there are on both sides: whole matrices of rows × columns.
  private func pairedCount(_ one: [Float], _ other: [Float]) -> Int {
    precondition(one.count == other.count, "rotary positions keep the shape")
    precondition(
      one.count.isMultiple(of: max(2 * cosines.count, 1)), "a stack holds whole matrices")
    return one.count
  }
}
