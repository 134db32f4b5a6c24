import Text

/// Rows of shares from 0 to 1 drawn as columns, one cell wide, the one in hand marked and written as a number.
package struct ShareColumns: Widget {
  package struct Row: Equatable {
    package let name: Line
    package let shares: [Float]
    package let role: Role

    package init(_ name: Line, _ shares: [Float], _ role: Role) {
      self.name = name
      self.shares = shares
      self.role = role
    }
  }

  package var title: Line
  package var rows: [Row]
  /// The column in hand.
  package var selected: Int

  package init(title: Line, rows: [Row], selected: Int) {
    self.title = title
    self.rows = rows
    self.selected = selected
  }

  package func size(fitting available: Size, appearance: Appearance) -> Size {
    // The title, and the mark below the column in hand.
    Size(width: available.width, height: min(rows.count + 2, available.height))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    let symbols = appearance.symbols
    func padded(_ name: Line, to width: Int) -> Line {
      let cut = name.truncated(to: width, ellipsis: symbols.ellipsis)
      return cut + Line(String(repeating: " ", count: width - cut.width))
    }
    let count = rows.map(\.shares.count).max() ?? 0
    // A cell between name and columns, and five for the number behind them.
    let nameWidth = min(
      rows.map(\.name.width).max() ?? 0, max(rect.width - count - 6, 0))
    let drawn =
      [title]
      + rows.map { row in
        let columns = row.shares.enumerated().map { place, share in
          let eighths = min(8, max(0, Int((share * 8).rounded())))
          return Span(
            symbols.columns[eighths], place == selected ? .bright : row.role,
            bold: place == selected)
        }
        let value = row.shares.indices.contains(selected) ? row.shares[selected] : 0
        return padded(row.name, to: nameWidth) + " " + Line(columns)
          + Line(" \(appearance.number(value))", .bright)
      }
    let mark =
      Line(String(repeating: " ", count: nameWidth + 1 + selected)) + Line(symbols.up, .hand)
    for (number, line) in (drawn + [mark]).prefix(rect.height).enumerated() {
      buffer.write(
        line.truncated(to: rect.width, ellipsis: symbols.ellipsis),
        at: Point(x: rect.x, y: rect.y + number), appearance: appearance)
    }
  }
}
