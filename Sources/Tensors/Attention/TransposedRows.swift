/// Rows laid out as columns, each number times a factor, with zeros up to whole lanes of rows.
struct TransposedRows {
  let rows: Int
  let columns: Int
  var factor: Float = 1

  func fill(_ turned: Target, from source: Source) {
    let stride = Tile.stride(of: 0..<rows)
    if stride > rows { turned.update(repeating: 0, count: columns * stride) }
    TileLoops.widest.turn(
      source, rows: rows, columns: columns, step: columns, factor: factor, into: turned,
      step: stride)
  }
}
