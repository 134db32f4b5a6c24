import Text

extension BarList {
  func draw(
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
      pen.write([Span(pen.appearance.symbols.pointer, .bright)], x: place, y: y, on: &buffer)
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
    let text = valueText(bars[index], pen.appearance)
    let style = valueStyle(index, pen.appearance)
    let end = barEnd(index, layout)
    guard !hasValuesFirst else {
      pen.write(text, endingAt: layout.barX - 2, y: y, style, on: &buffer)
      return end
    }
    let tail = pen.write(text, x: end + 1, y: y, style, on: &buffer)
    guard bars[index].value?.isNaN == true else { return tail }
    return pen.write("  not a number", x: tail, y: y, pen.appearance.style(.dim), on: &buffer)
  }

  /// Writes the change behind the number, or below it where there is a row for it.
  private func drawChange(
    of bar: Bar, y: Int, behind tail: Int, _ layout: Layout, _ pen: Pen, on buffer: inout Buffer
  ) {
    guard let change = ChangeMark(bar.change, appearance: pen.appearance) else { return }
    if layout.pitch > 1 {
      let end = max(tail, layout.barX + TextWidth.width(of: change.text))
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
    if value < 0 {
      bar.drawLeft(from: layout.barX + layout.zero, y: y, style, pen, on: &buffer)
    } else {
      pen.write(bar.text, x: start, y: y, style, on: &buffer)
    }
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
    for y in layout.top...layout.y(of: last) {
      pen.write(rule, x: layout.barX + layout.zero, y: y, style, on: &buffer)
    }
  }

  private func barStyle(_ index: Int, _ appearance: Appearance) -> Style {
    let isLoud = emphasized == nil || index == emphasized
    return isLoud ? appearance.style(role) : appearance.muted(role)
  }
}

extension BarList.Layout {
  /// The length of the bar of a finite value.
  fileprivate func eighths(of value: Float) -> Int {
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
