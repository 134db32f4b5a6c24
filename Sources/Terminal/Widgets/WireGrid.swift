/// Wires that meet and branch: each cell knows to which sides it goes on.
struct WireGrid {
  enum Head { case right, down }

  private struct Cell {
    /// Up, right, down, left, as bits from the lowest.
    var arms: Int
    var role: Role
  }

  private let appearance: Appearance
  private var cells: [Point: Cell] = [:]
  private var heads: [(place: Point, glyph: String, role: Role)] = []

  init(_ appearance: Appearance) {
    self.appearance = appearance
  }

  /// A wire through several corners, each on the row or in the column of the one before it.
  mutating func run(_ corners: [(Int, Int)], _ role: Role, head: Head) {
    for (start, end) in zip(corners, corners.dropFirst()) {
      let (dx, dy) = ((end.0 - start.0).signum(), (end.1 - start.1).signum())
      var (x, y) = start
      if (x, y) == corners[0] { add(dx > 0 ? 8 : dx < 0 ? 2 : dy > 0 ? 1 : 4, x, y, role) }
      while (x, y) != end {
        add(dx > 0 ? 2 : dx < 0 ? 8 : dy > 0 ? 4 : 1, x, y, role)
        (x, y) = (x + dx, y + dy)
        add(dx > 0 ? 8 : dx < 0 ? 2 : dy > 0 ? 1 : 4, x, y, role)
      }
    }
    guard let end = corners.last else { return }
    let symbols = appearance.symbols
    let glyph = head == .right ? symbols.moreRight : symbols.moreBelow
    heads.append((Point(x: end.0, y: end.1), glyph, role))
  }

  private mutating func add(_ arm: Int, _ x: Int, _ y: Int, _ role: Role) {
    cells[Point(x: x, y: y), default: Cell(arms: 0, role: role)].arms |= arm
    // Where wires part, the trunk belongs to none of them.
    if cells[Point(x: x, y: y)]?.role != role { cells[Point(x: x, y: y)]?.role = .dim }
  }

  func draw(within area: Rect, on buffer: inout Buffer) {
    buffer.clipped(to: area) { buffer in
      for (place, cell) in cells {
        let glyph = appearance.symbols.wires[cell.arms]
        buffer.write(glyph, at: place, style: appearance.style(cell.role))
      }
      for head in heads {
        buffer.write(head.glyph, at: head.place, style: appearance.style(head.role))
      }
    }
  }
}
