#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The output of some queries of one place: their tiles one after another.
struct AttentionBlock {
  let scores: AttentionScores
  let queries: Range<Int>
  let result: AttentionResult
  private let powers: Target
  private let turned: Target
  /// Of each query the largest score so far, as a power of two.
  private let tops: Target
  /// Of each query the largest score before this tile, then what its scores are shifted by.
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
    scores.turn(queries, into: turned)
    var isEmpty = true
    Tiling(size: scores.size, mask: scores.mask).forEachTile(of: queries) { tile in
      guard scores.fill(tile, from: turned, into: powers) else { return }
      raise(tile)
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

  /// Turns scores into powers of two less the largest scores so far, and adds them up.
  private func raise(_ tile: Tile) {
    let loops = TileLoops.widest
    shifts.update(from: tops, count: tile.stride)
    loops.raise(tops, to: powers, of: tile)
    for query in 0..<queries.count where tops[query] != shifts[query] {
      lower(query, by: tops[query] - shifts[query])
    }
    for query in 0..<tile.stride {
      // A query from which all has been hidden stays at −∞, which must not be taken from itself.
      shifts[query] = tops[query] == -.infinity ? 0 : tops[query]
    }
    loops.turnIntoPowers(powers, of: tile, shifts: shifts, sums: sums)
  }

  /// Brings what a query has summed up to a top that lies higher by so much.
  private func lower(_ query: Int, by rise: Float) {
    if sums[query] == 0 { return }
    let factor = exp2(-rise)
    sums[query] *= factor
    let output = result.output + query * features
    for feature in 0..<features { output[feature] *= factor }
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
