import Text

/// The tables of a stack side by side at one scale, such as the weights of every head.
///
/// With digits where they fit, as cells of heat where not; then the numbers of the cell in hand
/// stand in the titles, one for each table.
package struct SmallMultiples: Widget, Equatable, Sendable {
  /// One table of the stack.
  package struct Tile: Equatable, Sendable {
    package var name: String
    /// What its line and its column are called, where rows mean something.
    package var line = ""
    package var column = ""
    package var values: TableValues
    /// The change of each number in the row that is current since the last key.
    package var changes: [Float]

    package init(_ name: String, _ values: TableValues, changes: [Float] = []) {
      self.name = name
      self.values = values
      self.changes = changes
    }
  }

  package var title: Line
  package var captions: [Line]
  /// Tables of the same size.
  package var tiles: [Tile]
  /// How many tables lie before the first of the tiles and in all, where the stack is larger than any page.
  package var before = 0
  package var total: Int?
  /// How many tables make a row, where rows mean something; nothing lays them out nearly in a square.
  package var perLine: Int?
  /// Whether it takes the room on offer, as where it stands alone.
  package var fillsPage = false
  package var rowLabels: AxisLabels
  package var columnLabels: AxisLabels
  package var heat: MatrixTable.Heat
  package var emphasizedRow: Int?
  /// The table that the keys are on.
  package var focusedTile: Int?
  /// The cell under the hand, the same in every table.
  package var cursor: CellPosition?

  package init(
    title: Line = [], captions: [Line] = [], tiles: [Tile] = [], rowLabels: AxisLabels = [],
    columnLabels: AxisLabels = [], heat: MatrixTable.Heat = .init(.output),
    emphasizedRow: Int? = nil, focusedTile: Int? = nil, cursor: CellPosition? = nil
  ) {
    self.title = title
    self.captions = captions
    self.tiles = tiles
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
    self.heat = heat
    self.emphasizedRow = emphasizedRow
    self.focusedTile = focusedTile
    self.cursor = cursor
  }

  package func size(fitting: Size, appearance: Appearance) -> Size {
    let layout = layout(in: fitting, appearance)
    let width = max(layout.size.width, PanelTitle(title: title, captions: captions).width)
    return Size(
      width: min(fitting.width, width), height: min(fitting.height, layout.size.height))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    let pen = Pen(rect, appearance)
    let layout = layout(in: rect.size, appearance)
    if layout.hasTitle {
      PanelTitle(title: title, captions: captions, notes: notes(layout, appearance.symbols)).draw(
        pen, on: &buffer)
    }
    for index in layout.tiles {
      let place = layout.rect(ofTile: index, in: rect)
      switch layout.form {
      case .digits:
        table(index, layout).draw(in: place.intersection(rect), on: &buffer, appearance: appearance)
      case .cells: drawCells(index, layout, Pen(place.intersection(rect), appearance), on: &buffer)
      }
    }
  }

  /// Whether every cell of every table is in view.
  package func showsEverything(in size: Size, appearance: Appearance) -> Bool {
    isWhole(layout(in: size, appearance))
  }

  private func isWhole(_ layout: TileLayout) -> Bool {
    layout.tiles.count == tableCount && layout.rows.count == rowCount
      && layout.columns.count == columnCount
  }

  /// The least of these widths at which every cell is in view.
  package func leastWholeWidth(in widths: Range<Int>, height: Int, appearance: Appearance) -> Int? {
    // Measuring the cells is the slow part; it is the same for all widths.
    let needs = needs(fitting: Size(width: widths.upperBound, height: height), appearance)
    return widths.first { width in
      isWhole(TileLayout(needs, in: Size(width: width, height: height)))
    }
  }

  /// The table and the cell at a place.
  package func hit(
    _ point: Point, in rect: Rect, appearance: Appearance
  ) -> (tile: Int, cell: CellPosition?)? {
    let layout = layout(in: rect.size, appearance)
    for index in layout.tiles {
      let place = layout.rect(ofTile: index, in: rect)
      guard place.intersection(rect).contains(point) else { continue }
      switch layout.form {
      case .digits:
        return (index, table(index, layout).hit(point, in: place, appearance: appearance))
      case .cells: return (index, layout.cell(at: point, in: place))
      }
    }
    return nil
  }

  /// Where the cell under the hand stands in the table that the keys are on.
  package func place(in rect: Rect, appearance: Appearance) -> Point? {
    let layout = layout(in: rect.size, appearance)
    guard let focusedTile, let cursor, layout.tiles.contains(focusedTile) else { return nil }
    let place = layout.rect(ofTile: focusedTile, in: rect)
    switch layout.form {
    case .digits:
      let cell = table(focusedTile, layout).place(of: cursor, in: place, appearance: appearance)
      return cell.map { Point(x: max($0.x, $0.right - 1), y: $0.y) }
    case .cells: return layout.origin(of: cursor, in: place)
    }
  }
}

extension SmallMultiples {
  /// A gap and the digits behind a name.
  private static let number = 5

  private var tableCount: Int { total ?? tiles.count }
  var rowCount: Int { tiles.first?.values.rowCount ?? 0 }
  var columnCount: Int { tiles.first?.values.columnCount ?? 0 }

  func layout(in size: Size, _ appearance: Appearance) -> TileLayout {
    TileLayout(needs(fitting: size, appearance), in: size)
  }

  private func needs(fitting size: Size, _ appearance: Appearance) -> TileLayout.Needs {
    var needs = TileLayout.Needs()
    needs.tileCount = tiles.count
    needs.rowCount = rowCount
    needs.columnCount = columnCount
    needs.labelWidth = rowLabels.width(around: cursor?.row ?? emphasizedRow ?? 0)
    func widest(_ name: (Tile) -> String) -> Int {
      tiles.reduce(0) { max($0, TextWidth.width(of: name($1))) }
    }
    needs.nameWidth = widest(\.name) + Self.number
    needs.lineNameWidth = widest(\.line)
    needs.columnNameWidth = widest(\.column) + Self.number
    needs.fillsPage = fillsPage
    needs.hasTitle = !title.isEmpty
    needs.perLine = perLine
    needs.followedTile = focusedTile
    needs.followedRow = cursor?.row ?? emphasizedRow
    needs.followedColumn = cursor?.column
    needs.digits = digitSizes(fitting: size, appearance)
    return needs
  }

  /// What tables with digits take, under whole labels or else under short ones; nothing where they
  /// would not fit.
  private func digitSizes(fitting size: Size, _ appearance: Appearance) -> [Size] {
    guard !tiles.isEmpty, rowCount <= size.height, columnCount * 5 <= size.width else { return [] }
    let label = max(2, columnLabels.width(around: 0))
    let whole = width(from: columnCount * (label + 1), to: size.width) { table, size in
      table.hasWholeLabels(in: size, appearance: appearance)
    }
    let short = width(from: columnCount * 3, to: size.width) { table, size in
      table.visible(in: Rect(size), appearance: appearance).columns.count == columnCount
    }
    return [whole, short].compactMap(\.self).map { Size(width: $0, height: rowCount + 2) }
  }

  /// The least width that suits every table, so that they stand in columns; nothing where none does.
  private func width(
    from first: Int, to last: Int, suits: (MatrixTable, Size) -> Bool
  ) -> Int? {
    var least = first
    for index in tiles.indices {
      let table = table(index, labelled: false)
      while least <= last, !suits(table, Size(width: least, height: rowCount + 2)) { least += 1 }
    }
    return least <= last ? least : nil
  }

  /// Each table by itself, with its digits.
  package var tables: [MatrixTable] { tiles.indices.map { table($0, labelled: true) } }

  private func table(_ index: Int, _ layout: TileLayout) -> MatrixTable {
    var table = table(index, labelled: layout.isFirstOfLine(index))
    let line = layout.isFirstOfLine(index) ? tiles[index].line + ", " : ""
    let name = line + tiles[index].column
    if layout.hasLineNames, TextWidth.width(of: name) <= layout.width + layout.stub(of: index) {
      table.title = styled(name, of: index)
    }
    return table
  }

  private func table(_ index: Int, labelled: Bool) -> MatrixTable {
    var table = MatrixTable(
      title: styled(tiles[index].name, of: index), rowLabels: labelled ? rowLabels : [],
      columnLabels: columnLabels,
      values: tiles[index].values,
      // A row that is not there keeps the room for the marker.
      heat: heat, emphasizedRow: emphasizedRow ?? -1, cursor: index == focusedTile ? cursor : nil)
    if let row = emphasizedRow, (0..<rowCount).contains(row) {
      table.changes = Array(repeating: [], count: row) + [tiles[index].changes]
    }
    table.hasChangeColumn = false
    return table
  }

  private func styled(_ name: String, of index: Int) -> Line {
    let isFocused = index == focusedTile
    return Line(name, isFocused ? .bright : .dim, bold: isFocused)
  }

  /// What is hidden, and which cell the numbers in the titles are of.
  private func notes(_ layout: TileLayout, _ symbols: Symbols) -> [String] {
    let hidden = RangeNote.forms([
      RangeNote(
        "tables", before + layout.tiles.lowerBound..<before + layout.tiles.upperBound,
        of: tableCount, symbols),
      RangeNote("rows", layout.rows, of: rowCount, symbols),
      RangeNote("cols", layout.columns, of: columnCount, areColumns: true, symbols),
    ])
    return hidden.isEmpty && layout.form == .cells ? cellNote : hidden
  }

  private var cellNote: [String] {
    guard let cursor, rowLabels.indices.contains(cursor.row),
      columnLabels.indices.contains(cursor.column)
    else { return [] }
    return ["\(rowLabels[cursor.row]), \(columnLabels[cursor.column])"]
  }
}

extension SmallMultiples {
  private func drawCells(
    _ index: Int, _ layout: TileLayout, _ pen: Pen, on buffer: inout Buffer
  ) {
    drawName(index, layout, pen, on: &buffer)
    if layout.hasColumnNames { drawColumnNames(index, layout, pen, on: &buffer) }
    for row in layout.rows {
      let y = layout.y(ofRow: row) + (layout.cellHeight - 1) / 2
      if layout.isFirstOfLine(index) { drawStub(row, y: y, layout, pen, on: &buffer) }
      for column in layout.columns {
        let cell = CellPosition(row: row, column: column)
        drawCell(cell, of: index, layout, pen, on: &buffer)
      }
    }
  }

  private func drawName(
    _ index: Int, _ layout: TileLayout, _ pen: Pen, on buffer: inout Buffer
  ) {
    let start = layout.stub(of: index)
    let number = number(of: index, room: layout.width, pen.appearance)
    let room = layout.width - (number.isEmpty ? 0 : number.width + 1)
    let name = layout.hasLineNames ? tiles[index].column : tiles[index].name
    pen.write(
      pen.truncated(styled(name, of: index), to: max(0, room)), x: start, y: 0, on: &buffer)
    if layout.hasLineNames, start > 0 {
      let line = pen.truncated(tiles[index].line, to: start - 3)
      pen.write(line, x: 1, y: 0, pen.appearance.style(.dim), on: &buffer)
    }
    pen.write(number, x: start + layout.width - number.width, y: 0, on: &buffer)
  }

  /// The first letters of the columns, below their cells.
  private func drawColumnNames(
    _ index: Int, _ layout: TileLayout, _ pen: Pen, on buffer: inout Buffer
  ) {
    let room = max(layout.cellWidth - 1, 1)
    for column in layout.columns where columnLabels.indices.contains(column) {
      let label = pen.appearance.symbols.spelled(columnLabels[column])
      let letters = room < 3 ? String(label.prefix(room)) : pen.truncated(label, to: room)
      let isHeld = index == focusedTile && column == cursor?.column
      pen.write(
        letters, x: layout.stub(of: index) + layout.x(ofColumn: column), y: layout.height - 1,
        pen.appearance.style(isHeld ? .bright : .dim), on: &buffer)
    }
  }

  /// The digits of the cell in hand, as this table has it, and its change where there is room.
  private func number(of index: Int, room: Int, _ appearance: Appearance) -> Line {
    guard let cursor else { return [] }
    let text =
      tiles[index].values[cursor.row, cursor.column].map(appearance.number)
      ?? appearance.symbols.veil
    let number = Line(text, index == focusedTile ? .bright : .text)
    guard let change = change(of: cursor, in: index, appearance) else { return number }
    let whole = number + Line(" " + change.text, change.role)
    return whole.width + Self.number <= room ? whole : number
  }

  private func change(of cell: CellPosition, in index: Int, _ appearance: Appearance) -> ChangeMark?
  {
    let changes = tiles[index].changes
    guard cell.row == emphasizedRow, changes.indices.contains(cell.column) else { return nil }
    return ChangeMark(changes[cell.column], appearance: appearance)
  }

  private func drawStub(
    _ row: Int, y: Int, _ layout: TileLayout, _ pen: Pen, on buffer: inout Buffer
  ) {
    let isEmphasized = row == emphasizedRow
    let style = pen.appearance.style(isEmphasized ? .bright : .dim).with(bold: isEmphasized)
    if isEmphasized { pen.write(pen.appearance.symbols.pointer, x: 0, y: y, style, on: &buffer) }
    guard rowLabels.indices.contains(row) else { return }
    pen.write(
      pen.truncated(rowLabels[row], to: layout.stubWidth - 2), x: 1, y: y, style, on: &buffer)
  }

  private func drawCell(
    _ cell: CellPosition, of index: Int, _ layout: TileLayout, _ pen: Pen,
    on buffer: inout Buffer
  ) {
    let x = layout.stub(of: index) + layout.x(ofColumn: cell.column)
    let y = layout.y(ofRow: cell.row)
    let appearance = pen.appearance
    guard let value = tiles[index].values[cell.row, cell.column] else {
      let veil = pen.truncated(appearance.symbols.veil, to: layout.cellWidth)
      pen.write(veil, x: x, y: y, appearance.style(.dim), on: &buffer)
      return
    }
    let ground = appearance.heat(amount(value), role: heat.role)
    let isHeld = index == focusedTile && cell == cursor
    let glyph =
      ground.shade == nil
      ? String(repeating: " ", count: layout.cellWidth)
      : appearance.shading(amount(value), cells: layout.cellWidth)
    for y in y..<y + layout.cellHeight {
      pen.write(glyph, x: x, y: y, isHeld ? appearance.style(.held) : ground.style, on: &buffer)
    }
  }

  /// How strong the ground of a cell is, between −1 and 1.
  private func amount(_ value: Float) -> Float {
    guard let limit = heat.limit, limit > 0, !value.isNaN, value != -.infinity else { return 0 }
    return max(-1, min(1, value / limit))
  }
}
