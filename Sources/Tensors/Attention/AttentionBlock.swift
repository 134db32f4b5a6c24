import Foundation

/// The output of some queries of one place: their tiles one after another.
struct AttentionBlock {
  let scores: AttentionScores
  let queries: Range<Int>
  let result: AttentionResult
  private let powers: Target
  private let turned: Target
  /// Of each query the largest score so far, as a power of two.
  private let tops: Target
  /// What is taken from scores before they become powers.
  private let shifts: Target
  /// Of each query Σ 2^(score − top) so far.
  private let sums: Target
  private let row: Scratch

  init(
    _ scores: AttentionScores, queries: Range<Int>, workspace: Workspace, result: AttentionResult
  ) {
    (self.scores, self.queries, self.result) = (scores, queries, result)
    let stride = Tile.stride(of: queries)
    let tiling = Tiling(size: scores.size, mask: scores.mask)
    powers = workspace.scores.room(min(scores.size.keys, tiling.tileKeys) * stride)
    turned = workspace.queries.room(scores.size.traits * stride)
    tops = workspace.tops.room(stride)
    shifts = workspace.shifts.room(stride)
    sums = workspace.sums.room(stride)
    row = workspace.row
    tops.update(repeating: -.infinity, count: stride)
    sums.update(repeating: 0, count: stride)
  }

  private var features: Int { scores.size.features }

  func run() {
    result.output.update(repeating: 0, count: queries.count * features)
    scores.turn(queries, into: turned)
    Tiling(size: scores.size, mask: scores.mask).forEachTile(of: queries, add)
    divide()
    guard let logSums = result.logSums else { return }
    for query in 0..<queries.count { logSums[query] = tops[query] + log2(sums[query]) }
  }

  /// Adds 2^(scores − tops) · V and the sums of these powers.
  private func add(_ tile: Tile) {
    guard scores.fill(tile, from: turned, into: powers) else { return }
    raiseTops(tile)
    raise(tile)
    Multiplication(
      rows: queries.count, inner: tile.keys.count, columns: features, transposesLeft: true,
      adds: true, leftStride: tile.stride
    ).run(powers, scores.values + tile.keys.lowerBound * features, into: result.output)
  }

  /// Finds the largest scores so far.
  ///
  /// Like all that follows it goes through the tile as it lies in memory.
  private func raiseTops(_ tile: Tile) {
    shifts.update(from: tops, count: tile.stride)
    for key in 0..<tile.keys.count {
      let scores = powers + key * tile.stride
      for query in stride(from: 0, to: tile.stride, by: 8) {
        Lanes(at: shifts + query).larger(Lanes(at: scores + query)).store(at: shifts + query)
      }
    }
    for query in 0..<queries.count where shifts[query] != tops[query] {
      lower(query, to: shifts[query])
    }
    // A query from which all has been hidden stays at −∞, which must not be taken from itself.
    for query in 0..<tile.stride where shifts[query] == -.infinity { shifts[query] = 0 }
  }

  /// Turns scores into powers of two less the largest scores so far, and adds them up.
  private func raise(_ tile: Tile) {
    for key in 0..<tile.keys.count {
      let powers = powers + key * tile.stride
      for query in stride(from: 0, to: tile.stride, by: 8) {
        let power = (Lanes(at: powers + query) - Lanes(at: shifts + query)).powerOfTwo
        power.store(at: powers + query)
        (Lanes(at: sums + query) + power).store(at: sums + query)
      }
    }
  }

  /// Brings what a query has summed up to a larger top.
  private func lower(_ query: Int, to top: Float) {
    if sums[query] != 0 {
      let factor = exp2(tops[query] - top)
      sums[query] *= factor
      let output = result.output + query * features
      for feature in 0..<features { output[feature] *= factor }
    }
    tops[query] = top
  }

  /// Divides by the sums; queries without a finite one are worked out as softmax spells it out.
  private func divide() {
    for query in 0..<queries.count where sums[query] != 0 {
      let output = result.output + query * features
      if sums[query].isFinite {
        for feature in 0..<features { output[feature] /= sums[query] }
      } else {
        let weights = row.room(scores.size.keys)
        scores.mix(queries.lowerBound + query, weights: weights, into: output)
      }
    }
  }
}
