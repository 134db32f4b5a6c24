import Text

extension ShareBars {
  /// Draws one bar with what stands above and below it.
  func draw(_ index: Int, _ layout: ShareLayout, _ pen: Pen, on buffer: inout Buffer) {
    let cut = cuts[index]
    let top = layout.top(of: index)
    let bar = top + layout.plan.barStart
    let isHeld = cursor?.row == index
    if layout.nameWidth > 0 {
      let now: Line = cut.before.isEmpty ? [] : Line("now", .dim)
      let name = cuts.count == 1 ? now : isHeld ? cut.name.emphasized : cut.name
      pen.write(
        pen.truncated(name, to: layout.nameWidth), x: 0, y: bar + (layout.plan.bar - 1) / 2,
        on: &buffer)
    }
    guard !cut.isVeiled else { return drawVeil(y: bar, layout, pen, on: &buffer) }
    let strip = layout.strip(of: index)
    drawRulers(of: cut, y: top, layout, pen, on: &buffer)
    let fills = fills(of: strip, of: index, layout)
    for row in 0..<layout.plan.bar {
      draw(strip, fills, y: bar + row, row: row, layout, pen, on: &buffer)
    }
    drawWords(strip, of: index, y: bar, layout, pen, on: &buffer)
    drawColumns(strip, of: index, y: bar + layout.plan.bar, layout, pen, on: &buffer)
    drawSum(of: cut, y: bar + (layout.plan.bar - 1) / 2, layout, pen, on: &buffer)
  }

  private func drawVeil(y: Int, _ layout: ShareLayout, _ pen: Pen, on buffer: inout Buffer) {
    let symbols = pen.appearance.symbols
    let style = pen.appearance.style(.faint)
    for row in 0..<layout.plan.bar {
      pen.fill(
        x: layout.barX, y: y + row, width: layout.barWidth, style, with: symbols.planned,
        on: &buffer)
    }
    let words = [" hidden until you answer ", " hidden "].first {
      TextWidth.width(of: $0) <= layout.barWidth
    }
    guard let words else { return }
    let x = layout.barX + (layout.barWidth - TextWidth.width(of: words)) / 2
    let middle = y + (layout.plan.bar - 1) / 2
    pen.write(words, x: x, y: middle, pen.appearance.style(.dim), on: &buffer)
  }

  /// One row of a bar's cells.
  private func draw(
    _ strip: ShareStrip, _ fills: [ShareFill], y: Int, row: Int, _ layout: ShareLayout, _ pen: Pen,
    on buffer: inout Buffer
  ) {
    // A bar that goes on past the whole is torn there.
    let tear = layout.scale.cell(1) + row % 2
    for (segment, fill) in zip(strip.segments, fills) {
      for cell in ShareStrip.cells(segment.range) {
        let isBeyond = cell >= tear && segment.kind != .hole && !fill.isHeld
        let fill = isBeyond ? excess(layout) : fill
        pen.write(fill.glyph, x: layout.barX + cell, y: y, fill.style, on: &buffer)
      }
    }
    if strip.sum > layout.scale.high + 0.005 {
      let end = layout.barX + layout.barWidth - 1
      let sign = pen.appearance.symbols.moreRight
      pen.write(sign, x: end, y: y, excess(layout).style, on: &buffer)
    }
    guard layout.hasGrounds, !pen.appearance.symbols.isASCII else { return }
    let grounds = fills.map { $0.isGround ? $0.style.background : pen.appearance.theme.ground }
    for place in fills.indices where fills[place].isGround {
      let next = place + 1 < grounds.count ? grounds[place + 1] : pen.appearance.theme.ground
      let style = Style(foreground: grounds[place], background: next)
      drawEnd(of: strip.segments[place], style, y: y, layout, pen, on: &buffer)
    }
  }

  /// A ground that ends inside a cell: its part of it is a block on the next one's.
  private func drawEnd(
    of segment: ShareStrip.Segment, _ style: Style, y: Int, _ layout: ShareLayout, _ pen: Pen,
    on buffer: inout Buffer
  ) {
    let (cell, rest) = segment.range.upperBound.quotientAndRemainder(dividingBy: 8)
    guard rest > 0, segment.range.lowerBound <= cell * 8, cell < layout.scale.cell(1) else {
      return
    }
    let block = pen.appearance.symbols.bars[rest]
    pen.write(block, x: layout.barX + cell, y: y, style, on: &buffer)
  }

  /// How each segment of a bar looks.
  private func fills(of strip: ShareStrip, of index: Int, _ layout: ShareLayout) -> [ShareFill] {
    var tone = 0
    return strip.segments.map { segment in
      let isLoud = strip.largest.map { segment.kind == .piece($0) } ?? false
      defer { if !segment.range.isEmpty, !isLoud { tone += 1 } }
      return fill(segment.kind, tone: tone, strip, of: index, layout)
    }
  }
}

/// How the cells of a piece look.
struct ShareFill {
  var glyph: String
  var style: Style
  /// Whether the colour is that of the ground, so that words can stand on it.
  var isGround = false
  var isHeld = false
}

extension ShareBars {
  private func fill(
    _ kind: ShareStrip.Kind, tone: Int, _ strip: ShareStrip, of index: Int, _ layout: ShareLayout
  ) -> ShareFill {
    let appearance = layout.appearance
    switch kind {
    case .hole: return ShareFill(glyph: appearance.symbols.hatch, style: appearance.style(.faint))
    case .debt(let piece):
      return layout.isHeld(piece, strip, of: index) ? held(layout) : excess(layout)
    case .piece(let piece):
      if layout.isHeld(piece, strip, of: index), layout.hasGrounds { return held(layout) }
      if let place = strip.pieces[piece].place, hatched.contains(place) { return leak(layout) }
      return fill(isLargest: piece == strip.largest, tone: tone, layout)
    }
  }

  /// The largest is loudest; the others take turns, so that no two neighbours look alike.
  private func fill(isLargest: Bool, tone: Int, _ layout: ShareLayout) -> ShareFill {
    let appearance = layout.appearance
    if layout.hasGrounds {
      let amount: Float = isLargest ? 0.95 : tone % 2 == 0 ? 0.5 : 0.28
      let style = appearance.heat(amount, role: role).style
      return ShareFill(glyph: " ", style: style.with(bold: isLargest), isGround: true)
    }
    let shades = appearance.symbols.shades
    let glyph = isLargest ? shades[4] : tone % 2 == 0 ? shades[3] : shades[1]
    return ShareFill(glyph: glyph, style: appearance.style(role))
  }

  private func held(_ layout: ShareLayout) -> ShareFill {
    ShareFill(
      glyph: " ", style: layout.appearance.style(.held), isGround: layout.hasGrounds, isHeld: true)
  }

  /// What there is no whole for.
  private func excess(_ layout: ShareLayout) -> ShareFill {
    let appearance = layout.appearance
    guard layout.hasGrounds else {
      return ShareFill(glyph: appearance.symbols.times, style: appearance.style(.error))
    }
    return ShareFill(
      glyph: " ", style: appearance.heat(0.75, role: .error).style, isGround: true)
  }

  /// What goes where nothing should go.
  private func leak(_ layout: ShareLayout) -> ShareFill {
    let appearance = layout.appearance
    let style =
      layout.hasGrounds
      ? appearance.heat(0.4, role: .error).style : appearance.style(.error)
    return ShareFill(glyph: appearance.symbols.hatch, style: style)
  }
}

extension ShareBars {
  /// Names and values inside of their pieces.
  private func drawWords(
    _ strip: ShareStrip, of index: Int, y: Int, _ layout: ShareLayout, _ pen: Pen,
    on buffer: inout Buffer
  ) {
    let fills = fills(of: strip, of: index, layout)
    for piece in strip.pieces.indices {
      let kinds: [ShareStrip.Kind] = [.piece(piece), .debt(piece)]
      let segment = strip.segments.firstIndex { kinds.contains($0.kind) }
      guard let style = segment.map({ fills[$0].style }) else { continue }
      let lines = layout.words(of: piece, strip).inside
      let cells = strip.cells(of: piece)
      let isHeld = layout.isHeld(piece, strip, of: index)
      for (row, line) in lines.enumerated() {
        let width = TextWidth.width(of: line)
        let x = layout.barX + cells.lowerBound + (cells.count - width + 1) / 2
        let place = y + (layout.plan.bar - lines.count) / 2 + row
        write(
          line, x: x, y: place, isHeld: isHeld, isLoud: piece == strip.largest, style, layout, pen,
          on: &buffer)
      }
    }
    drawHole(strip, y: y, layout, pen, on: &buffer)
  }

  private func write(
    _ text: String, x: Int, y: Int, isHeld: Bool, isLoud: Bool, _ own: Style,
    _ layout: ShareLayout, _ pen: Pen, on buffer: inout Buffer
  ) {
    let appearance = pen.appearance
    guard layout.hasGrounds else {
      let style = appearance.style(isHeld ? .held : isLoud ? .bright : .text)
      pen.write(" \(text) ", x: x - 1, y: y, style, on: &buffer)
      return
    }
    // Words stand on the ground that is there, in an ink that can be read on it.
    var column = x
    Glyph.forEach(in: text) { glyph in
      let place = Point(x: pen.rect.x + column, y: pen.rect.y + y)
      if pen.rect.contains(place), buffer.clip.contains(place) {
        let cell = buffer[place.x, place.y]
        let style = cell.text == " " ? cell.style : own
        pen.write(glyph.text, x: column, y: y, style, on: &buffer)
      }
      column += glyph.width
      return true
    }
  }

  private func drawHole(
    _ strip: ShareStrip, y: Int, _ layout: ShareLayout, _ pen: Pen, on buffer: inout Buffer
  ) {
    guard let hole = strip.segments.first(where: { $0.kind == .hole }) else { return }
    let cells = ShareStrip.cells(hole.range)
    let size = pen.appearance.number(Float(1 - strip.sum))
    let words = [" to nobody \(size) ", " \(size) "].first {
      TextWidth.width(of: $0) + 2 <= cells.count
    }
    guard let words else { return }
    let x = layout.barX + cells.lowerBound + (cells.count - TextWidth.width(of: words)) / 2
    pen.write(
      words, x: x, y: y + (layout.plan.bar - 1) / 2, pen.appearance.style(.error), on: &buffer)
  }

  /// What found no room inside, and what changed.
  private func drawColumns(
    _ strip: ShareStrip, of index: Int, y: Int, _ layout: ShareLayout, _ pen: Pen,
    on buffer: inout Buffer
  ) {
    let appearance = pen.appearance
    for column in layout.columns(of: index, strip) {
      func x(_ width: Int) -> Int { column.x + (column.width - width) / 2 }
      if let change = column.change {
        let row = y + layout.plan.ticks
        pen.write(change.text, x: x(change.width), y: row, change.style, on: &buffer)
      }
      let isHeld = layout.isHeld(column.piece, strip, of: index)
      let style = appearance.style(
        isHeld ? .held : column.piece == strip.largest ? .bright : .dim)
      let names = y + layout.plan.ticks + layout.plan.changes
      for (row, line) in column.lines.prefix(layout.plan.names).enumerated() {
        let width = TextWidth.width(of: line)
        pen.write(line, x: x(width), y: names + row, style, on: &buffer)
      }
      guard layout.plan.ticks > 0, !column.lines.isEmpty else { continue }
      let cells = strip.cells(of: column.piece)
      let tick = min((cells.lowerBound + cells.upperBound) / 2, layout.barWidth - 1)
      // Through the row of the changes as long as there are none.
      let last = cuts[index].before.isEmpty ? names - 1 : y
      for row in y...last {
        let glyph = appearance.symbols.wires[row < last ? 5 : 1]
        pen.write(glyph, x: layout.barX + tick, y: row, appearance.style(.faint), on: &buffer)
      }
    }
  }

  /// What all pieces add up to, where there are several bars.
  private func drawSum(
    of cut: Cut, y: Int, _ layout: ShareLayout, _ pen: Pen, on buffer: inout Buffer
  ) {
    guard layout.sumWidth > 0 else { return }
    let role: Role = cut.flaw == nil ? .faint : .error
    pen.write(
      pen.appearance.number(cut.values.reduce(0, +)),
      endingAt: layout.barX + layout.barWidth + layout.sumWidth, y: y,
      pen.appearance.style(role), on: &buffer)
  }
}

extension ShareBars {
  /// What is wanted and what was, as rulers above the bar.
  private func drawRulers(
    of cut: Cut, y: Int, _ layout: ShareLayout, _ pen: Pen, on buffer: inout Buffer
  ) {
    if layout.plan.goal > 0 {
      drawRuler(
        "goal", wanted(of: cut), rows: layout.plan.goal, role: .hand, y: y, layout, pen,
        on: &buffer)
    }
    guard layout.plan.ghost > 0, !cut.before.isEmpty else { return }
    let old = Cut(labels: cut.labels, values: cut.before)
    let pieces = old.pieces(most: max(layout.barWidth / 8, 2), keeping: nil)
    drawRuler(
      "before", pieces.map { ($0.label, Double($0.value), true) }, rows: layout.plan.ghost,
      role: .dim, y: y + layout.plan.goal, layout, pen, on: &buffer)
  }

  /// The cut in which the marked pieces have their size.
  private func wanted(of cut: Cut) -> [RulerPart] {
    zip(0..., cut.sizes(with: marks)).map { place, size in
      (cut.labels[place], size, marks[place] != nil)
    }
  }

  typealias RulerPart = (label: String, size: Double, isNamed: Bool)

  private func drawRuler(
    _ name: String, _ parts: [RulerPart], rows: Int, role: Role, y: Int, _ layout: ShareLayout,
    _ pen: Pen, on buffer: inout Buffer
  ) {
    let appearance = pen.appearance
    let symbols = appearance.symbols
    let rule = y + rows - 1
    guard parts.allSatisfy({ $0.size.isFinite && $0.size >= 0 }) else { return }
    if layout.nameWidth >= name.count {
      pen.write(name, x: 0, y: y, appearance.style(.dim), on: &buffer)
    }
    let style = appearance.style(role == .hand ? .hand : .rule)
    var start = 0.0
    for part in parts {
      let cells = layout.scale.cell(start)..<layout.scale.cell(start + part.size)
      start += part.size
      guard part.isNamed else { continue }
      let last = min(cells.upperBound, layout.barWidth - 1)
      pen.fill(
        x: layout.barX + cells.lowerBound, y: rule, width: last - cells.lowerBound, style,
        with: symbols.rule, on: &buffer)
      for end in [min(cells.lowerBound, last), last] {
        let glyph =
          end == 0
          ? symbols.rulerStart
          : end == layout.barWidth - 1
            ? symbols.rulerEnd : symbols.ruler
        pen.write(glyph, x: layout.barX + end, y: rule, style, on: &buffer)
      }
      let value = appearance.number(Float(part.size))
      let named = "\(symbols.spelled(part.label)) \(value)"
      // In the rule itself where there is no row above it.
      let forms = rows > 1 ? [named, value] : [" \(named) ", named, " \(value) ", value]
      let room = rows > 1 ? cells.count - 1 : last - cells.lowerBound - 1
      let words = forms.first { TextWidth.width(of: $0) <= room }
      guard let words else { continue }
      let x = layout.barX + cells.lowerBound + (cells.count - TextWidth.width(of: words) + 1) / 2
      pen.write(words, x: x, y: y, appearance.style(role), on: &buffer)
    }
  }

  /// The line where the whole ends, where something goes beyond it.
  func drawWhole(_ layout: ShareLayout, _ pen: Pen, on buffer: inout Buffer) {
    guard layout.scale.high > 1 || layout.scale.low < 0 else { return }
    let style = pen.appearance.style(.bright)
    let places = [(layout.scale.low < 0, 0.0), (layout.scale.high > 1, 1.0)]
    for index in layout.shown {
      let rows = layout.rows(of: index)
      let bar = rows.lowerBound + layout.plan.barStart..<rows.lowerBound + layout.plan.barEnd
      for (isInside, place) in places where isInside {
        for y in rows where !bar.contains(y) && y < bar.lowerBound {
          let x = layout.barX + layout.scale.cell(place)
          pen.write(pen.appearance.symbols.verticalRule, x: x, y: y, style, on: &buffer)
        }
      }
    }
  }

  /// The scale with the sum, and what is to be said about it.
  func drawFoot(_ layout: ShareLayout, _ pen: Pen, on buffer: inout Buffer) {
    guard layout.plan.scale > 0, !isVeiled else { return }
    let y = layout.scaleRow
    let appearance = pen.appearance
    let zero = layout.barX + layout.scale.cell(0)
    let whole = layout.barX + layout.scale.cell(1)
    let end = min(whole + (layout.scale.high > 1 ? 3 : 0), layout.barX + layout.barWidth)
    pen.write("0", x: zero, y: y, appearance.style(.dim), on: &buffer)
    pen.write("100 %", endingAt: end, y: y, appearance.style(.dim), on: &buffer)
    if cuts.count == 1 { drawSums(between: zero + 3, end - 7, layout, pen, on: &buffer) }
    guard layout.plan.sentence > 0 else { return }
    let forms = hasFlaws ? flaws(appearance.symbols) : sentences(of: layout)
    // Where even the shortest is too long beside the names, it begins below them.
    for x in [layout.barX, 0] {
      guard let words = forms.first(where: { $0.width <= pen.width - x }) else { continue }
      pen.write(words, x: x, y: y + layout.plan.sentence, on: &buffer)
      return
    }
    guard let words = forms.last else { return }
    pen.write(pen.truncated(words, to: pen.width), x: 0, y: y + layout.plan.sentence, on: &buffer)
  }

  /// The sum between the ends of the scale, or behind it where the scale goes on and has more room.
  private func drawSums(
    between start: Int, _ end: Int, _ layout: ShareLayout, _ pen: Pen, on buffer: inout Buffer
  ) {
    let behind = end + 10..<max(layout.barX + layout.barWidth, end + 10)
    let place = behind.count > end - start ? behind : start..<max(end, start)
    guard let sum = sums(of: layout).first(where: { $0.width <= place.count }) else { return }
    let x = place.lowerBound + (place.count - sum.width) / 2
    pen.write(sum, x: x, y: layout.scaleRow, on: &buffer)
  }

  /// What is wrong with some of several bars, of all or of as many as there is room for.
  private func flaws(_ symbols: Symbols) -> [Line] {
    let words = cuts.compactMap { cut in
      cut.flaw.map { flaw in
        let name = cuts.count == 1 ? [] : Line("\(cut.name.text): ", .dim)
        return name + Line(symbols.spelled(flaw), .error)
      }
    }
    let lists = (1...max(words.count, 1)).reversed().map { count in
      let told = words.prefix(count).reduce([]) { $0.isEmpty ? $1 : $0 + Line("; ", .dim) + $1 }
      let rest = words.count - count
      return rest > 0 ? told + Line("; and \(counted(rest, "other"))", .dim) : told
    }
    return lists + [Line("not one whole", .error)]
  }

  /// `.67 + .22 + .11 = 1.00`, from its longest form to its shortest.
  private func sums(of layout: ShareLayout) -> [Line] {
    guard let cut = cuts.first else { return [] }
    let appearance = layout.appearance
    let values = layout.strip(of: 0).pieces.map { appearance.number($0.value) }
    let sum = Span(
      appearance.number(cut.values.reduce(0, +)), cut.flaw == nil ? .bright : .error, bold: true)
    let long = Line([Span(values.joined(separator: " + ") + " = ", .dim), sum])
    let short = Line([Span("sum ", .dim), sum])
    guard let flaw = cut.flaw, layout.plan.sentence == 0 else { return [long, short] }
    let words = Line(appearance.symbols.spelled(flaw), .error)
    return [long, short].map { $0 + ", " + words } + [words, short]
  }

  /// Who won and who paid, from the longest form to the shortest.
  private func sentences(of layout: ShareLayout) -> [Line] {
    let appearance = layout.appearance
    let moved = layout.strip(of: 0).pieces.compactMap { piece in
      ChangeMark(piece.change, appearance: appearance).map { (piece, $0) }
    }
    let gains = moved.filter { $0.1.role == .gain }
    let losses = moved.filter { $0.1.role == .loss }
    guard cuts[0].flaw == nil, !gains.isEmpty, !losses.isEmpty else { return [] }
    if gains.count == 1 {
      return Self.sentences(gains[0], "won", "paid", losses.map { $0.1 })
    }
    return losses.count == 1 ? Self.sentences(losses[0], "lost", "got", gains.map { $0.1 }) : []
  }

  private static func sentences(
    _ one: (piece: SharePiece, mark: ChangeMark), _ verb: String, _ others: String,
    _ marks: [ChangeMark]
  ) -> [Line] {
    let head: Line = [
      Span("What ", .dim), Span("\"\(one.piece.label)\"", .bright), Span(" \(verb), ", .dim),
      Span(one.mark.text, one.mark.role), Span(", the others \(others)", .dim),
    ]
    let parts = marks.enumerated().flatMap { place, mark in
      [Span(place == 0 ? ": " : ", ", .dim), Span(mark.text, mark.role)]
    }
    let short: Line = [
      Span("\"\(one.piece.label)\"", .bright), Span(" \(verb) ", .dim),
      Span(one.mark.text, one.mark.role), Span(".", .dim),
    ]
    let long = marks.count <= 4 ? [head + Line(parts) + Line(".", .dim)] : []
    return long + [head + Line(".", .dim), short]
  }
}

extension ShareBars {
  /// The rows of numbers that a bar is cut from, and the cells of a column of them.
  private static let rowNames = ["score", "e^score", "share"]
  private static let leastColumn = 6
  static var widestRowName: Int { rowNames.map(\.count).max() ?? 0 }

  /// Scores, their exponentials and their sum, a column each.
  func drawStack(y: Int, _ layout: ShareLayout, _ pen: Pen, on buffer: inout Buffer) {
    guard let cut = cuts.first, !cut.scores.isEmpty, !cut.isVeiled else { return }
    let appearance = pen.appearance
    let portions = cut.portions
    let count = max(min(cut.scores.count, layout.barWidth / Self.leastColumn), 1)
    let room = layout.barWidth - (count == cut.scores.count ? 10 : 0)
    let width = max(min(room / count, 16), Self.leastColumn)
    for (row, name) in Self.rowNames.enumerated() {
      let name = pen.truncated(name, to: layout.nameWidth)
      pen.write(name, x: 0, y: y + 1 + row, appearance.style(.dim), on: &buffer)
    }
    for place in 0..<count {
      let end = layout.barX + (place + 1) * width - 2
      let isHeld = cursor?.column == place
      let label = pen.truncated(appearance.symbols.spelled(cut.labels[place]), to: width - 1)
      let style = appearance.style(isHeld ? .bright : .dim)
      pen.write(label, endingAt: end, y: y, style, on: &buffer)
      for (row, value) in [cut.scores[place], portions[place], cut.values[place]].enumerated() {
        let role: Role = value.isFinite ? row == 2 ? self.role : .bright : .error
        pen.write(
          appearance.number(value), endingAt: end, y: y + 1 + row, appearance.style(role),
          on: &buffer)
      }
    }
    let behind = layout.barX + count * width
    guard count == cut.scores.count, pen.width - behind >= 5 else { return }
    let end = min(behind + 8, pen.width)
    let whole = [(2, portions.reduce(0, +)), (3, cut.values.reduce(0, +))]
    pen.write("sum", endingAt: end, y: y, appearance.style(.dim), on: &buffer)
    for (row, sum) in whole {
      pen.write(
        appearance.number(sum), endingAt: end, y: y + row,
        appearance.style(sum.isFinite ? .faint : .error), on: &buffer)
    }
  }
}
