/// Named numbers as bars, with the value and its change beside each.
///
/// Where a value is negative, bars grow both ways from a line at zero.
package struct BarList: Widget, Equatable, Sendable {
  /// One named number.
  package struct Bar: Equatable, Sendable {
    package var label: Line
    /// Nothing while the number is veiled.
    package var value: Float?
    package var change: Float?
    /// Stands at the end of the row.
    package var detail: Line

    package init(_ label: Line, value: Float?, change: Float? = nil, detail: Line = []) {
      self.label = label
      self.value = value
      self.change = change
      self.detail = detail
    }

    package init(_ label: String, value: Float?, change: Float? = nil, detail: Line = []) {
      self.init([Span(label, .dim)], value: value, change: change, detail: detail)
    }
  }

  package var title: Line
  package var captions: [Line]
  package var bars: [Bar]
  package var role: Role
  /// Whether the numbers count things and need no decimals.
  package var areCounts = false
  /// Whether a change may come at any time.
  package var keepsRoomForChanges = false
  /// The bar that is talked about; without one all bars are bright.
  package var emphasized: Int?
  /// The bar under the hand; its number is held, as a cell of a table is.
  package var cursor: Int?
  /// The bar that has to be in view where not all are; nothing means the one that is talked about.
  package var followed: Int?
  /// The value of a full bar; nothing means the largest there is.
  package var limit: Float?
  /// The value of a full bar to the left; nothing means the lowest there is, or the limit.
  package var lowerLimit: Float?
  /// Whether values stand in a column before the bars, as operands do, instead of beside them.
  package var hasValuesFirst: Bool
  /// Whether labels end at the bars; otherwise they begin at the left edge.
  package var alignsLabelsRight: Bool
  /// The part of the height on offer that the list may take to have a row below each bar, for its
  /// change; 0 keeps the bars together.
  package var shareForAir = 0.0
  /// The cells of a full bar where there is room for them.
  package var wantedBarWidth = 24
  package var scroll: Int

  package init(
    title: Line = [], captions: [Line] = [], bars: [Bar] = [], role: Role = .output,
    emphasized: Int? = nil, limit: Float? = nil, lowerLimit: Float? = nil,
    hasValuesFirst: Bool = false, alignsLabelsRight: Bool = true, scroll: Int = 0
  ) {
    self.title = title
    self.captions = captions
    self.bars = bars
    self.role = role
    self.emphasized = emphasized
    self.limit = limit
    self.lowerLimit = lowerLimit
    self.hasValuesFirst = hasValuesFirst
    self.alignsLabelsRight = alignsLabelsRight
    self.scroll = scroll
  }

  /// Whether no number is shown.
  package var isVeiled: Bool { bars.allSatisfy { $0.value == nil } }

  package func size(fitting: Size, look: Look) -> Size {
    let isAiry = Double(airyHeight) <= Double(fitting.height) * shareForAir
    let height = min(fitting.height, isAiry ? airyHeight : leastHeight)
    let layout = layout(Size(width: fitting.width, height: height), look)
    let notes = notes(layout, look.symbols)
    let titleWidth = PanelTitle(title: title, captions: captions, notes: notes).width
    let width = layout.barX + wantedBarWidth + layout.tailWidth
    return Size(width: min(fitting.width, max(titleWidth, width)), height: height)
  }

  /// The rows of the title and of all bars, one below the other.
  package var leastHeight: Int { bars.count + titleHeight }

  /// The rows with one below each bar: room for its change, or blank.
  private var airyHeight: Int {
    max(2 * bars.count - (keepsRoomForChanges ? 0 : 1), 0) + titleHeight
  }

  private var titleHeight: Int { title.isEmpty ? 0 : 1 }

  package func draw(in rect: Rect, on buffer: inout Buffer, look: Look) {
    let pen = Pen(rect, look)
    let layout = layout(rect.size, look)
    if layout.top > 0 {
      PanelTitle(title: title, captions: captions, notes: notes(layout, look.symbols)).draw(
        pen, on: &buffer)
    }
    for index in layout.shown { draw(index, y: layout.y(of: index), layout, pen, on: &buffer) }
    drawZeroLine(layout, pen, on: &buffer)
  }

  /// The bar of a place, on its row or the blank one below it.
  package func hit(_ point: Point, in rect: Rect, look: Look) -> Int? {
    let layout = layout(rect.size, look)
    guard rect.contains(point), point.y >= rect.y + layout.top else { return nil }
    let index = layout.shown.lowerBound + (point.y - rect.y - layout.top) / layout.pitch
    return layout.shown.contains(index) ? index : nil
  }

  /// Where the number under the hand begins.
  package func cursorPlace(in rect: Rect, look: Look) -> Point? {
    let layout = layout(rect.size, look)
    guard let cursor, layout.shown.contains(cursor) else { return nil }
    let x = hasValuesFirst ? layout.labelX : barEnd(cursor, layout, look) + 1
    return rect.origin.moved(dx: min(x, rect.width - 1), dy: layout.y(of: cursor))
  }

  private func notes(_ layout: Layout, _ symbols: Symbols) -> [String] {
    let labels = bars.prefix(1).map(\.label.text)
    return RangeNote.forms([
      RangeNote("rows", layout.shown, of: bars.count, labels: labels, symbols)
    ])
  }
}

extension BarList {
  /// Where the parts of each row stand.
  private struct Layout {
    var top = 0
    var shown: Range<Int> = 0..<0
    /// Room for the pointer, or what aligns the labels with those of a table above.
    var labelX = 0
    var labelWidth = 0
    var valueWidth = 0
    var barX = 0
    var barWidth = 0
    var tailWidth = 0
    var detailWidth = 0
    var showsChanges = false
    /// The rows from one bar to the next.
    var pitch = 1

    func y(of index: Int) -> Int { top + (index - shown.lowerBound) * pitch }
  }

  private func layout(_ size: Size, _ look: Look) -> Layout {
    var layout = Layout()
    let isPartial = bars.count > size.height - (title.isEmpty ? 0 : 1)
    layout.top = size.height > 1 && (!title.isEmpty || isPartial && size.height > 2) ? 1 : 0
    layout.shown = window(
      of: min(bars.count, max(0, size.height - layout.top)), in: bars.count, from: scroll,
      showing: cursor ?? followed ?? emphasized)
    let isAiry = shareForAir > 0 && airyHeight <= size.height + titleHeight - layout.top
    layout.pitch = isAiry ? 2 : 1
    let widest = bars.map(\.label.width).max() ?? 0
    layout.valueWidth = bars.map { TextWidth.width(of: valueText($0, look)) }.max() ?? 0
    // A bar must not shrink because a number has a minus now, or a digit more.
    if keepsRoomForChanges, size.width >= 20 {
      layout.valueWidth = max(layout.valueWidth, usualValueWidth)
    }
    layout.detailWidth = bars.map(\.detail.width).max() ?? 0
    layout.labelX = alignsLabelsRight ? 1 : 2
    layout.tailWidth =
      (hasValuesFirst ? 0 : layout.valueWidth + 1)
      + (layout.detailWidth > 0 ? layout.detailWidth + 2 : 0)
    // A name may be as long as it leaves the bars some room, or a part of the row at least.
    let room = size.width - layout.labelX - 1 - layout.tailWidth - 6
    let share = max(room, size.width / (hasValuesFirst ? 2 : 3), 4)
    layout.labelWidth = min(widest, share, max(0, size.width))
    layout.barX =
      layout.labelX + layout.labelWidth + 1
      + (hasValuesFirst ? max(6, layout.valueWidth + 1) + 2 : 0)
    layout.barWidth = max(0, size.width - layout.barX - layout.tailWidth)
    if layout.pitch == 1 { giveChangesRoom(&layout) }
    return layout
  }

  /// Changes have room of their own where enough is left for the bars, whether there is one now or not:
  /// nor must a bar shrink because a change came.
  private func giveChangesRoom(_ layout: inout Layout) {
    let room = ChangeMark.usualWidth + 2
    let areExpected = keepsRoomForChanges || bars.contains { $0.change != nil }
    guard areExpected, layout.barWidth >= room + Self.leastBarWidth else { return }
    layout.showsChanges = true
    layout.tailWidth += room
    layout.barWidth -= room
  }

  /// As wide as `−3.90`, or as `1.00` where there is no more than that.
  private var usualValueWidth: Int { limit == 1 ? 4 : 5 }

  /// The longest bar has at least so many cells before its change is shown.
  private static let leastBarWidth = 6

  private func draw(
    _ index: Int, y: Int, _ layout: Layout, _ pen: Pen, on buffer: inout Buffer
  ) {
    let bar = bars[index]
    let isEmphasized = index == emphasized || index == cursor
    let label = isEmphasized ? bar.label.emphasized : bar.label
    let cut = pen.truncated(label, to: layout.labelWidth)
    let x = layout.labelX + (alignsLabelsRight ? layout.labelWidth - cut.width : 0)
    pen.write(cut, x: x, y: y, on: &buffer)
    if index == cursor || isEmphasized && !alignsLabelsRight {
      let place = alignsLabelsRight ? x - 1 : 0
      pen.write([Span(pen.look.symbols.pointer, .bright)], x: place, y: y, on: &buffer)
    }
    drawBar(index, y: y, layout, pen, on: &buffer)
    let tail = drawValue(index, y: y, layout, pen, on: &buffer)
    drawChange(of: bar, y: y, behind: tail, layout, pen, on: &buffer)
    pen.write(bar.detail, x: pen.width - layout.detailWidth, y: y, on: &buffer)
  }

  /// Writes the number of a bar and tells the column behind it.
  private func drawValue(
    _ index: Int, y: Int, _ layout: Layout, _ pen: Pen, on buffer: inout Buffer
  ) -> Int {
    let text = valueText(bars[index], pen.look)
    let style = valueStyle(index, pen.look)
    let end = barEnd(index, layout, pen.look)
    guard !hasValuesFirst else {
      pen.write(text, endingAt: layout.barX - 2, y: y, style, on: &buffer)
      return end
    }
    let tail = pen.write(text, x: end + 1, y: y, style, on: &buffer)
    guard bars[index].value?.isNaN == true else { return tail }
    return pen.write("  not a number", x: tail, y: y, pen.look.style(.dim), on: &buffer)
  }

  /// Writes the change behind the number, or below it where there is a row for it.
  private func drawChange(
    of bar: Bar, y: Int, behind tail: Int, _ layout: Layout, _ pen: Pen, on buffer: inout Buffer
  ) {
    guard let change = ChangeMark(bar.change, look: pen.look) else { return }
    if layout.pitch > 1 {
      let end = max(tail, layout.barX + TextWidth.width(of: change.text))
      pen.write(change.text, endingAt: end, y: y + 1, change.style, on: &buffer)
    } else if layout.showsChanges {
      pen.write("  " + change.text, x: tail, y: y, change.style, on: &buffer)
    }
  }

  private func valueStyle(_ index: Int, _ look: Look) -> Style {
    if index == cursor, !hasValuesFirst { return look.style(.held) }
    if bars[index].value?.isNaN == true { return look.style(.error) }
    let isEmphasized = index == emphasized
    return look.style(isEmphasized ? .bright : .dim).with(bold: isEmphasized)
  }

  private func valueText(_ bar: Bar, _ look: Look) -> String {
    bar.value.map { look.text(of: $0, isCount: areCounts) } ?? look.symbols.veil
  }
}

extension BarList {
  private func drawBar(
    _ index: Int, y: Int, _ layout: Layout, _ pen: Pen, on buffer: inout Buffer
  ) {
    guard let value = bars[index].value, !value.isNaN, value != 0 else { return }
    let (zero, start) = (zeroColumn(layout), barStart(layout))
    let style = barStyle(index, pen.look)
    if value.isInfinite {
      let room = room(for: value, layout, zero: zero)
      let bar = EndlessBar(cells: room, isLeftward: value < 0, symbols: pen.look.symbols)
      pen.write(bar.text, x: value < 0 ? start - 1 - room : start, y: y, style, on: &buffer)
      return
    }
    let bar = EighthBar(eighths(of: value, layout, zero: zero), symbols: pen.look.symbols)
    if value < 0 {
      bar.drawLeft(from: layout.barX + zero, y: y, style, pen, on: &buffer)
    } else {
      pen.write(bar.text, x: start, y: y, style, on: &buffer)
    }
  }

  /// The column behind a bar; those that grow to the left end where the others begin.
  private func barEnd(_ index: Int, _ layout: Layout, _ look: Look) -> Int {
    let start = barStart(layout)
    guard let value = bars[index].value, value > 0 else { return start }
    let zero = zeroColumn(layout)
    if value.isInfinite { return start + room(for: value, layout, zero: zero) }
    return start + (eighths(of: value, layout, zero: zero) + 7) / 8
  }

  /// The column where bars begin that grow to the right.
  private func barStart(_ layout: Layout) -> Int {
    let zero = zeroColumn(layout)
    return layout.barX + (zero > 0 ? zero + 1 : 0)
  }

  private func drawZeroLine(_ layout: Layout, _ pen: Pen, on buffer: inout Buffer) {
    let zero = zeroColumn(layout)
    guard zero > 0, let last = layout.shown.last else { return }
    let (rule, style) = (pen.look.symbols.verticalRule, pen.look.style(.faint))
    for y in layout.top...layout.y(of: last) {
      pen.write(rule, x: layout.barX + zero, y: y, style, on: &buffer)
    }
  }

  private func eighths(of value: Float, _ layout: Layout, zero: Int) -> Int {
    let room = room(for: value, layout, zero: zero)
    let all = Double(lowest.magnitude) + Double(highest)
    let width = layout.barWidth - (zero > 0 ? 1 : 0)
    guard all > 0, room > 0 else { return 0 }
    let eighths = Double(value.magnitude) / all * Double(width * 8)
    return max(1, min(room * 8, eighths.cells))
  }

  /// The cells on the side of zero to which a value grows.
  private func room(for value: Float, _ layout: Layout, zero: Int) -> Int {
    value < 0 ? zero : layout.barWidth - zero - (zero > 0 ? 1 : 0)
  }

  private var finiteValues: [Float] { bars.compactMap(\.value).filter(\.isFinite) }

  private var lowest: Float {
    if let lowerLimit, lowerLimit.isFinite { return min(lowerLimit, 0) }
    return min(0, low) < 0 ? -(fullValue ?? -low) : 0
  }

  private var low: Float { finiteValues.min() ?? 0 }

  private var highest: Float { fullValue ?? max(0, finiteValues.max() ?? 0) }

  /// The limit, if it is one.
  private var fullValue: Float? { limit.flatMap { $0 > 0 && $0.isFinite ? $0 : nil } }

  // Both sides of zero share the width as their largest values ask for it.
  private func zeroColumn(_ layout: Layout) -> Int {
    guard lowest < 0, layout.barWidth > 2 else { return 0 }
    let share = Double(lowest.magnitude) / (Double(lowest.magnitude) + Double(highest))
    return min(layout.barWidth - 2, max(1, (share * Double(layout.barWidth - 1)).cells))
  }

  private func barStyle(_ index: Int, _ look: Look) -> Style {
    let isLoud = emphasized == nil || index == emphasized
    return isLoud ? look.style(role) : look.muted(role)
  }
}

extension Line {
  /// The line as the row that is talked about shows it.
  package var emphasized: Line {
    Line(
      spans.map { span in
        var span = span
        span.isBold = true
        if [.dim, .text, .faint].contains(span.role) { span.role = .bright }
        return span
      })
  }
}
