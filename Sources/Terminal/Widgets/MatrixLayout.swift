/// Where each part of a matrix table stands, in cells from the table's upper left corner.
///
/// Columns widen first; then the change gives up its room; then labels shorten; then the sums give
/// way; then columns scroll beside frozen row labels, and rows under a frozen header.
struct MatrixLayout: Equatable {
  /// What the layout needs to know about a table.
  struct Needs: Equatable {
    var labelWidth = 0
    var hasMarker = false
    var columns = Columns()
    var cellWidth = 3
    /// What a column takes beyond that where there is room.
    var widerCell = 0
    var rowCount = 0
    var rowHeight = 1
    var sumWidth = 0
    var hasColumnSums = false
    var changeWidth = 0
    var isUniform = true
    var hasTitle = false
    var scroll = CellPosition(row: 0, column: 0)
    var followedRow: Int?
    var followedColumn: Int?
    var pinnedRow: Int?
    var pinnedColumn: Int?

    /// How many columns there are, and what their labels take.
    struct Columns: Equatable {
      var count = 0
      var widest = 0
      /// One for each column; none where there are more than any page holds.
      var widths: [Int] = []
    }
  }

  var titleRow: Int?
  var headerRow: Int?
  var firstBodyRow = 0
  /// Where the sums of the columns stand.
  private(set) var sumRow: Int?
  var rows: Range<Int> = 0..<0
  private(set) var rowHeight = 1
  var columns: Range<Int> = 0..<0
  /// A row and a column that stay in view where the table has been scrolled past them.
  private(set) var pinnedRow: Int?
  private(set) var pinnedColumn: Int?
  private(set) var pinnedWidth = 0
  /// Where a large table says which part of it is in view: a rail at the right, a strip below.
  private(set) var railColumn: Int?
  private(set) var stripRow: Int?
  /// Cells taken by the marker and the row labels, the gutter included.
  var stubWidth = 0
  /// The widths of the shown columns, each with its gutter on the right.
  var columnWidths: [Int] = []
  var sumWidth = 0
  var changeWidth = 0
  /// Whether every column is shown under its whole label.
  var hasWholeLabels = false

  init(_ needs: Needs, in size: Size) {
    placeColumns(needs, in: size)
    placeRows(needs, height: size.height)
    let isScrolledBothWays =
      columns.count < needs.columns.count && rows.count < needs.rowCount
    if isScrolledBothWays, size.height >= Self.mapHeight { railColumn = bodyEnd }
  }

  /// The left edge of a shown column.
  func x(ofColumn column: Int) -> Int {
    if column == pinnedColumn { return stubWidth }
    return stubWidth + pinnedWidth
      + columnWidths.prefix(column - columns.lowerBound).reduce(0, +)
  }

  func width(ofColumn column: Int) -> Int {
    column == pinnedColumn ? pinnedWidth : columnWidths[column - columns.lowerBound]
  }

  /// The lines that a row takes.
  func lines(ofRow row: Int) -> Range<Int> {
    let place = row == pinnedRow ? 0 : (pinnedRow == nil ? 0 : 1) + row - rows.lowerBound
    let first = firstBodyRow + place * rowHeight
    return first..<first + rowHeight
  }

  /// The line on which its label and its digits stand.
  func y(ofRow row: Int) -> Int { lines(ofRow: row).lowerBound + (rowHeight - 1) / 2 }

  /// The rows and columns in view, the pinned ones first.
  var shownRows: [Int] { [pinnedRow].compactMap(\.self) + rows }
  var shownColumns: [Int] { [pinnedColumn].compactMap(\.self) + columns }

  /// The edge behind the last column.
  var bodyEnd: Int { stubWidth + pinnedWidth + columnWidths.reduce(0, +) }

  /// The rows from the header's to the last.
  var height: Int {
    firstBodyRow + shownRows.count * rowHeight + (sumRow == nil ? 0 : 1) + (stripRow == nil ? 0 : 1)
  }

  /// The width that everything takes together.
  var width: Int { bodyEnd + sumWidth + changeWidth + (railColumn == nil ? 0 : 1) }
}

extension MatrixLayout {
  /// Below this a table has no rows to spare for saying where one is; its title does.
  private static let mapHeight = 9

  private mutating func placeColumns(_ needs: Needs, in size: Size) {
    let width = size.width
    for attempt in needs.attempts {
      let room = width - attempt.stub - attempt.sum - attempt.change
      guard let widths = needs.columnWidths(fitting: room, wholeLabels: attempt.hasWholeLabels)
      else { continue }
      stubWidth = attempt.stub
      columns = widths.indices
      columnWidths = widths
      hasWholeLabels = attempt.hasWholeLabels
      sumWidth = attempt.sum
      changeWidth = attempt.change
      return
    }
    let isTall = size.height >= Self.mapHeight && needs.rowCount > size.height - 2
    scrollColumns(needs, width: width - (isTall ? 1 : 0))
  }

  private mutating func scrollColumns(_ needs: Needs, width: Int) {
    let stubs = needs.stubWidths.map { min($0, max(0, width - needs.narrowestColumn)) }
    func shown(_ stub: Int) -> Int {
      min(needs.columns.count, max(1, max(0, width - stub) / needs.narrowestColumn))
    }
    // Labels shorten only where that shows a column more.
    stubWidth = stubs.last ?? 0
    if let whole = stubs.first, shown(whole) == shown(stubWidth) { stubWidth = whole }
    let room = max(0, width - stubWidth)
    let shown = shown(stubWidth)
    (columns, pinnedColumn) = Self.stretch(
      of: shown, in: needs.columns.count, from: needs.scroll.column,
      showing: needs.followedColumn, pinned: needs.pinnedColumn)
    let share = shown == 0 ? 0 : room / shown
    let columnWidth = max(needs.narrowestColumn, min(share, needs.widestColumn))
    columnWidths = Array(repeating: columnWidth, count: columns.count)
    pinnedWidth = pinnedColumn == nil ? 0 : columnWidth
  }

  /// The stretch in view, one place shorter where a pinned one would else be out of it.
  private static func stretch(
    of count: Int, in total: Int, from first: Int, showing followed: Int?, pinned: Int?
  ) -> (shown: Range<Int>, pinned: Int?) {
    let whole = window(of: count, in: total, from: first, showing: followed)
    guard let pinned, (0..<total).contains(pinned), !whole.contains(pinned), whole.count > 1 else {
      return (whole, nil)
    }
    return (window(of: count - 1, in: total, from: first, showing: followed), pinned)
  }

  private mutating func placeRows(_ needs: Needs, height: Int) {
    let hasHeader = needs.columns.widest > 0
    stackRows(
      needs, height: height, title: needs.hasTitle && height > 1,
      header: hasHeader && height > (needs.hasTitle ? 2 : 1))
    let isPartial = rows.count < needs.rowCount || columns.count < needs.columns.count
    if isPartial, titleRow == nil, height > 2 {
      stackRows(needs, height: height, title: true, header: hasHeader)
    }
  }

  private mutating func stackRows(_ needs: Needs, height: Int, title: Bool, header: Bool) {
    titleRow = title ? 0 : nil
    headerRow = header ? (title ? 1 : 0) : nil
    firstBodyRow = (title ? 1 : 0) + (header ? 1 : 0)
    // A strip below the rows says where one is among the columns.
    let hasStrip = columns.count < needs.columns.count && height >= Self.mapHeight
    let free = max(0, height - firstBodyRow - (hasStrip ? 1 : 0))
    // Rows are higher only where all are seen.
    rowHeight = needs.rowCount * needs.rowHeight <= free ? needs.rowHeight : 1
    // The sums of the columns give way before a row does.
    let hasSums = needs.hasColumnSums && free > needs.rowCount * rowHeight
    (rows, pinnedRow) = Self.stretch(
      of: min(needs.rowCount, free),
      in: needs.rowCount, from: needs.scroll.row, showing: needs.followedRow,
      pinned: needs.pinnedRow)
    let end = firstBodyRow + (rows.count + (pinnedRow == nil ? 0 : 1)) * rowHeight
    sumRow = hasSums ? end : nil
    stripRow = hasStrip ? end + (hasSums ? 1 : 0) : nil
  }
}

/// The stretch of `count` places that begins at `first`, moved as little as keeps `followed` in it.
func window(
  of count: Int, in total: Int, from first: Int, showing followed: Int? = nil
) -> Range<Int> {
  guard count > 0, total > 0 else { return 0..<0 }
  let count = min(count, total)
  var start = first
  if let followed, (0..<total).contains(followed) {
    start = min(start, followed)
    start = max(start, followed - count + 1)
  }
  start = max(0, min(start, total - count))
  return start..<start + count
}

extension MatrixLayout.Needs {
  /// One gutter stands to the right of every column.
  static let gutter = 1
  static let readableLabel = 4

  var widestColumn: Int { max(columns.widest, cellWidth, 5, widerCell) + Self.gutter }

  var narrowestColumn: Int { max(cellWidth, shortestLabel) + Self.gutter }

  private var shortestLabel: Int { min(columns.widest, Self.readableLabel) }

  /// The label column as wide as its labels, then as narrow as still reads.
  var stubWidths: [Int] {
    let marker = hasMarker ? 1 : 0
    guard labelWidth > 0 else { return [marker] }
    let full = marker + labelWidth + Self.gutter
    let short = marker + min(labelWidth, Self.readableLabel + 1) + Self.gutter
    return full == short ? [full] : [full, short]
  }

  /// A way to share the width out.
  struct Attempt {
    var stub: Int
    var sum: Int
    var change: Int
    var hasWholeLabels: Bool
  }

  /// The ways to share the width out, the most wished for first.
  var attempts: [Attempt] {
    stubWidths.flatMap { stub in
      [
        Attempt(stub: stub, sum: sumWidth, change: changeWidth, hasWholeLabels: true),
        Attempt(stub: stub, sum: sumWidth, change: 0, hasWholeLabels: true),
        Attempt(stub: stub, sum: sumWidth, change: changeWidth, hasWholeLabels: false),
        Attempt(stub: stub, sum: sumWidth, change: 0, hasWholeLabels: false),
        Attempt(stub: stub, sum: 0, change: 0, hasWholeLabels: false),
      ]
    }
  }

  /// The widths of all columns where they fit, or nothing.
  func columnWidths(fitting room: Int, wholeLabels: Bool) -> [Int]? {
    let count = columns.count
    guard count > 0 else { return [] }
    let even = min(widestColumn, room / count)
    if even < widestColumn, !isUniform, let own = ownWidths(fitting: room) { return own }
    let least = wholeLabels ? widestLabelled : narrowestColumn
    if even >= least { return Array(repeating: even, count: count) }
    // Columns of one width look calmer, but a name that is cut says nothing.
    guard wholeLabels, let own = ownWidths(fitting: room) else { return nil }
    let spare = min((room - own.reduce(0, +)) / count, 2)
    return own.map { $0 + spare }
  }

  private var widestLabelled: Int {
    max(columns.widest, cellWidth) + Self.gutter
  }

  private func ownWidths(fitting room: Int) -> [Int]? {
    guard columns.widths.count == columns.count else { return nil }
    let widths = columns.widths.map { max($0, cellWidth) + Self.gutter }
    return widths.reduce(0, +) <= room ? widths : nil
  }
}
