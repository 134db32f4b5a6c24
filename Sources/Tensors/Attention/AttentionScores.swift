/// The scores of one place of the stack, as powers of two: (Q Kᵀ / divisor + mask) · log₂ e.
///
/// Softmax is the same with powers of two, which take fewer steps than powers of e.
struct AttentionScores {
  let size: AttentionSize
  let mask: AttentionMask
  let divisor: Float
  // Where the matrices of the place start.
  let queries: Source
  let keys: Source
  let values: Source
  let table: Source

  private static let perPower: Float = 1.442_695_04

  /// Lays out queries as traits × queries, in units of the scores.
  func turn(_ block: Range<Int>, into turned: Target) {
    TransposedRows(
      rows: block.count, columns: size.traits, factor: Self.perPower / divisor
    ).fill(turned, from: queries + block.lowerBound * size.traits)
  }

  /// Works out a tile as keys × queries, or finds that all of it is hidden and gives false.
  func fill(_ tile: Tile, from turned: Source, into scores: Target) -> Bool {
    let cover = cover(of: tile)
    if cover == .hidden { return false }
    Multiplication(rows: tile.keys.count, inner: size.traits, columns: tile.stride)
      .run(keys + tile.keys.lowerBound * size.traits, turned, into: scores)
    if cover == .mixed { addTable(tile, to: scores) }
    hideUnseen(tile, in: scores)
    return true
  }

  /// −∞ for queries that do not see a key.
  private func hideUnseen(_ tile: Tile, in scores: Target) {
    if mask.shows(tile) { return }
    for (row, key) in tile.keys.enumerated() {
      let seen = mask.queries(of: key, among: tile.queries)
      let row = scores + row * tile.stride
      let (before, end) = (
        seen.lowerBound - tile.queries.lowerBound, seen.upperBound - tile.queries.lowerBound
      )
      row.update(repeating: -.infinity, count: before)
      (row + end).update(repeating: -.infinity, count: tile.queries.count - end)
    }
  }
}

// MARK: The table that is added

extension AttentionScores {
  /// What a table does to a tile.
  enum Cover {
    case hidden
    case open
    case mixed
  }

  private func cover(of tile: Tile) -> Cover {
    guard let steps = mask.table else { return .open }
    var (isHidden, isOpen) = (true, true)
    for query in tile.queries {
      let row = table + query * steps.queryStride + tile.keys.lowerBound * steps.keyStride
      for place in 0..<tile.keys.count {
        let number = row[place * steps.keyStride]
        if number != -.infinity { isHidden = false }
        if number != 0 { isOpen = false }
      }
      if !isHidden, !isOpen { return .mixed }
    }
    return isHidden ? .hidden : .open
  }

  private func addTable(_ tile: Tile, to scores: Target) {
    guard let steps = mask.table else { return }
    let corner =
      table + tile.queries.lowerBound * steps.queryStride
      + tile.keys.lowerBound * steps.keyStride
    for first in stride(from: 0, to: tile.queries.count, by: 8) {
      let count = min(8, tile.queries.count - first)
      for key in 0..<tile.keys.count {
        let column = corner + first * steps.queryStride + key * steps.keyStride
        let numbers = Float8(at: column, step: steps.queryStride, count: count)
        let scores = scores + key * tile.stride + first
        (Float8(at: scores) + numbers * Self.perPower).store(at: scores)
      }
    }
  }
}

// MARK: One query as softmax spells it out

extension AttentionScores {
  /// The weights of a query for all keys.
  func weigh(_ query: Int, into weights: Target) {
    let seen = mask.keys(of: query, among: size.keys)
    let row = queries + query * size.traits
    for key in 0..<size.keys {
      weights[key] = seen.contains(key) ? score(row, query, key) : -.infinity
    }
    Softmax.weigh(size.keys, weights, into: weights)
  }

  @inline(__always)
  private func score(_ row: Source, _ query: Int, _ key: Int) -> Float {
    let column = keys + key * size.traits
    var total: Float = 0
    for trait in 0..<size.traits { total += row[trait] * column[trait] }
    guard let steps = mask.table else { return total / divisor }
    return total / divisor + table[query * steps.queryStride + key * steps.keyStride]
  }

  /// The values mixed by the weights of a query.
  func mix(_ query: Int, weights: Target, into output: Target) {
    weigh(query, into: weights)
    Multiplication(rows: 1, inner: size.keys, columns: size.features)
      .runPlainly(weights, values, into: output)
  }
}
