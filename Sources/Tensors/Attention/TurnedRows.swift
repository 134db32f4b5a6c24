/// Rows laid out as columns, each number times a factor, with zeros up to whole lanes of rows.
struct TurnedRows {
  let rows: Int
  let columns: Int
  var factor: Float = 1

  func fill(_ turned: Target, from source: Source) {
    let stride = Tile.stride(of: 0..<rows)
    for first in Swift.stride(from: 0, to: stride, by: 8) {
      let count = max(0, min(8, rows - first))
      for column in 0..<columns {
        let numbers = Lanes(at: source + first * columns + column, step: columns, count: count)
        (numbers * factor).store(at: turned + column * stride + first)
      }
    }
  }
}
