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
    let layout = layout(fitting, look)
    let notes = notes(layout, look.symbols)
    let titleWidth = PanelTitle(title: title, captions: captions, notes: notes).width
    let width = layout.barX + 24 + layout.tailWidth
    return Size(
      width: min(fitting.width, max(titleWidth, width)),
      height: min(fitting.height, bars.count + (title.isEmpty ? 0 : 1)))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, look: Look) {
    let pen = Pen(rect, look)
    let layout = layout(rect.size, look)
    if layout.top > 0 {
      PanelTitle(title: title, captions: captions, notes: notes(layout, look.symbols)).draw(
        pen, on: &buffer)
    }
    for index in layout.shown {
      draw(index, y: layout.top + index - layout.shown.lowerBound, layout, pen, on: &buffer)
    }
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
  }

  private func layout(_ size: Size, _ look: Look) -> Layout {
    var layout = Layout()
    let isPartial = bars.count > size.height - (title.isEmpty ? 0 : 1)
    layout.top = size.height > 1 && (!title.isEmpty || isPartial && size.height > 2) ? 1 : 0
    layout.shown = window(
      of: min(bars.count, max(0, size.height - layout.top)), in: bars.count, from: scroll,
      showing: followed ?? emphasized)
    let widest = bars.map(\.label.width).max() ?? 0
    layout.valueWidth = bars.map { TextWidth.width(of: valueText($0, look)) }.max() ?? 0
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
    giveChangesRoom(&layout)
    return layout
  }

  /// Changes have room of their own where enough is left for the bars, whether there is one now or not:
  /// a bar must not shrink because a change came.
  private func giveChangesRoom(_ layout: inout Layout) {
    let room = ChangeMark.usualWidth + 2
    let areExpected = keepsRoomForChanges || bars.contains { $0.change != nil }
    guard areExpected, layout.barWidth >= room + Self.leastBarWidth else { return }
    layout.showsChanges = true
    layout.tailWidth += room
    layout.barWidth -= room
  }

  /// The longest bar has at least so many cells before its change is shown.
  private static let leastBarWidth = 6

  private func draw(
    _ index: Int, y: Int, _ layout: Layout, _ pen: Pen, on buffer: inout Buffer
  ) {
    let bar = bars[index]
    let isEmphasized = index == emphasized
    let label = isEmphasized ? bar.label.emphasized : bar.label
    let cut = pen.truncated(label, to: layout.labelWidth)
    let x = layout.labelX + (alignsLabelsRight ? layout.labelWidth - cut.width : 0)
    pen.write(cut, x: x, y: y, on: &buffer)
    if isEmphasized, !alignsLabelsRight {
      pen.write([Span(pen.look.symbols.pointer, .bright)], x: 0, y: y, on: &buffer)
    }
    let end = drawBar(index, y: y, layout, pen, on: &buffer)
    let style = pen.look.style(isEmphasized ? .bright : .dim).with(bold: isEmphasized)
    var tail = end
    if hasValuesFirst {
      pen.write(valueText(bar, pen.look), endingAt: layout.barX - 2, y: y, style, on: &buffer)
    } else {
      tail = pen.write(valueText(bar, pen.look), x: end + 1, y: y, style, on: &buffer)
    }
    if layout.showsChanges, let change = ChangeMark(bar.change, look: pen.look) {
      pen.write("  " + change.text, x: tail, y: y, change.style, on: &buffer)
    }
    pen.write(bar.detail, x: pen.width - layout.detailWidth, y: y, on: &buffer)
  }

  private func valueText(_ bar: Bar, _ look: Look) -> String {
    bar.value.map { look.text(of: $0, isCount: areCounts) } ?? look.symbols.veil
  }
}

extension BarList {
  /// Draws one bar and tells the column behind it.
  private func drawBar(
    _ index: Int, y: Int, _ layout: Layout, _ pen: Pen, on buffer: inout Buffer
  ) -> Int {
    let zero = zeroColumn(layout)
    if zero > 0 {
      let rule = pen.look.symbols.verticalRule
      pen.write(rule, x: layout.barX + zero, y: y, pen.look.style(.faint), on: &buffer)
    }
    let start = layout.barX + zero + (zero > 0 ? 1 : 0)
    guard let value = bars[index].value, !value.isNaN, value != 0 else { return start }
    let style = barStyle(index, pen.look)
    if value.isInfinite {
      let room = room(for: value, layout, zero: zero)
      let bar = EndlessBar(cells: room, isLeftward: value < 0, symbols: pen.look.symbols)
      let x = value < 0 ? start - 1 - room : start
      let end = pen.write(bar.text, x: x, y: y, style, on: &buffer)
      return value < 0 ? start : end
    }
    let eighths = eighths(of: value, layout, zero: zero)
    if value < 0 {
      let run = EighthBar(eighths, symbols: pen.look.symbols)
      run.drawLeft(from: layout.barX + zero, y: y, style, pen, on: &buffer)
      return start
    }
    let text = EighthBar(eighths, symbols: pen.look.symbols).text
    return pen.write(text, x: start, y: y, style, on: &buffer)
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
