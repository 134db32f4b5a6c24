extension MatrixTable {
  /// Says which part of a large table is in view, and where else there is much to see.
  func drawMap(_ layout: MatrixLayout, _ pen: Pen, on buffer: inout Buffer) {
    drawRail(layout, pen, on: &buffer)
    drawStrip(layout, pen, on: &buffer)
  }

  /// A thumb at the right edge stands for the rows in view.
  private func drawRail(_ layout: MatrixLayout, _ pen: Pen, on buffer: inout Buffer) {
    guard let x = layout.railColumn, rowCount > 0 else { return }
    let lines = layout.shownRows.count
    for line in 0..<lines {
      let part = share(line, of: lines, in: rowCount)
      let isShown = part.overlaps(layout.rows)
      let symbols = pen.appearance.symbols
      pen.write(
        isShown ? symbols.thumb : symbols.verticalRule, x: x, y: layout.firstBodyRow + line,
        pen.appearance.style(isShown ? .bright : .faint), on: &buffer)
    }
  }

  /// Below, the largest number of each stretch of columns in the row that is current; bright
  /// where it is in view.
  private func drawStrip(_ layout: MatrixLayout, _ pen: Pen, on buffer: inout Buffer) {
    guard let y = layout.stripRow, columnCount > 0 else { return }
    let row = values.row(cursor?.row ?? emphasizedRow ?? layout.rows.lowerBound)
    let highest = heat?.limit ?? largest(of: row)
    let cells = layout.bodyEnd - layout.stubWidth
    for cell in 0..<max(0, cells) {
      let part = share(cell, of: cells, in: columnCount)
      let isShown = part.overlaps(layout.columns)
      let style = pen.appearance.style(isShown ? heat?.role ?? .bright : .faint).with(bold: isShown)
      let glyph = column(part, of: row, highest, pen.appearance.symbols)
      pen.write(glyph, x: layout.stubWidth + cell, y: y, style, on: &buffer)
    }
  }

  /// The places that one of so many parts of a map stands for.
  private func share(_ part: Int, of parts: Int, in count: Int) -> Range<Int> {
    let first = part * count / parts
    return first..<max(first + 1, (part + 1) * count / parts)
  }

  private func column(
    _ part: Range<Int>, of row: ArraySlice<Float>, _ highest: Float, _ symbols: Symbols
  ) -> String {
    let steps = symbols.columns.count - 1
    let part = (row.startIndex + part.lowerBound)..<(row.startIndex + part.upperBound)
    let height = largest(of: row[part.clamped(to: row.indices)])
    guard highest > 0, highest.isFinite else { return symbols.columns[1] }
    let eighths = Int((height / highest * Float(steps)).rounded(.up))
    return symbols.columns[max(1, min(steps, eighths))]
  }

  private func largest(of numbers: ArraySlice<Float>) -> Float {
    numbers.reduce(0) { $1.isFinite ? max($0, $1.magnitude) : $0 }
  }
}
