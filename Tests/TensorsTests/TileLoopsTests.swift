import Foundation
import Testing

@testable import Tensors

/// Every kind of vectors that this machine has.
@Suite struct TileLoopsTests {
  private let lanes = TileLoops.lanes

  /// 2^(score − shift) of a tile with one key a row of queries, and what the sums were raised to.
  private func powers(
    _ scores: [Float], shift: Float, sums: [Float], _ loops: TileLoops
  ) -> (powers: [Float], sums: [Float]) {
    var (powers, sums) = (scores, sums)
    let shifts = [Float](repeating: shift, count: sums.count)
    let tile = Tile(queries: 0..<sums.count, keys: 0..<scores.count / sums.count)
    powers.withUnsafeMutableBufferPointer { powers in
      sums.withUnsafeMutableBufferPointer { sums in
        shifts.withUnsafeBufferPointer { shifts in
          guard let powers = powers.baseAddress, let sums = sums.baseAddress,
            let shifts = shifts.baseAddress
          else { return }
          loops.turnIntoPowers(powers, of: tile, shifts: shifts, sums: sums)
        }
      }
    }
    return (powers, sums)
  }

  private func powers(of scores: [Float], _ loops: TileLoops) -> [Float] {
    let rest = (lanes - scores.count % lanes) % lanes
    let padded = scores + [Float](repeating: 0, count: rest)
    let none = [Float](repeating: 0, count: lanes)
    return Array(powers(padded, shift: 0, sums: none, loops).powers.prefix(scores.count))
  }

  @Test func aMachineHasAtLeastTheVectorsThatAllHave() {
    #expect(!TileLoops.all.isEmpty)
  }

  @Test func powersAreFoundationsToThreeUnitsInTheLastPlace() {
    let exponents = stride(from: Float(-125.4), to: 127, by: 0.003_17).map { $0 }
    for loops in TileLoops.all {
      var worst = 0.0
      for (x, power) in zip(exponents, powers(of: exponents, loops)) {
        let exact = exp2(Double(x))
        worst = max(worst, abs(Double(power) - exact) / Double(Float(exact).ulp))
      }
      #expect(worst < 2.5)
    }
  }

  @Test func powersAreExactAtWholeNumbers() {
    let wholes = (-125...127).map(Float.init)
    for loops in TileLoops.all {
      #expect(
        powers(of: wholes, loops)
          == (-125...127).map { Float(sign: .plus, exponent: $0, significand: 1) })
    }
  }

  @Test func powersKeepTheirLimits() {
    for loops in TileLoops.all {
      let found = powers(of: [-.infinity, -1e30, -126, -0.0, .nan], loops)
      #expect(Array(found.prefix(4)) == [0, 0, 0, 1])
      #expect(found[4].isNaN)
    }
  }

  @Test func eachQuerysPowersAreAddedToItsSum() {
    let scores = (0..<5 * 2 * lanes).map { Float($0 % 7) }
    let sums = (0..<2 * lanes).map { Float($0) }
    for loops in TileLoops.all {
      let found = powers(scores, shift: 1, sums: sums, loops)
      #expect(found.powers == scores.map { exp2($0 - 1) })
      for query in sums.indices {
        let own = stride(from: query, to: scores.count, by: sums.count).map { found.powers[$0] }
        #expect(found.sums[query] == own.reduce(sums[query], +))
      }
    }
  }

  @Test func topsRiseToTheLargestScoreAndPassNaNOver() {
    let rows: [[Float]] = [
      [1, -3, .nan, -.infinity], [2, -5, 0, -.infinity], [0, -4, .nan, -.infinity],
    ]
    let padding = [Float](repeating: 0, count: lanes - 4)
    let scores = rows.flatMap { $0 + padding }
    for loops in TileLoops.all {
      var tops = [1.5, -.infinity, -1, -.infinity] + padding
      let tile = Tile(queries: 0..<lanes, keys: 0..<rows.count)
      tops.withUnsafeMutableBufferPointer { tops in
        scores.withUnsafeBufferPointer { scores in
          guard let tops = tops.baseAddress, let scores = scores.baseAddress else { return }
          loops.raise(tops, to: scores, of: tile)
        }
      }
      #expect(Array(tops.prefix(4)) == [2, -3, 0, -.infinity])
    }
  }

  /// Queries that fill a strip of vectors, with some and with none left over.
  @Test(arguments: [1, 3, 4, 5])
  func tilesOfAnyWidthAreGoneThrough(_ vectors: Int) {
    let count = vectors * lanes
    let scores = (0..<7 * count).map { Float($0 * 37 % 101) / 8 }
    let tops = (0..<count).map { query in
      stride(from: query, to: scores.count, by: count).map { scores[$0] }.max() ?? 0
    }
    let tile = Tile(queries: 0..<count, keys: 0..<7)
    for loops in TileLoops.all {
      var raised = [Float](repeating: -.infinity, count: count)
      raised.write(reading: scores) { loops.raise($0, to: $1, of: tile) }
      #expect(raised == tops)
      let none = [Float](repeating: 0, count: count)
      let found = powers(scores, shift: 0, sums: none, loops)
      let exact = scores.map { exp2($0) }
      #expect(zip(found.powers, exact).allSatisfy { abs($0 - $1) <= 3 * $1.ulp })
    }
  }

  @Test func columnsAreMultipliedByTheirFactors() {
    let factors = (0..<3 * lanes).map { Float($0 + 1) }
    let numbers = (0..<5 * factors.count).map { Float($0 % 11) - 5 }
    for loops in TileLoops.all {
      var found = numbers
      found.write(reading: factors) {
        loops.scale($0, rows: 5, stride: factors.count, by: $1)
      }
      #expect(found == numbers.indices.map { numbers[$0] * factors[$0 % factors.count] })
    }
  }

  @Test func weightsTurnIntoSlopes() {
    let tile = Tile(queries: 0..<2 * lanes, keys: 0..<3)
    let weights = (0..<tile.count).map { Float($0 % 5) }
    let products = (0..<tile.count).map { Float($0 % 13) }
    let means = (0..<tile.stride).map { Float($0 % 3) }
    for loops in TileLoops.all {
      var slopes = weights
      slopes.write(reading: products, means) {
        loops.turnIntoSlopes($0, $1, of: tile, means: $2, factor: 0.5)
      }
      #expect(
        slopes
          == weights.indices.map { weights[$0] * (products[$0] - means[$0 % tile.stride]) / 2 })
    }
  }

  @Test(arguments: [1, 8, 13, 16], [1, 7, 8, 20])
  func rowsAreLaidOutAsColumns(_ rows: Int, _ columns: Int) {
    let (step, turnedStep) = (columns + 3, rows + 2)
    let numbers = (0..<rows * step).map(Float.init)
    var expected = [Float](repeating: -1, count: columns * turnedStep)
    for row in 0..<rows {
      for column in 0..<columns {
        expected[column * turnedStep + row] = 2 * numbers[row * step + column]
      }
    }
    for loops in TileLoops.all {
      var turned = [Float](repeating: -1, count: expected.count)
      turned.write(reading: numbers) {
        loops.turn(
          $1, rows: rows, columns: columns, step: step, factor: 2, into: $0, step: turnedStep)
      }
      #expect(turned == expected)
    }
  }
}
