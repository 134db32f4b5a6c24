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
    sums = workspace.sums.room(stride)
    row = workspace.row
    tops.update(repeating: -.infinity, count: stride)
    sums.update(repeating: 0, count: stride)
  }

  private var features: Int { scores.size.features }

  func run() {
    scores.turn(queries, into: turned)
    var isEmpty = true
    Tiling(size: scores.size, mask: scores.mask).forEachTile(of: queries) { tile in
      guard scores.fill(tile, from: turned, into: powers) else { return }
      for query in stride(from: 0, to: tile.stride, by: 8) { raise(tile, query) }
      mix(tile, adds: !isEmpty)
      isEmpty = false
    }
    if isEmpty { result.output.update(repeating: 0, count: queries.count * features) }
    divide()
    guard let logSums = result.logSums else { return }
    for query in 0..<queries.count { logSums[query] = tops[query] + log2(sums[query]) }
  }

  /// Output = 2^(scores − tops) · V, or += after the first tile.
  private func mix(_ tile: Tile, adds: Bool) {
    Multiplication(
      rows: queries.count, inner: tile.keys.count, columns: features, transposesLeft: true,
      adds: adds, leftStride: tile.stride
    ).run(powers, scores.values + tile.keys.lowerBound * features, into: result.output)
  }

  /// Turns the scores of eight queries into powers of two less the largest scores so far, and adds
  /// them up.
  private func raise(_ tile: Tile, _ query: Int) {
    // A query from which all has been hidden stays at −∞, which must not be taken from itself.
    let top = raiseTops(tile, query)
    let shift = top.replacing(with: 0, where: top .== -.infinity)
    var sum = Lanes(at: sums + query)
    for key in 0..<tile.keys.count {
      let powers = powers + key * tile.stride + query
      let power = (Lanes(at: powers) - shift).powerOfTwo
      power.store(at: powers)
      sum += power
    }
    sum.store(at: sums + query)
  }

  /// The largest scores so far of eight queries, down to which their sums have been brought.
  private func raiseTops(_ tile: Tile, _ query: Int) -> Lanes {
    var top = Lanes(at: tops + query)
    for key in 0..<tile.keys.count {
      top = top.larger(Lanes(at: powers + key * tile.stride + query))
    }
    for lane in 0..<min(8, queries.count - query) where top[lane] != tops[query + lane] {
      lower(query + lane, to: top[lane])
    }
    return top
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
        let share = 1 / sums[query]
        for feature in 0..<features { output[feature] *= share }
      } else {
        let weights = row.room(scores.size.keys)
        scores.mix(queries.lowerBound + query, weights: weights, into: output)
      }
    }
  }
}
