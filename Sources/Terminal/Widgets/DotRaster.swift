/// A raster of dots, two by four to a cell, where every cell remembers who drew in it last.
///
/// A cell is twice as high as wide, so its dots are square: equal steps look equal both ways.
struct DotRaster: Equatable {
  let columns: Int
  let rows: Int
  private var bits: [UInt8]
  private var owners: [Int?]

  init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    bits = Array(repeating: 0, count: self.columns * self.rows)
    owners = Array(repeating: nil, count: self.columns * self.rows)
  }

  var width: Int { columns * 2 }
  var height: Int { rows * 4 }

  /// The dots of a cell, in the order of the braille block, and who drew them.
  func cell(column: Int, row: Int) -> (bits: UInt8, owner: Int)? {
    guard (0..<columns).contains(column), (0..<rows).contains(row) else { return nil }
    let index = row * columns + column
    guard let owner = owners[index] else { return nil }
    return (bits[index], owner)
  }

  /// How many cells of a part of a row somebody drew in whose number is not below 0.
  func ownedCells(row: Int, columns part: Range<Int>) -> Int {
    guard (0..<rows).contains(row) else { return 0 }
    let start = row * columns
    return part.clamped(to: 0..<columns).count { (owners[start + $0] ?? -1) >= 0 }
  }

  /// How many cells of a part of a row somebody drew in.
  func drawnCells(row: Int, columns part: Range<Int>) -> Int {
    guard (0..<rows).contains(row) else { return 0 }
    let start = row * columns
    return part.clamped(to: 0..<columns).count { owners[start + $0] != nil }
  }

  /// Sets one dot, `x` to the right and `y` down; dots outside are dropped.
  mutating func plot(x: Int, y: Int, owner: Int) {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return }
    let index = (y / 4) * columns + x / 2
    bits[index] |= Self.bit(x: x % 2, y: y % 4)
    owners[index] = owner
  }

  /// A straight line of dots between two places, both included.
  mutating func line(from start: Point, to end: Point, owner: Int) {
    let steps = max(abs(end.x - start.x), abs(end.y - start.y))
    guard steps > 0 else { return plot(x: start.x, y: start.y, owner: owner) }
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      plot(
        x: start.x + (share * Double(end.x - start.x)).cells,
        y: start.y + (share * Double(end.y - start.y)).cells, owner: owner)
    }
  }

  // The braille block numbers the upper three rows down the columns, and the fourth row last.
  private static func bit(x: Int, y: Int) -> UInt8 {
    y == 3 ? 0x40 << x : 1 << (y + 3 * x)
  }
}
