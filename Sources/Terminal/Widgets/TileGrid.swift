/// How pictures of one size are laid out: in rows of a given length, or nearly in a square.
struct TileGrid: Equatable {
  let count: Int
  /// How many make a row, where rows mean something.
  let rowLength: Int?

  /// Three pictures in a row are still seen at a glance.
  private static let mostInOneRow = 3

  /// The lengths of rows to try, the most wished for first: a square, then wider, each filled evenly.
  var rowLengths: [Int] {
    guard count > 0 else { return [1] }
    if let rowLength { return [max(1, rowLength)] }
    let square = count <= Self.mostInOneRow ? count : Self.root(of: count)
    var lengths: [Int] = []
    for length in square...count {
      let even = evenLength(lines: (count + length - 1) / length)
      if lengths.last != even { lengths.append(even) }
    }
    return lengths + (1..<square).reversed()
  }

  private func evenLength(lines: Int) -> Int { (count + lines - 1) / lines }

  /// The least number whose square is not below another.
  private static func root(of count: Int) -> Int {
    var root = 1
    while root * root < count { root += 1 }
    return root
  }
}
