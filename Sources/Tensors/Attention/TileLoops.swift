import VectorShim

/// The loops over the numbers of a tile, in the widest vectors of a processor.
///
/// Digits may differ between processors by a unit or two in the last place, as those of the products
/// around them do.
struct TileLoops {
  private let vectors: qkv_vectors

  /// Those of this machine.
  static let widest = TileLoops(vectors: qkv_widest_vectors())

  /// One for each kind of vectors that this machine has.
  static var all: [TileLoops] {
    (0...widest.vectors.rawValue).map { TileLoops(vectors: qkv_vectors($0)) }
  }

  /// The rows of a tile are a multiple of this long.
  static let lanes = Int(qkv_lanes)

  /// Raises the top of each query to the largest of its scores; a NaN is passed over.
  func raise(_ tops: Target, to scores: Source, of tile: Tile) {
    qkv_raise_tops(vectors, scores, tile.keys.count, tile.stride, tops)
  }

  /// Turns scores into 2^(score − shift) of their query, and adds these powers to its sum.
  ///
  /// They are right to about three units in the last place for score − shift ≤ 127, 0 below −125.5,
  /// and NaN of NaN.
  func turnIntoPowers(_ scores: Target, of tile: Tile, shifts: Source, sums: Target) {
    qkv_raise_to_powers(vectors, scores, tile.keys.count, tile.stride, shifts, sums)
  }

  /// Multiplies each column of rows × queries by the factor of its query.
  func scale(_ numbers: Target, rows: Int, stride: Int, by factors: Source) {
    qkv_scale_columns(vectors, numbers, rows, stride, factors)
  }

  /// Turns weights into the gradient of scores, weight · (product − mean) · factor.
  func turnIntoSlopes(
    _ weights: Target, _ products: Source, of tile: Tile, means: Source, factor: Float
  ) {
    qkv_turn_into_slopes(
      vectors, weights, products, tile.keys.count, tile.stride, means, factor)
  }

  /// Lays out rows as columns, each number times a factor; each step leads to the next row.
  func turn(
    _ source: Source, rows: Int, columns: Int, step: Int, factor: Float = 1,
    into turned: Target, step turnedStep: Int
  ) {
    qkv_turn(vectors, source, rows, columns, step, factor, turned, turnedStep)
  }
}
