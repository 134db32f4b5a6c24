import Text

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension BarList {
  func draw(
    _ index: Int, y: Int, _ layout: Layout, _ pen: Pen, on buffer: inout Buffer
  ) {
    let bar = bars[index]
    for row in y..<y + layout.thickness {
      drawBar(index, y: row, layout, pen, on: &buffer)
      drawGhost(index, y: row, layout, pen, on: &buffer)
    }
    let y = layout.middle(of: index)
    let isEmphasized = index == emphasized || index == cursor
    let label = isEmphasized ? bar.label.emphasized : bar.label
    let cut = pen.truncated(label, to: layout.labelWidth)
    let x = layout.labelX + (alignsLabelsRight ? layout.labelWidth - cut.width : 0)
    pen.write(cut, x: x, y: y, on: &buffer)
    if index == cursor || isEmphasized && !alignsLabelsRight {
      let place = alignsLabelsRight ? x - 1 : 0
      pen.write([Span(pen.appearance.symbols.pointer, .bright)], x: place, y: y, on: &buffer)
    }
    let tail = drawValue(index, y: y, layout, pen, on: &buffer)
    drawChange(of: index, y: y, behind: tail, layout, pen, on: &buffer)
    pen.write(bar.detail, x: pen.width - layout.detailWidth, y: y, on: &buffer)
  }

  /// Writes the number of a bar and tells the column behind it.
  private func drawValue(
    _ index: Int, y: Int, _ layout: Layout, _ pen: Pen, on buffer: inout Buffer
  ) -> Int {
    let text = valueText(bars[index], pen.appearance)
    let style = valueStyle(index, pen.appearance)
    let end = barEnd(index, layout)
    guard !hasValuesFirst else {
      pen.write(text, endingAt: layout.barX - 2, y: y, style, on: &buffer)
      return end
    }
    let behind = max(end, ghostEnd(index, layout))
    let tail = pen.write(text, x: behind + 1, y: y, style, on: &buffer)
    guard bars[index].value?.isNaN == true else { return tail }
    return pen.write("  not a number", x: tail, y: y, pen.appearance.style(.dim), on: &buffer)
  }

  /// Writes the change behind the number, or below it where there is a row for it.
  private func drawChange(
    of index: Int, y: Int, behind tail: Int, _ layout: Layout, _ pen: Pen,
    on buffer: inout Buffer
  ) {
    guard let change = ChangeMark(bars[index].change, appearance: pen.appearance) else { return }
    if layout.hasRowsForChanges {
      // Beside a bar of several rows it begins behind the bar, as the number does.
      let ends = [barEnd(index, layout), ghostEnd(index, layout)]
      let start = layout.thickness > 1 ? (ends.max() ?? 0) + 1 : layout.barStart
      let end = max(tail, start + TextWidth.width(of: change.text))
      pen.write(change.text, endingAt: end, y: y + 1, change.style, on: &buffer)
    } else if layout.showsChanges {
      pen.write("  " + change.text, x: tail, y: y, change.style, on: &buffer)
    }
  }

  private func valueStyle(_ index: Int, _ appearance: Appearance) -> Style {
    if index == cursor, !hasValuesFirst { return appearance.style(.held) }
    if bars[index].value?.isNaN == true { return appearance.style(.error) }
    let isEmphasized = index == emphasized
    return appearance.style(isEmphasized ? .bright : .dim).with(bold: isEmphasized)
  }
}

extension BarList {
  private func drawBar(
    _ index: Int, y: Int, _ layout: Layout, _ pen: Pen, on buffer: inout Buffer
  ) {
    guard let value = bars[index].value, !value.isNaN, value != 0 else { return }
    let start = layout.barStart
    let style = barStyle(index, pen.appearance)
    if value.isInfinite {
      let room = layout.room(for: value)
      let bar = EndlessBar(cells: room, isLeftward: value < 0, symbols: pen.appearance.symbols)
      pen.write(bar.text, x: value < 0 ? start - 1 - room : start, y: y, style, on: &buffer)
      return
    }
    let bar = EighthBar(layout.eighths(of: value), symbols: pen.appearance.symbols)
    if let texture = texture(of: bars[index], pen.appearance) {
      let cells = min((bar.eighths + 7) / 8, layout.room(for: value))
      let x = value < 0 ? layout.barX + layout.zero - cells : start
      pen.write(String(repeating: texture, count: cells), x: x, y: y, style, on: &buffer)
    } else if value < 0 {
      bar.drawLeft(from: layout.barX + layout.zero, y: y, style, pen, on: &buffer)
    } else {
      pen.write(bar.text, x: start, y: y, style, on: &buffer)
    }
  }

  /// What bars of another kind than the first are made of where colours cannot tell them apart.
  private func texture(of bar: Bar, _ appearance: Appearance) -> String? {
    guard groupSize > 1, bar.kind > 0, appearance.hasFewColors else { return nil }
    return Self.texture(ofKind: bar.kind, appearance)
  }

  /// The sign for bars of a kind, in a legend.
  package static func texture(ofKind kind: Int, _ appearance: Appearance) -> String {
    guard kind > 0, appearance.hasFewColors else { return appearance.symbols.bars[8] }
    // The lightest first: a dark grey beside a full bar looks the same.
    return appearance.symbols.shades[min(kind, 3)]
  }

  /// Where the value stood before the last deliberate change: dots up to it where the bar is shorter now, a notch
  /// where it is longer.
  private func drawGhost(
    _ index: Int, y: Int, _ layout: Layout, _ pen: Pen, on buffer: inout Buffer
  ) {
    guard let ghost = ghostCells(index, layout) else { return }
    let symbols = pen.appearance.symbols
    let now = barCells(index, layout)
    if ghost > now {
      let dots = String(repeating: symbols.axisDot, count: ghost - now)
      let style = pen.appearance.style(.dim)
      pen.write(dots, x: layout.barStart + now, y: y, style, on: &buffer)
    } else if ghost < now {
      let style = barStyle(index, pen.appearance).with(reversed: true)
      let x = layout.barStart + max(ghost - 1, 0)
      pen.write(symbols.verticalRule, x: x, y: y, style, on: &buffer)
    }
  }

  /// The cells of a bar before the change; nil where there is nothing to show, as for what grew to the left.
  private func ghostCells(_ index: Int, _ layout: Layout) -> Int? {
    guard let ghost = bars[index].ghost, ghost.isFinite, ghost >= 0,
      let value = bars[index].value, value.isFinite, value >= 0, ghost != value
    else { return nil }
    return cells(of: ghost, layout)
  }

  private func cells(of value: Float, _ layout: Layout) -> Int {
    value == 0 ? 0 : (layout.eighths(of: value) + 7) / 8
  }

  private func barCells(_ index: Int, _ layout: Layout) -> Int {
    barEnd(index, layout) - layout.barStart
  }

  /// The column behind what is left of a longer bar.
  private func ghostEnd(_ index: Int, _ layout: Layout) -> Int {
    ghostCells(index, layout).map { layout.barStart + $0 } ?? 0
  }

  /// The column behind a bar; those that grow to the left end where the others begin.
  func barEnd(_ index: Int, _ layout: Layout) -> Int {
    guard let value = bars[index].value, value > 0 else { return layout.barStart }
    let cells = value.isInfinite ? layout.room(for: value) : (layout.eighths(of: value) + 7) / 8
    return layout.barStart + cells
  }

  func drawZeroLine(_ layout: Layout, _ pen: Pen, on buffer: inout Buffer) {
    guard layout.zero > 0, let last = layout.shown.last else { return }
    let (rule, style) = (pen.appearance.symbols.verticalRule, pen.appearance.style(.faint))
    for y in layout.top..<layout.y(of: last) + layout.thickness {
      pen.write(rule, x: layout.barX + layout.zero, y: y, style, on: &buffer)
    }
  }

  private func barStyle(_ index: Int, _ appearance: Appearance) -> Style {
    let isLoud = emphasized.map { $0 / max(groupSize, 1) == index / max(groupSize, 1) } ?? true
    let role = bars[index].role ?? role
    return isLoud ? appearance.style(role) : appearance.muted(role)
  }
}

extension BarList.Layout {
  /// The length of the bar of a finite value.
  fileprivate func eighths(of value: Float) -> Int {
    if isLogarithmic {
      guard value > 0, lowest > 0, highest > lowest else { return 0 }
      let share = log(Double(value) / lowest) / log(highest / lowest)
      return max(1, min(barWidth * 8, (share * Double(barWidth * 8)).cells))
    }
    let (room, all) = (room(for: value), highest - lowest)
    guard all > 0, room > 0 else { return 0 }
    let eighths = Double(value.magnitude) / all * Double((barWidth - (zero > 0 ? 1 : 0)) * 8)
    return max(1, min(room * 8, eighths.cells))
  }

  /// The cells on the side of zero to which a value grows.
  fileprivate func room(for value: Float) -> Int {
    value < 0 ? zero : barWidth - zero - (zero > 0 ? 1 : 0)
  }
}
