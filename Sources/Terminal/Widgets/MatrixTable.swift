import Text

/// A matrix as a table: its formula above, labels around, digits on a heat map or plain.
///
/// A matrix without row labels is a vector in one row; one without any labels and with one value
/// is a scalar, which stands beside its formula.
package struct MatrixTable: Widget, Equatable, Sendable {
  /// How the ground behind the digits shows their size.
  package struct Heat: Equatable, Sendable {
    package var role: Role
    /// The value with the strongest ground; nothing means the largest there is.
    package var limit: Float?

    package init(_ role: Role, limit: Float? = nil) {
      self.role = role
      self.limit = limit
    }
  }

  package var title: Line
  /// What the axes are; said where the rows have labels.
  package var axes: Line
  /// What stands behind the title, given up from the end where the panel is narrow.
  package var captions: [Line]
  package var rowLabels: AxisLabels
  package var columnLabels: AxisLabels
  package var values: TableValues
  /// Plain digits without it.
  package var heat: Heat?
  /// What the heat shows, where that is not the numbers themselves.
  package var heatValues: TableValues?
  /// The numbers of another table of the same labels: what differs from them is marked, all else steps back.
  package var counterpart: TableValues?
  package var showsSums: Bool
  /// What each number gained since the picture before, where they move by themselves: heat then stands in
  /// place of digits that nobody could read.
  package var moves: TableValues?
  /// The largest of the moves, looked for once before the cells are drawn.
  var largestMove: Float = 0
  /// Whether the sum of each column stands below it.
  package var showsColumnSums = false
  /// How wide columns and how high rows are at least, where the page has room to spare.
  package var cellSize = Size(width: 0, height: 1)
  /// Whether the numbers count things and need no decimals.
  package var areCounts = false
  /// Whether it matters of each number that it is not zero, as it does of slopes.
  package var areFine = false
  package var emphasizedRow: Int?
  package var emphasizedColumn: Int?
  /// The cell under the hand.
  package var cursor: CellPosition?
  /// The change of each cell since the last key; where it is given, room for one is kept if it can.
  package var changes: [[Float]]
  /// Whether there is a column for the change where there is room for one.
  package var hasChangeColumn = true
  /// A row and a column that stay in view when the table is scrolled.
  package var pinnedRow: Int?
  package var pinnedColumn: Int?
  /// The first row and column to show where not all fit; moved so that the cursor is seen.
  package var scroll: CellPosition

  package init(
    title: Line = [], axes: Line = [], captions: [Line] = [], rowLabels: AxisLabels = [],
    columnLabels: AxisLabels = [], values: TableValues = [], heat: Heat? = nil,
    showsSums: Bool = false, emphasizedRow: Int? = nil, emphasizedColumn: Int? = nil,
    cursor: CellPosition? = nil, pinnedRow: Int? = nil, pinnedColumn: Int? = nil,
    changes: [[Float]] = [],
    scroll: CellPosition = CellPosition(row: 0, column: 0)
  ) {
    self.title = title
    self.axes = axes
    self.captions = captions
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
    self.values = values
    self.heat = heat
    self.showsSums = showsSums
    self.emphasizedRow = emphasizedRow
    self.emphasizedColumn = emphasizedColumn
    self.cursor = cursor
    self.changes = changes
    self.scroll = scroll
    self.pinnedRow = pinnedRow
    self.pinnedColumn = pinnedColumn
  }

  /// Leaves the names of the rows to a table beside it.
  package mutating func hideRowLabels() {
    rowLabels = []
    axes = []
  }

  package func size(fitting: Size, appearance: Appearance) -> Size {
    let layout = layout(in: fitting, appearance)
    let titleWidth = PanelTitle(title: title, axes: axes, captions: captions).width
    let tail = isScalar ? ScalarTail(self, appearance).width : 0
    return Size(
      width: min(fitting.width, max(layout.width, titleWidth + tail)),
      height: min(fitting.height, isScalar ? 1 : layout.height))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    let pen = Pen(rect, appearance)
    if isScalar { return drawScalar(pen, on: &buffer) }
    let layout = layout(in: rect.size, appearance)
    if layout.titleRow != nil {
      panelTitle(layout, appearance).draw(pen, on: &buffer)
    }
    drawHeader(layout, pen, on: &buffer)
    let table = withHeatLimit
    for row in layout.shownRows { table.drawRow(row, layout, pen, on: &buffer) }
    drawColumnSums(layout, pen, on: &buffer)
    table.drawMap(layout, pen, on: &buffer)
  }

  /// The rows and columns that a rectangle has room for.
  package func visible(
    in rect: Rect, appearance: Appearance
  ) -> (rows: Range<Int>, columns: Range<Int>) {
    let layout = layout(in: rect.size, appearance)
    return (layout.rows, layout.columns)
  }

  /// Whether it is meant to be scrolled, since no page has room for all of it.
  package var isLargerThanPages: Bool { isTallerThanPages || columnCount > 24 }

  package var isTallerThanPages: Bool { rowCount > 36 }

  /// Whether a large table shows enough at once to be read.
  package func showsGoodPart(in size: Size, appearance: Appearance) -> Bool {
    let layout = layout(in: size, appearance)
    return layout.rows.count >= min(rowCount, 6) && layout.columns.count >= min(columnCount, 4)
  }

  /// Whether all columns have room under their whole labels.
  package func hasWholeLabels(in size: Size, appearance: Appearance) -> Bool {
    isScalar
      ? size.width >= leastScalarWidth(appearance) : layout(in: size, appearance).hasWholeLabels
  }

  /// Whether the title, where the numbers come from, and the names of all rows and columns are whole.
  package func hasWholeNames(in size: Size, appearance: Appearance) -> Bool {
    let layout = layout(in: size, appearance)
    let longest = rowLabels.width(around: rowInFront)
    let hasWholeRows = longest == 0 || layout.stubWidth > longest + MatrixLayout.Needs.gutter
    return !isScalar && layout.hasWholeLabels && hasWholeRows
      && PanelTitle(title: title, captions: captions).width <= size.width
  }

  /// The least of these widths at which all columns have room under their whole labels, and at which the names
  /// of the rows are whole too where these are to be spared.
  package func leastWholeWidth(
    in widths: Range<Int>, height: Int, sparingNames: Bool = false, appearance: Appearance
  ) -> Int? {
    if isScalar {
      let least = leastScalarWidth(appearance)
      return widths.last.map { $0 >= least } == true ? max(least, widths.lowerBound) : nil
    }
    // Measuring the cells is the slow part; it is the same for all widths.
    let needs = needs(in: Size(width: widths.upperBound, height: height), appearance)
    func isWhole(_ width: Int) -> Bool {
      let layout = MatrixLayout(needs, in: Size(width: width, height: height))
      return layout.hasWholeLabels && (!sparingNames || layout.stubWidth == needs.stubWidths.first)
    }
    // What is too wide for the widest, as a large table is, need not be tried in all the others.
    guard let widest = widths.last, isWhole(widest) else { return nil }
    return widths.first(where: isWhole)
  }

  /// The cell at a place.
  package func hit(_ point: Point, in rect: Rect, appearance: Appearance) -> CellPosition? {
    if isScalar {
      let isHit = scalarPlace(in: rect, appearance).contains(point)
      return isHit ? CellPosition(row: 0, column: 0) : nil
    }
    let layout = layout(in: rect.size, appearance)
    let row = layout.shownRows.first { layout.lines(ofRow: $0) ~= point.y - rect.y }
    let column = layout.shownColumns.first { column in
      let x = rect.x + layout.x(ofColumn: column)
      return x..<x + layout.width(ofColumn: column) ~= point.x
    }
    guard rect.contains(point), let row, let column else { return nil }
    return CellPosition(row: row, column: column)
  }

  /// Where a cell stands, without its gutter.
  package func place(of cell: CellPosition, in rect: Rect, appearance: Appearance) -> Rect? {
    if isScalar { return scalarPlace(in: rect, appearance) }
    let layout = layout(in: rect.size, appearance)
    guard layout.shownRows.contains(cell.row), layout.shownColumns.contains(cell.column) else {
      return nil
    }
    return Rect(
      x: rect.x + layout.x(ofColumn: cell.column), y: rect.y + layout.y(ofRow: cell.row),
      width: layout.width(ofColumn: cell.column) - MatrixLayout.Needs.gutter, height: 1
    ).intersection(rect)
  }
}

/// A cell of a table.
package struct CellPosition: Hashable, Sendable {
  package var row: Int
  package var column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

extension MatrixTable {
  package var rowCount: Int { values.rowCount }

  package var columnCount: Int { max(columnLabels.count, values.columnCount) }

  /// One number that belongs to no row and no column.
  package var isScalar: Bool {
    rowCount == 1 && columnCount == 1 && rowLabels.isEmpty && columnLabels.isEmpty
  }

  func value(_ row: Int, _ column: Int) -> Float? { values[row, column] }

  package func cellText(_ row: Int, _ column: Int, _ appearance: Appearance) -> String {
    guard let value = value(row, column) else { return appearance.symbols.veil }
    return areFine
      ? appearance.fineNumber(value) : appearance.text(of: value, isCount: areCounts)
  }

  private func cellTextWidth(_ row: Int, _ column: Int, _ appearance: Appearance) -> Int {
    guard !areCounts, !areFine, let value = value(row, column) else {
      return TextWidth.width(of: cellText(row, column, appearance))
    }
    return appearance.width(ofNumber: value)
  }

  func layout(in size: Size, _ appearance: Appearance) -> MatrixLayout {
    MatrixLayout(needs(in: size, appearance), in: size)
  }

  private func needs(in size: Size, _ appearance: Appearance) -> MatrixLayout.Needs {
    var needs = MatrixLayout.Needs()
    needs.labelWidth = rowLabels.width(around: rowInFront)
    // A row may be in hand at any time: columns must not move over when it is.
    needs.hasMarker = !rowLabels.isEmpty || rowCount > 1 || emphasizedRow != nil
    needs.columns = columnNeeds
    needs.cellWidth = cellWidth(size, appearance)
    needs.rowCount = rowCount
    needs.widerCell = cellSize.width
    needs.rowHeight = cellSize.height
    needs.sumWidth = showsSums ? 1 + max(4, sumWidth(size, appearance)) : 0
    needs.hasColumnSums = hasColumnSums
    needs.changeWidth = changes.isEmpty || !hasChangeColumn ? 0 : ChangeMark.usualWidth + 1
    needs.isUniform = heat != nil
    needs.hasTitle = !title.isEmpty
    needs.scroll = scroll
    needs.followedRow = cursor?.row ?? emphasizedRow
    needs.followedColumn = cursor?.column
    needs.pinnedRow = pinnedRow
    needs.pinnedColumn = pinnedColumn
    return needs
  }

  private var columnNeeds: MatrixLayout.Needs.Columns {
    let widest = columnLabels.width(around: cursor?.column ?? scroll.column)
    guard columnCount <= AxisLabels.mostMeasured else {
      return MatrixLayout.Needs.Columns(count: columnCount, widest: widest)
    }
    let widths = (0..<columnCount).map { column in
      columnLabels.indices.contains(column) ? TextWidth.width(of: columnLabels[column]) : 0
    }
    return MatrixLayout.Needs.Columns(count: columnCount, widest: widest, widths: widths)
  }

  private var rowInFront: Int { cursor?.row ?? emphasizedRow ?? scroll.row }

  /// The widest cell, where the table is small enough to look at all of them.
  private func cellWidth(_ size: Size, _ appearance: Appearance) -> Int {
    // A shade and a space before the digits, which it must not be read with.
    let shade = heat.map { appearance.heat(0, role: $0.role).shade == nil ? 0 : 2 } ?? 0
    var widest = 2
    let columns = measured(columnCount, around: cursor?.column ?? scroll.column, size.width)
    for row in measuredRows(size) {
      for column in columns {
        widest = max(widest, cellTextWidth(row, column, appearance))
      }
    }
    if hasColumnSums {
      for column in columns {
        widest = max(widest, TextWidth.width(of: columnSumText(column, appearance)))
      }
    }
    return widest + shade
  }

  private func sumWidth(_ size: Size, _ appearance: Appearance) -> Int {
    measuredRows(size).map { TextWidth.width(of: sumText($0, appearance)) }.max() ?? 0
  }

  // Formatting every cell of a large matrix would take longer than a frame.
  private func measured(_ count: Int, around place: Int, _ length: Int) -> Range<Int> {
    guard count > 64 else { return 0..<count }
    let start = max(0, min(place - length, count - 1))
    return start..<max(start + 1, min(count, place + length))
  }

  private func measuredRows(_ size: Size) -> Range<Int> {
    measured(rowCount, around: rowInFront, size.height)
  }

  /// Where there are more rows than a page has, nobody sees what is added up.
  package var hasColumnSums: Bool { showsColumnSums && rowCount > 0 && !isTallerThanPages }

  package func columnSumText(_ column: Int, _ appearance: Appearance) -> String {
    let numbers = (0..<rowCount).map { values[$0, column] }
    guard !numbers.contains(where: { $0 == nil }) else { return "" }
    return appearance.text(of: numbers.compactMap(\.self).reduce(0, +), isCount: areCounts)
  }

  package func sumText(_ row: Int, _ appearance: Appearance) -> String {
    let numbers = values.row(row)
    return numbers.isEmpty ? "" : appearance.text(of: numbers.reduce(0, +), isCount: areCounts)
  }

  /// The title, and behind it what is hidden, or else the change that has no room of its own.
  private func panelTitle(_ layout: MatrixLayout, _ appearance: Appearance) -> PanelTitle {
    var head = PanelTitle(title: title, axes: axes, captions: captions)
    head.notes = RangeNote.forms([
      RangeNote(
        "rows", layout.rows, of: rowCount, labels: Array(rowLabels.prefix(1)), appearance.symbols),
      RangeNote(
        "cols", layout.columns, of: columnCount, labels: Array(columnLabels.prefix(1)),
        areColumns: true,
        appearance.symbols),
    ])
    if head.notes.isEmpty, layout.changeWidth == 0, let change = rowChange(appearance) {
      head.notes = change.notes
      head.noteRole = change.mark.role
    }
    return head
  }
}
