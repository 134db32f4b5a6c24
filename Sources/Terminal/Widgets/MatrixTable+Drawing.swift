import Text

extension MatrixTable {
  func drawHeader(_ layout: MatrixLayout, _ pen: Pen, on buffer: inout Buffer) {
    guard let y = layout.headerRow else { return }
    for column in layout.shownColumns where columnLabels.indices.contains(column) {
      let isEmphasized = column == emphasizedColumn
      let style = pen.appearance.style(isEmphasized ? .bright : .dim).with(
        bold: isEmphasized, underlined: column == pinnedColumn)
      let width = layout.width(ofColumn: column) - MatrixLayout.Needs.gutter
      let label = pen.truncated(columnLabels[column], to: width)
      pen.write(
        label, endingAt: layout.x(ofColumn: column) + width, y: y, style, on: &buffer)
    }
    if layout.changeWidth > 0, let change = rowChange(pen.appearance) {
      let label = pen.truncated(change.column, to: layout.changeWidth - 1)
      let x = layout.bodyEnd + layout.sumWidth + 1
      pen.write(label, x: x, y: y, pen.appearance.style(.dim), on: &buffer)
    }
    guard layout.sumWidth > 0 else { return }
    let center = layout.bodyEnd + 1 + (layout.sumWidth - 2) / 2
    pen.write(
      pen.appearance.symbols.sigma, x: center, y: y, pen.appearance.style(.faint), on: &buffer)
  }

  func drawRow(_ row: Int, _ layout: MatrixLayout, _ pen: Pen, on buffer: inout Buffer) {
    let y = layout.y(ofRow: row)
    drawStub(row, y: y, layout, pen, on: &buffer)
    for column in layout.shownColumns {
      drawCell(row, column, y: y, layout, pen, on: &buffer)
    }
    drawTail(row, y: y, layout, pen, on: &buffer)
  }

  func drawColumnSums(_ layout: MatrixLayout, _ pen: Pen, on buffer: inout Buffer) {
    guard let y = layout.sumRow else { return }
    let style = pen.appearance.style(.faint)
    for column in layout.shownColumns {
      let end = layout.x(ofColumn: column) + layout.width(ofColumn: column)
      let text = columnSumText(column, pen.appearance)
      pen.write(text, endingAt: end - MatrixLayout.Needs.gutter, y: y, style, on: &buffer)
    }
    let sigma = pen.appearance.symbols.sigma
    if !rowLabels.isEmpty, TextWidth.width(of: sigma) < layout.stubWidth {
      pen.write(sigma, x: 1, y: y, style, on: &buffer)
    }
  }

  private func drawStub(
    _ row: Int, y: Int, _ layout: MatrixLayout, _ pen: Pen, on buffer: inout Buffer
  ) {
    let isEmphasized = row == emphasizedRow
    let style = pen.appearance.style(isEmphasized ? .bright : .dim).with(bold: isEmphasized)
    if isEmphasized, layout.stubWidth > 0 {
      pen.write(pen.appearance.symbols.pointer, x: 0, y: y, style, on: &buffer)
    }
    guard rowLabels.indices.contains(row) else { return }
    let label = style.with(underlined: row == pinnedRow)
    let width = layout.stubWidth - 1 - MatrixLayout.Needs.gutter
    pen.write(pen.truncated(rowLabels[row], to: width), x: 1, y: y, label, on: &buffer)
  }

  private func drawCell(
    _ row: Int, _ column: Int, y: Int, _ layout: MatrixLayout, _ pen: Pen,
    on buffer: inout Buffer
  ) {
    let x = layout.x(ofColumn: column)
    let width = layout.width(ofColumn: column)
    let textWidth = width - MatrixLayout.Needs.gutter
    let lines = layout.lines(ofRow: row)
    if let move = moves?[row, column] {
      for y in lines { drawMove(move, x: x, y: y, width: textWidth, pen, on: &buffer) }
      return
    }
    let text = pen.truncated(cellText(row, column, pen.appearance), to: textWidth)
    let difference = difference(row, column, text, pen.appearance)
    var style = cellStyle(row, column, pen.appearance)
    if let difference { style = stressed(style, difference, pen.appearance) }
    if heat != nil {
      for y in lines { pen.fill(x: x, y: y, width: width, style, on: &buffer) }
      drawShade(
        row, column, x: x, y: y, beside: lines, room: textWidth, text, pen, on: &buffer)
    }
    if cursor == CellPosition(row: row, column: column) {
      let hand = pen.appearance.style(.held)
      for y in lines { pen.fill(x: x, y: y, width: textWidth, hand, on: &buffer) }
      pen.write(text, endingAt: x + textWidth, y: y, hand, on: &buffer)
    } else {
      pen.write(text, endingAt: x + textWidth, y: y, style, on: &buffer)
    }
    if let difference, difference != 0 {
      drawMark(
        of: difference, x: x, room: textWidth - TextWidth.width(of: text), y: y, style, pen,
        on: &buffer)
    }
  }

  /// What a number is more than that of the counterpart; 0 where both are written alike.
  private func difference(
    _ row: Int, _ column: Int, _ text: String, _ appearance: Appearance
  ) -> Float? {
    guard let counterpart, let value = value(row, column), let other = counterpart[row, column]
    else { return nil }
    let difference = value - other
    return appearance.text(of: other, isCount: areCounts) == text || difference.isNaN
      ? 0 : difference
  }

  private func stressed(_ style: Style, _ difference: Float, _ appearance: Appearance) -> Style {
    guard difference == 0 else { return style.with(bold: true) }
    let ink = appearance.style(.dim)
    return style.with(foreground: ink.foreground, bold: false, dim: ink.dim)
  }

  /// An arrow up or down before a number, where there is room for it.
  private func drawMark(
    of difference: Float, x: Int, room: Int, y: Int, _ style: Style, _ pen: Pen,
    on buffer: inout Buffer
  ) {
    guard room > 0 else { return }
    let symbols = pen.appearance.symbols
    let role = pen.appearance.style(difference > 0 ? .gain : .loss)
    let mark = role.with(background: style.background, bold: style.bold)
    pen.write(
      difference > 0 ? symbols.rise : symbols.fall, endingAt: x + room, y: y, mark, on: &buffer)
  }

  /// Bright is what grows now; what shrinks has the colour of loss, or a minus where there is none.
  private func drawMove(
    _ move: Float, x: Int, y: Int, width: Int, _ pen: Pen, on buffer: inout Buffer
  ) {
    let amount = largestMove > 0 && move.isFinite ? move / largestMove : 0
    let ground = pen.appearance.heat(amount, role: .gain)
    pen.fill(x: x, y: y, width: width, ground.style, on: &buffer)
    guard ground.shade != nil else { return }
    let run = pen.appearance.shading(amount.magnitude, cells: width)
    pen.write(run, x: x, y: y, ground.style, on: &buffer)
    if amount < 0 { pen.write("-", x: x, y: y, ground.style, on: &buffer) }
  }

  // Where colours are too few the size is told by the density of what stands left of the digits, and above
  // and below them where rows are higher.
  private func drawShade(
    _ row: Int, _ column: Int, x: Int, y: Int, beside lines: Range<Int>, room: Int, _ text: String,
    _ pen: Pen, on buffer: inout Buffer
  ) {
    guard let heat, let amount = heatAmount(row, column) else { return }
    let ground = pen.appearance.heat(amount, role: heat.role)
    guard ground.shade != nil else { return }
    let free = room - TextWidth.width(of: text)
    let run = pen.appearance.shading(amount, cells: max(0, free > 1 ? free - 1 : free))
    let whole = pen.appearance.shading(amount, cells: room)
    for line in lines {
      pen.write(line == y ? run : whole, x: x, y: line, ground.style, on: &buffer)
    }
  }

  /// How the digits of a cell look, on their ground of heat; the heat needs its limit.
  package func cellStyle(_ row: Int, _ column: Int, _ appearance: Appearance) -> Style {
    guard let value = value(row, column) else { return appearance.style(.dim) }
    let isEmphasized = row == emphasizedRow
    if value.isNaN { return appearance.style(.error) }
    if let heat, let amount = heatAmount(row, column) {
      return appearance.heat(amount, role: heat.role).style.with(bold: isEmphasized)
    }
    if value == -.infinity || NumberFormat.isZero(value) {
      return appearance.style(.faint).with(bold: isEmphasized)
    }
    return appearance.style(isEmphasized ? .bright : .text).with(bold: isEmphasized)
  }

  /// How strong the ground of a cell is, between −1 and 1.
  private func heatAmount(_ row: Int, _ column: Int) -> Float? {
    let shown = heatValues.map { $0[row, column] } ?? value(row, column)
    guard let heat, let value = shown, !value.isNaN else { return nil }
    if value == -.infinity { return 0 }
    guard let limit = heat.limit, limit > 0 else { return 0 }
    return max(-1, min(1, value / limit))
  }

  /// The same table with the largest value and move looked for once, not once a cell.
  package var withHeatLimit: MatrixTable {
    var table = self
    table.largestMove = moves?.largestMagnitude ?? 0
    let shown = heatValues ?? values
    if let heat { table.heat = Heat(heat.role, limit: heat.limit ?? shown.largestMagnitude) }
    return table
  }
}

extension MatrixTable {
  private func drawTail(
    _ row: Int, y: Int, _ layout: MatrixLayout, _ pen: Pen, on buffer: inout Buffer
  ) {
    let end = layout.bodyEnd + layout.sumWidth
    if layout.sumWidth > 0 {
      pen.write(
        sumText(row, pen.appearance), endingAt: end, y: y, pen.appearance.style(.faint), on: &buffer
      )
    }
    guard layout.changeWidth > 0, row == changedRow, let change = rowChange(pen.appearance) else {
      return
    }
    let style = change.mark.style.with(bold: true)
    pen.write(change.mark.text, x: end + 1, y: y, style, on: &buffer)
  }

  /// The largest change in the row that is current, if it can be seen.
  func rowChange(_ appearance: Appearance) -> RowChange? {
    guard let row = changedRow, changes.indices.contains(row) else { return nil }
    let finite = changes[row].indices.lazy.filter { changes[row][$0].isFinite }
    let largest = finite.max { changes[row][$0].magnitude < changes[row][$1].magnitude }
    guard let column = largest, let mark = ChangeMark(changes[row][column], appearance: appearance)
    else { return nil }
    return RowChange(
      row: row, rowLabel: rowLabels.indices.contains(row) ? rowLabels[row] : "",
      column: columnLabels.indices.contains(column) ? columnLabels[column] : "", mark: mark)
  }

  /// The row whose change is told.
  private var changedRow: Int? { emphasizedRow ?? (rowCount == 1 ? 0 : nil) }

  func drawScalar(_ pen: Pen, on buffer: inout Buffer) {
    let tail = ScalarTail(self, pen.appearance)
    let x = tailStart(tail, width: pen.width)
    PanelTitle(title: title, axes: axes, captions: captions).draw(
      Pen(Rect(x: pen.rect.x, y: pen.rect.y, width: x, height: pen.height), pen.appearance),
      on: &buffer)
    tail.draw(x: x, pen, on: &buffer)
  }

  /// Where the value of a scalar stands.
  func scalarPlace(in rect: Rect, _ appearance: Appearance) -> Rect {
    let tail = ScalarTail(self, appearance)
    let x = rect.x + tailStart(tail, width: rect.width) + tail.gap
    return Rect(x: x, y: rect.y, width: tail.valueWidth, height: 1).intersection(rect)
  }

  /// The least width for a scalar: its name and its number.
  func leastScalarWidth(_ appearance: Appearance) -> Int {
    PanelTitle(title: title, captions: []).nameWidth + ScalarTail(self, appearance).leastWidth
  }

  // The room for a change goes before the name does, and that before the number.
  private func tailStart(_ tail: ScalarTail, width: Int) -> Int {
    let head = PanelTitle(title: title, axes: axes, captions: captions)
    let room = width - head.nameWidth >= tail.width ? tail.width : tail.leastWidth
    return max(0, min(head.width, width - room))
  }
}

/// What the last key changed most in a row, and where.
struct RowChange: Equatable {
  let row: Int
  let rowLabel: String
  /// The label of the column that changed.
  let column: String
  let mark: ChangeMark

  /// `it, cat +.07`, then shorter.
  var notes: [String] {
    let labels = [rowLabel, column].filter { !$0.isEmpty }.joined(separator: ", ")
    return [labels, column, ""].map { $0.isEmpty ? mark.text : $0 + " " + mark.text }
  }
}

/// The value of a scalar and its change, as they stand behind its formula.
struct ScalarTail {
  private let value: String
  private let style: Style
  private let change: ChangeMark?
  let gap: Int

  init(_ table: MatrixTable, _ appearance: Appearance) {
    value = table.cellText(0, 0, appearance)
    let isUnderHand = table.cursor == CellPosition(row: 0, column: 0)
    style = isUnderHand ? appearance.style(.held) : appearance.style(.bright).with(bold: true)
    change = ChangeMark(table.changes.first?.first, appearance: appearance)
    gap = table.title.isEmpty ? 0 : PanelTitle.gap
  }

  var valueWidth: Int { TextWidth.width(of: value) }

  /// What the number alone takes behind its name.
  var leastWidth: Int { gap + valueWidth }

  var width: Int { gap + valueWidth + 1 + ChangeMark.usualWidth }

  func draw(x: Int, _ pen: Pen, on buffer: inout Buffer) {
    // A number that is cut reads as another one.
    let fits = x + leastWidth <= pen.width
    let start = fits ? x + gap : max(0, pen.width - valueWidth)
    let text = valueWidth <= pen.width ? value : pen.appearance.symbols.ellipsis
    let end = pen.write(text, x: start, y: 0, style, on: &buffer)
    let room = pen.width - end - 1
    if let change, TextWidth.width(of: change.text) <= room {
      pen.write(change.text, x: end + 1, y: 0, change.style, on: &buffer)
    }
  }
}
