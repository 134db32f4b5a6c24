#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Rotary positions (Su and others 2021): two columns of a row are the coordinates of a point, which is
/// turned by the angle position · speed · base^(−2i / columns) for pair i.
///
/// A pair is two neighbouring columns, 2i and 2i + 1, as in the paper and in the table of sinusoids; or
/// one column of each half, i and i + columns / 2, as many programs have it.
package struct RotaryPositions: Sendable {
  /// The position of each row.
  package let positions: [Int]
  package let columns: Int
  package let pairsHalves: Bool

  package init(positions: [Int], columns: Int, pairsHalves: Bool = false) {
    precondition(columns.isMultiple(of: 2), "columns are turned two by two")
    self.positions = positions
    self.columns = columns
    self.pairsHalves = pairsHalves
  }

  /// How fast the pairs turn from one position to the next.
  package struct Speed: Equatable, Sendable {
    /// Radians for each position, of the first pair.
    package var first: Double
    /// What the wave lengths of the pairs grow to.
    package var base: Double

    package init(first: Double = 1, base: Double = 10_000) {
      (self.first, self.base) = (first, base)
    }

    /// Radians for each position.
    package func radians(pair: Int, columns: Int) -> Double {
      first * pow(base, -2 * Double(pair) / Double(columns))
    }
  }

  /// The pair that a column belongs to, and its two columns.
  package func pair(of column: Int) -> (number: Int, first: Int, second: Int) {
    let number = pairsHalves ? column % (columns / 2) : column / 2
    let columns = self.columns(ofPair: number)
    return (number, columns.first, columns.second)
  }

  /// By how much a column and its partner are turned in a row, in radians.
  package func angle(row: Int, column: Int, _ speed: Speed) -> Double {
    Double(positions[row]) * speed.radians(pair: pair(of: column).number, columns: columns)
  }

  /// (a, b) becomes (a cos − b sin, a sin + b cos); each matrix of a stack begins at the first row.
  package func apply(_ input: [Float], _ speed: Speed, into output: inout [Float]) {
    let count = matrixCount(input, output)
    output.write(reading: input) { output, input in
      forEachPair(speed, matrices: count) { first, second, turn in
        let (a, b) = (input[first], input[second])
        output[first] = a * turn.cosine - b * turn.sine
        output[second] = a * turn.sine + b * turn.cosine
      }
    }
  }

  /// Adds the gradient turned back by the same angle, for a rotation's transpose is its inverse.
  package func addGradient(_ gradient: [Float], _ speed: Speed, into inputGradient: inout [Float]) {
    let count = matrixCount(gradient, inputGradient)
    inputGradient.write(reading: gradient) { sums, gradient in
      forEachPair(speed, matrices: count) { first, second, turn in
        let (a, b) = (gradient[first], gradient[second])
        sums[first] += a * turn.cosine + b * turn.sine
        sums[second] += b * turn.cosine - a * turn.sine
      }
    }
  }

  /// ∂ of all numbers, weighed by the gradient, by the speed and the base; `output` is what `apply` gave.
  ///
  /// A point that is turned moves at a right angle to where it lies: ∂(a′, b′) / ∂angle = (−b′, a′).
  package func speedGradient(
    _ gradient: [Float], output: [Float], _ speed: Speed
  ) -> (first: Float, base: Float) {
    let count = matrixCount(gradient, output)
    var sums = (first: 0.0, base: 0.0)
    forEachPair(speed, matrices: count) { first, second, turn in
      let slope =
        Double(gradient[second]) * Double(output[first])
        - Double(gradient[first]) * Double(output[second])
      sums.first += slope * turn.unit
      sums.base -= slope * turn.angle * 2 * Double(turn.pair) / Double(columns) / speed.base
    }
    return (Float(sums.first), Float(sums.base))
  }

  private struct Turn {
    let pair: Int
    let angle: Double
    /// The angle at a speed of 1.
    let unit: Double
    let cosine: Float
    let sine: Float
  }

  /// Calls `body` with the places of each pair of numbers and how it is turned.
  @inline(__always)
  private func forEachPair(
    _ speed: Speed, matrices: Int, _ body: (_ first: Int, _ second: Int, Turn) -> Void
  ) {
    for pair in 0..<columns / 2 {
      let unit = Speed(base: speed.base).radians(pair: pair, columns: columns)
      let (left, right) = self.columns(ofPair: pair)
      for row in positions.indices {
        let angle = Double(positions[row]) * unit * speed.first
        let turn = Turn(
          pair: pair, angle: angle, unit: Double(positions[row]) * unit,
          cosine: Float(cos(angle)), sine: Float(sin(angle)))
        for matrix in 0..<matrices {
          let start = (matrix * positions.count + row) * columns
          body(start + left, start + right, turn)
        }
      }
    }
  }

  private func columns(ofPair pair: Int) -> (first: Int, second: Int) {
    pairsHalves ? (pair, pair + columns / 2) : (2 * pair, 2 * pair + 1)
  }

  /// How many matrices of rows × columns there are on both sides.
  private func matrixCount(_ one: [Float], _ other: [Float]) -> Int {
    precondition(one.count == other.count, "rotary positions keep the shape")
    let size = max(positions.count * columns, 1)
    precondition(one.count.isMultiple(of: size), "a stack holds whole matrices")
    return one.count / size
  }
}
