/// Scores that are worked out together: some queries against some keys.
///
/// They lie in memory as keys × queries, so that eight queries at a time find their largest score
/// and their sum without looking across a row.
struct Tile: Equatable {
  let queries: Range<Int>
  let keys: Range<Int>

  /// How far apart the keys of a tile lie.
  var stride: Int { Tile.stride(of: queries) }

  /// Whole lanes, so that loops over queries have no remainder.
  static func stride(of queries: Range<Int>) -> Int {
    (queries.count + TileLoops.lanes - 1) / TileLoops.lanes * TileLoops.lanes
  }

  var count: Int { keys.count * stride }
}

/// How a table of queries × keys is cut into tiles, leaving out what the mask hides.
struct Tiling {
  let size: AttentionSize
  let mask: AttentionMask

  // Measured: tiles of 64 × 240 scores stay near the core.
  static let blockQueries = 64
  static let mostKeys = 256
  /// Up to so many multiplications OpenBLAS multiplies without first copying its operands, and is
  /// faster by a sixth.
  private static let mostWork = 1_000_000

  /// In how many blocks queries are worked on.
  var blocks: Int { (size.queries + Self.blockQueries - 1) / Self.blockQueries }

  func block(_ number: Int) -> Range<Int> {
    let start = number * Self.blockQueries
    return start..<min(size.queries, start + Self.blockQueries)
  }

  /// How many keys a tile has at most.
  var tileKeys: Int {
    let most = Self.mostWork / (Self.blockQueries * max(size.traits, size.features))
    return max(8, min(Self.mostKeys, most) & ~7)
  }

  /// The tiles of a block that the mask shows, from the first keys to the last.
  func forEachTile(of block: Range<Int>, _ body: (Tile) -> Void) {
    let keys = mask.keys(of: block, among: size.keys)
    for start in stride(from: keys.lowerBound, to: keys.upperBound, by: tileKeys) {
      body(Tile(queries: block, keys: start..<min(keys.upperBound, start + tileKeys)))
    }
  }
}
