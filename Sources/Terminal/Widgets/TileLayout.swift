/// Where the tables of a stack stand, in cells from the panel's upper left corner.
///
/// Digits are tried first, then cells from large to small, then names give way; where not even those have room, tables,
/// rows and columns are shown as stretches that hold what is in hand.
struct TileLayout: Equatable {
  /// How the numbers are shown.
  enum Form: Equatable {
    case digits
    case cells
  }

  /// What the layout needs to know about a stack.
  struct Needs: Equatable {
    var tileCount = 0
    var rowCount = 0
    var columnCount = 0
    var labelWidth = 0
    var nameWidth = 0
    /// What the lines and the columns of the grid are called.
    var lineNameWidth = 0
    var columnNameWidth = 0
    var hasTitle = false
    var fillsPage = false
    /// How many tables make a row of the grid, where rows mean something.
    var perLine: Int?
    var followedTile: Int?
    var followedRow: Int?
    var followedColumn: Int?
    /// The sizes of a table with digits, without row labels, the most wished for first.
    var digits: [Size] = []
  }

  private(set) var form = Form.cells
  private(set) var hasTitle = false
  private(set) var tiles: Range<Int> = 0..<0
  private(set) var rows: Range<Int> = 0..<0
  private(set) var columns: Range<Int> = 0..<0
  /// How many tables stand side by side.
  private(set) var perLine = 1
  private(set) var cellWidth = 0
  private(set) var cellHeight = 1
  /// Whether the first letters of the columns stand below a table.
  private(set) var hasColumnNames = false
  /// Whether lines and columns of the grid have a name each.
  private(set) var hasLineNames = false
  /// What the marker and the labels before the first table of a line take.
  private(set) var stubWidth = 0
  /// What a table without row labels takes.
  private(set) var width = 0
  private(set) var height = 0

  private static let gap = 2
  private static let readableName = 13

  init(_ needs: Needs, in size: Size) {
    hasTitle = needs.hasTitle && size.height > 1
    rows = 0..<needs.rowCount
    columns = 0..<needs.columnCount
    let body = Size(width: size.width, height: size.height - (hasTitle ? 1 : 0))
    if needs.perLine != nil, placeAll(needs.inLines, in: body) {
      hasLineNames = needs.lineNameWidth > 0
      return
    }
    var needs = needs
    (needs.perLine, needs.lineNameWidth) = (nil, 0)
    if placeAll(needs, in: body) { return }
    var nameless = needs
    nameless.nameWidth = 0
    if placeCells(nameless, Self.smallest, in: body) { return }
    showPart(needs, in: body)
  }

  private static let smallest = Size(width: 1, height: 1)

  /// As nearly square as they can be: a cell of the screen is twice as high as wide.
  private static let large = [(6, 3), (4, 2), (3, 2), (6, 1), (4, 1), (3, 1)]
    .map { Size(width: $0.0, height: $0.1) }

  private mutating func placeAll(_ needs: Needs, in body: Size) -> Bool {
    for size in needs.digits where placeDigits(needs, size, in: body) { return true }
    let small = [Size(width: 2, height: 1), Self.smallest]
    guard needs.fillsPage else { return small.contains { placeCells(needs, $0, in: body) } }
    let cells = Self.large + small
    hasColumnNames = true
    if cells.contains(where: { placeCells(needs, $0, in: body) }) { return true }
    hasColumnNames = false
    return cells.contains { placeCells(needs, $0, in: body) }
  }

  private mutating func placeDigits(_ needs: Needs, _ tile: Size, in body: Size) -> Bool {
    // A table keeps a column for its marker, with row labels or without.
    stubWidth = Self.stub(needs) - 1
    return place(needs, tile: tile, in: body, as: .digits)
  }

  private mutating func placeCells(_ needs: Needs, _ cell: Size, in body: Size) -> Bool {
    stubWidth = max(Self.stub(needs), needs.lineNameWidth > 0 ? needs.lineNameWidth + 3 : 0)
    (cellWidth, cellHeight) = (cell.width, cell.height)
    let width = max(needs.columnCount * cellWidth, min(needs.nameWidth, Self.readableName))
    let height = needs.rowCount * cellHeight + 1 + (hasColumnNames ? 1 : 0)
    return place(needs, tile: Size(width: width, height: height), in: body, as: .cells)
  }

  private static func stub(_ needs: Needs) -> Int {
    needs.labelWidth > 0 ? needs.labelWidth + 2 : 1
  }

  /// Whether all tables have room at this size; they then stand as evenly as they can.
  private mutating func place(_ needs: Needs, tile: Size, in body: Size, as form: Form) -> Bool {
    self.form = form
    (width, height) = (tile.width, tile.height)
    tiles = 0..<needs.tileCount
    let most = (body.width - stubWidth + Self.gap) / max(1, tile.width + Self.gap)
    guard most > 0 else { return false }
    for count in TileGrid(count: needs.tileCount, rowLength: needs.perLine).rowLengths
    where count <= most {
      perLine = count
      let lines = (needs.tileCount + count - 1) / count
      if lines * (tile.height + 1) - 1 <= body.height { return true }
    }
    return false
  }

  private mutating func showPart(_ needs: Needs, in body: Size) {
    form = .cells
    (cellWidth, cellHeight) = (1, 1)
    hasColumnNames = false
    stubWidth = min(Self.stub(needs), max(0, body.width / 3))
    let room = max(0, body.width - stubWidth)
    columns = window(
      of: min(needs.columnCount, room), in: needs.columnCount,
      from: (needs.followedColumn ?? 0) - room / 2, showing: needs.followedColumn)
    let most = max(0, body.height - 1)
    rows = window(
      of: min(needs.rowCount, most), in: needs.rowCount, from: (needs.followedRow ?? 0) - most / 2,
      showing: needs.followedRow)
    width = max(columns.count, min(needs.nameWidth, Self.readableName, room))
    height = rows.count + 1
    perLine = max(1, (room + Self.gap) / max(1, width + Self.gap))
    let lines = max(1, (body.height + 1) / (height + 1))
    tiles = window(
      of: perLine * lines, in: needs.tileCount, from: 0, showing: needs.followedTile)
  }
}

extension TileLayout {
  func isFirstOfLine(_ tile: Int) -> Bool { (tile - tiles.lowerBound) % perLine == 0 }

  /// What stands before the cells of a table.
  func stub(of tile: Int) -> Int { isFirstOfLine(tile) ? stubWidth : 0 }

  /// What all tables in view take together, the title included.
  var size: Size {
    let count = min(perLine, tiles.count)
    let lines = tiles.isEmpty ? 0 : (tiles.count - 1) / perLine + 1
    return Size(
      width: stubWidth + count * width + max(0, count - 1) * Self.gap,
      height: (hasTitle ? 1 : 0) + lines * height + max(0, lines - 1))
  }

  /// The block of a table, its row labels included.
  func rect(ofTile tile: Int, in rect: Rect) -> Rect {
    let place = tile - tiles.lowerBound
    let column = place % perLine
    let x = column == 0 ? 0 : stubWidth + column * (width + Self.gap)
    return Rect(
      x: rect.x + x, y: rect.y + (hasTitle ? 1 : 0) + place / perLine * (height + 1),
      width: width + stub(of: tile), height: height)
  }

  /// The cell at a place of a table's block.
  func cell(at point: Point, in block: Rect) -> CellPosition? {
    let isLabelled = block.width > width
    let x = point.x - block.x - (isLabelled ? stubWidth : 0)
    let y = point.y - block.y - 1
    guard x >= 0, y >= 0, cellWidth > 0 else { return nil }
    let cell = CellPosition(
      row: rows.lowerBound + y / cellHeight, column: columns.lowerBound + x / cellWidth)
    return rows.contains(cell.row) && columns.contains(cell.column) ? cell : nil
  }

  /// Where a cell stands in a table's block.
  func origin(of cell: CellPosition, in block: Rect) -> Point? {
    guard rows.contains(cell.row), columns.contains(cell.column) else { return nil }
    let stub = block.width > width ? stubWidth : 0
    return Point(
      x: block.x + stub + x(ofColumn: cell.column), y: block.y + y(ofRow: cell.row))
  }

  /// Where a column begins behind the stub, and a row below the top of its table.
  func x(ofColumn column: Int) -> Int { (column - columns.lowerBound) * cellWidth }
  func y(ofRow row: Int) -> Int { 1 + (row - rows.lowerBound) * cellHeight }
}

extension TileLayout.Needs {
  /// What tables of a grid are called where each line has a name.
  fileprivate var inLines: Self {
    var needs = self
    if lineNameWidth > 0 { needs.nameWidth = columnNameWidth }
    return needs
  }
}
