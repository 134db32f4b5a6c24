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
  private let loops = TileLoops.widest
  private let turned: Target
  private let powers: Target
  /// V mixed by the powers so far, features × queries: both products have the queries as columns,
  /// which lie in memory of our own from the start of a vector on, wherever V and the result lie.
  private let mixed: Target
  /// Of each query the largest score so far, as a power of two.
  private let tops: Target
  /// Of each query what its scores are shifted by.
  private let shifts: Target
  /// Of each query what its sums so far are multiplied by.
  private let factors: Target
  /// Of each query Σ 2^(score − top) so far.
  private let sums: Target
  private let row: Scratch

  init(
    _ scores: AttentionScores, queries: Range<Int>, workspace: Workspace, result: AttentionResult
  ) {
    (self.scores, self.queries, self.result) = (scores, queries, result)
    let stride = Tile.stride(of: queries)
    let tiling = Tiling(size: scores.size, mask: scores.mask)
    turned = workspace.queries.room(scores.size.traits * stride)
    powers = workspace.scores.room(min(scores.size.keys, tiling.tileKeys) * stride)
    mixed = workspace.mixed.room(scores.size.features * stride)
    tops = workspace.tops.room(stride)
    shifts = workspace.shifts.room(stride)
    factors = workspace.factors.room(stride)
    sums = workspace.sums.room(stride)
    row = workspace.row
    tops.update(repeating: -.infinity, count: stride)
    sums.update(repeating: 0, count: stride)
  }

  private var features: Int { scores.size.features }
  private var stride: Int { Tile.stride(of: queries) }

  func run() {
    scores.turn(queries, into: turned)
    var isEmpty = true
    Tiling(size: scores.size, mask: scores.mask).forEachTile(of: queries) { tile in
      guard scores.fill(tile, from: turned, into: powers) else { return }
      raise(tile, isFirst: isEmpty)
      mix(tile, adds: !isEmpty)
      isEmpty = false
    }
    if isEmpty {
      result.output.update(repeating: 0, count: queries.count * features)
    } else {
      divide()
    }
    guard let logSums = result.logSums else { return }
    for query in 0..<queries.count { logSums[query] = tops[query] + log2(sums[query]) }
  }

  /// Mixed = Vᵀ · 2^(scores − tops), or += after the first tile.
  private func mix(_ tile: Tile, adds: Bool) {
    Multiplication(
      rows: features, inner: tile.keys.count, columns: stride, transposesLeft: true, adds: adds
    ).run(scores.values + tile.keys.lowerBound * features, powers, into: mixed)
  }

  /// Turns scores into powers of two less the largest scores so far, and adds them up.
  private func raise(_ tile: Tile, isFirst: Bool) {
    factors.update(from: tops, count: stride)
    loops.raise(tops, to: powers, of: tile)
    var isHigher = false
    for query in 0..<stride {
      if tops[query] != factors[query] { isHigher = true }
      // A query from which all has been hidden stays at −∞, which must not be taken from itself.
      shifts[query] = tops[query] == -.infinity ? 0 : tops[query]
    }
    if isHigher, !isFirst { lower() }
    loops.turnIntoPowers(powers, of: tile, shifts: shifts, sums: sums)
  }

  /// Brings what has been summed up from tops that lay lower, which `factors` holds, to those of now.
  private func lower() {
    let line = Tile(queries: queries, keys: 0..<1)
    // What these powers add up to is of no use.
    loops.turnIntoPowers(factors, of: line, shifts: shifts, sums: row.room(stride))
    loops.scale(sums, rows: 1, stride: stride, by: factors)
    loops.scale(mixed, rows: features, stride: stride, by: factors)
  }

  /// Divides by the sums; queries without a finite one are worked out as softmax spells it out.
  private func divide() {
    for query in 0..<stride { factors[query] = sums[query] == 0 ? 1 : 1 / sums[query] }
    loops.scale(mixed, rows: features, stride: stride, by: factors)
    loops.turn(
      mixed, rows: features, columns: queries.count, step: stride, into: result.output,
      step: features)
    for query in 0..<queries.count where !sums[query].isFinite {
      scores.mix(
        queries.lowerBound + query, weights: row.room(scores.size.keys),
        into: result.output + query * features)
    }
  }
}
