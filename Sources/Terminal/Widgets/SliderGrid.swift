import Text

/// The inputs that may be dragged, in two columns where the page is wide.
package struct SliderGrid: Widget, Equatable, Sendable {
  package var rows: [SliderRow]
  /// The row under the hand.
  package var focused: Int?

  package init(rows: [SliderRow] = [], focused: Int? = nil) {
    self.rows = rows
    self.focused = focused
  }

  package func size(fitting: Size, appearance: Appearance) -> Size {
    let lines = rows.isEmpty ? 0 : (rows.count - 1) / columns(fitting: fitting.width) + 1
    return Size(width: fitting.width, height: min(lines, fitting.height))
  }

  /// How many sliders stand side by side; up and down move by as many.
  package func columns(fitting width: Int) -> Int { width >= 72 && rows.count > 1 ? 2 : 1 }

  package func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    let layout = layout(rect.size)
    for index in layout.shown {
      let pen = Pen(layout.rect(of: index, in: rect), appearance)
      draw(rows[index], isFocused: index == focused, layout, pen, on: &buffer)
    }
    drawMore(layout, Pen(rect, appearance), on: &buffer)
  }

  /// The slider at a place and, on its track, the value that stands there.
  package func hit(_ point: Point, in rect: Rect) -> (row: Int, value: Float?)? {
    let layout = layout(rect.size)
    guard let index = layout.shown.first(where: { layout.rect(of: $0, in: rect).contains(point) })
    else { return nil }
    let x = point.x - layout.rect(of: index, in: rect).x - layout.trackX
    guard (0..<layout.trackWidth).contains(x), layout.trackWidth > 1 else { return (index, nil) }
    return (index, rows[index].scale.value(at: Float(x) / Float(layout.trackWidth - 1)))
  }

  /// Where the knob under the hand stands, for the terminal's cursor.
  package func cursor(in rect: Rect) -> Point? {
    let layout = layout(rect.size)
    guard let focused, layout.shown.contains(focused), layout.trackWidth > 0 else { return nil }
    let place = layout.rect(of: focused, in: rect)
    let knob = rows[focused].place(of: rows[focused].value, onTrackOf: layout.trackWidth)
    return Point(x: place.x + layout.trackX + knob, y: place.y)
  }
}

extension SliderGrid {
  /// Where labels, tracks and values stand in each row.
  private struct Layout {
    var columns = 1
    var columnWidth = 0
    var labelWidth = 0
    var trackWidth = 0
    var changeWidth = Layout.change
    var slopeWidth = 0
    var shown: Range<Int> = 0..<0

    var valueWidth = Layout.value

    static let marker = 2
    static let value = 6
    /// Words get more room than numbers, but not all.
    static let word = 12
    static let change = 6
    static let slope = 9

    var trackX: Int { Self.marker + labelWidth + (labelWidth > 0 ? 1 : 0) }
    var valueEnd: Int { trackX + trackWidth + (trackWidth > 0 ? valueWidth : valueWidth - 2) }

    func rect(of index: Int, in rect: Rect) -> Rect {
      let place = index - shown.lowerBound
      return Rect(
        x: rect.x + (place % columns) * columnWidth, y: rect.y + place / columns,
        width: columnWidth, height: 1
      ).intersection(rect)
    }
  }

  private func layout(_ size: Size) -> Layout {
    var layout = Layout()
    guard size.width > 0, size.height > 0, !rows.isEmpty else { return layout }
    layout.columns = columns(fitting: size.width)
    layout.columnWidth = size.width / layout.columns
    let longest = rows.map { TextWidth.width(of: $0.label) }.max() ?? 0
    layout.slopeWidth = rows.contains { $0.slope != nil } ? Layout.slope : 0
    // Where room is short, slopes stand where changes would.
    let isShort = layout.slopeWidth > 0 && layout.columnWidth < 50
    layout.changeWidth = isShort ? 0 : Layout.change
    let words = rows.compactMap { $0.word.map(TextWidth.width) }.max() ?? 0
    layout.valueWidth = max(Layout.value, min(words + 2, Layout.word))
    let fixed = Layout.marker + 1 + layout.valueWidth + layout.changeWidth + layout.slopeWidth
    layout.labelWidth = max(0, min(longest, layout.columnWidth - fixed - 8))
    let room = layout.columnWidth - fixed - layout.labelWidth
    layout.trackWidth = min(30, isShort ? room - 2 : max(room - 4, min(room - 1, 9)))
    if layout.trackWidth < 5 { layout.trackWidth = 0 }
    layout.shown = shown(columns: layout.columns, height: size.height)
    return layout
  }

  private func shown(columns: Int, height: Int) -> Range<Int> {
    let lines = (rows.count - 1) / columns + 1
    let window = window(
      of: min(height, lines), in: lines, from: 0, showing: focused.map { $0 / columns })
    return window.lowerBound * columns..<min(rows.count, window.upperBound * columns)
  }

  private func draw(
    _ row: SliderRow, isFocused: Bool, _ layout: Layout, _ pen: Pen, on buffer: inout Buffer
  ) {
    let symbols = pen.appearance.symbols
    let label = pen.appearance.style(isFocused ? .bright : .dim).with(bold: isFocused)
    if isFocused { pen.write(symbols.pointer, x: 0, y: 0, label, on: &buffer) }
    let text = pen.truncated(row.label, to: layout.labelWidth)
    pen.write(text, x: Layout.marker, y: 0, label, on: &buffer)
    drawTrack(row, isFocused: isFocused, layout, pen, on: &buffer)
    let value = pen.appearance.style(isFocused ? .bright : .text).with(bold: isFocused)
    let number = pen.truncated(row.valueText(pen.appearance), to: layout.valueWidth)
    pen.write(number, endingAt: layout.valueEnd, y: 0, value, on: &buffer)
    if layout.changeWidth > 0, row.word == nil,
      let change = ChangeMark(row.change, isCount: row.isWhole, appearance: pen.appearance)
    {
      pen.write(change.text, x: layout.valueEnd + 1, y: 0, change.style, on: &buffer)
    }
    guard layout.slopeWidth > 0 else { return }
    let place = layout.valueEnd + 1 + layout.changeWidth
    let slope = pen.appearance.style(isFocused ? .text : .dim)
    pen.write(row.slopeText(pen.appearance), x: place, y: 0, slope, on: &buffer)
  }

  private func drawTrack(
    _ row: SliderRow, isFocused: Bool, _ layout: Layout, _ pen: Pen, on buffer: inout Buffer
  ) {
    guard layout.trackWidth > 0 else { return }
    let symbols = pen.appearance.symbols
    let start = row.place(of: row.start, onTrackOf: layout.trackWidth)
    let knob = row.place(of: row.value, onTrackOf: layout.trackWidth)
    let hand = pen.appearance.style(isFocused ? .hand : .text)
    for x in 0..<layout.trackWidth {
      let isFilled = min(start, knob)...max(start, knob) ~= x && start != knob
      let glyph = isFilled ? symbols.filledTrack : symbols.track
      let style = isFilled ? hand : pen.appearance.style(.faint)
      pen.write(glyph, x: layout.trackX + x, y: 0, style, on: &buffer)
    }
    if start != knob {
      pen.write(symbols.startMark, x: layout.trackX + start, y: 0, hand, on: &buffer)
    }
    let style = isFocused ? hand : pen.appearance.style(.bright)
    pen.write(symbols.knob, x: layout.trackX + knob, y: 0, style, on: &buffer)
  }

  private func drawMore(_ layout: Layout, _ pen: Pen, on buffer: inout Buffer) {
    MoreMarks(layout.shown, of: rows.count).draw(x: pen.width - 1, pen, on: &buffer)
  }
}
