import Text

/// How often values fall where, as columns between the smallest and the largest.
package struct Histogram: Widget, Equatable, Sendable {
  package var title: Line
  package var captions: [Line]
  /// The values themselves; those that are not finite or outside of the range are left out and
  /// counted in a note.
  package var values: [Float]
  /// The stretch of values to show; nothing means all.
  package var range: ClosedRange<Float>?
  package var role: Role
  /// Marks on the columns: where one spread around the mean ends, for instance.
  package var marks: [Float] = []
  /// How many values the highest column there is stands for; nothing means the most there are.
  var mostInColumn: Int?
  /// Whether the ends of the axis stand below the columns.
  var hasEnds = true
  /// Whether it takes all the room on offer, as where it stands alone.
  package var fillsPage = false

  package init(
    title: Line = [], captions: [Line] = [], values: [Float] = [],
    range: ClosedRange<Float>? = nil, role: Role = .output
  ) {
    self.title = title
    self.captions = captions
    self.values = values
    self.range = range
    self.role = role
  }

  package func size(fitting: Size, appearance: Appearance) -> Size {
    guard !fillsPage else { return fitting }
    let height = min(fitting.height, max(8, fitting.height / 2))
    return Size(width: min(fitting.width, 60), height: height)
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    var area = rect
    let summary = Summary(of: values)
    let range = range ?? summary.range
    if !title.isEmpty, rect.height > 2 {
      let notes = notes(summary, outside: range)
      PanelTitle(title: title, captions: captions, notes: notes).draw(
        Pen(rect, appearance), on: &buffer)
      area = area.split(top: 1).rest
    }
    if area.height > 1, hasEnds {
      let parts = area.split(bottom: 1)
      drawEnds(of: range, Pen(parts.bottom, appearance), on: &buffer)
      area = parts.rest
    }
    drawColumns(of: range, Pen(area, appearance), on: &buffer)
    drawMarks(on: range, Pen(area, appearance), on: &buffer)
  }

  /// The stretch that it shows.
  var shownRange: ClosedRange<Float> { range ?? Summary(of: values).range }

  /// How many values its highest column holds where so many columns share a stretch.
  func highest(columns: Int, in range: ClosedRange<Float>) -> Int {
    counts(columns, in: range).max() ?? 0
  }

  /// A thin line up at each mark, drawn into the columns so that none is hidden.
  private func drawMarks(on range: ClosedRange<Float>, _ pen: Pen, on buffer: inout Buffer) {
    let span = Double(range.upperBound) - Double(range.lowerBound)
    guard span > 0, pen.width > 0 else { return }
    let (symbols, style) = (pen.appearance.symbols, pen.appearance.style(.dim))
    for mark in marks where range.contains(mark) {
      let share = (Double(mark) - Double(range.lowerBound)) / span
      let x = min(pen.width - 1, (share * Double(pen.width)).cells)
      for y in 0..<pen.height {
        let place = Point(x: pen.rect.x + x, y: pen.rect.y + y)
        guard buffer.clip.contains(place) else { continue }
        let cell = buffer[place.x, place.y]
        let isFull = cell.text == symbols.columns[8]
        guard isFull || cell.text == " " else { continue }
        pen.write(
          symbols.verticalRule, x: x, y: y, isFull ? cell.style.with(reversed: true) : style,
          on: &buffer)
      }
    }
  }

  /// What is found by going through the values once.
  private struct Summary {
    var low = Float.infinity
    var high = -Float.infinity
    /// How many values are neither finite nor shown.
    var others = 0

    init(of values: [Float]) {
      for value in values {
        if value.isFinite {
          low = min(low, value)
          high = max(high, value)
        } else {
          others += 1
        }
      }
      if low > high { (low, high) = (0, 1) }
    }

    /// From the smallest to the largest value, or some way around the only one.
    var range: ClosedRange<Float> { low < high ? low...high : low - 0.5...high + 0.5 }
  }

  private func notes(_ summary: Summary, outside range: ClosedRange<Float>) -> [String] {
    let others = summary.others
    let isWhole = range.contains(summary.low) && range.contains(summary.high)
    let outside = isWhole ? 0 : values.count { $0.isFinite && !range.contains($0) }
    let notes = [
      others > 0 ? "\(others) not finite" : "", outside > 0 ? "\(outside) outside" : "",
    ].filter { !$0.isEmpty }
    return notes.isEmpty ? [] : [notes.joined(separator: ", ")]
  }

  // The last bin holds its upper end too.
  private func counts(_ bins: Int, in range: ClosedRange<Float>) -> [Int] {
    var counts = Array(repeating: 0, count: max(bins, 0))
    let low = Double(range.lowerBound)
    let span = Double(range.upperBound) - low
    guard bins > 0, span > 0 else { return counts }
    for value in values where range.contains(value) {
      let bin = Int((Double(value) - low) / span * Double(bins))
      counts[min(bins - 1, bin)] += 1
    }
    return counts
  }

  private func drawColumns(
    of range: ClosedRange<Float>, _ pen: Pen, on buffer: inout Buffer
  ) {
    let counts = counts(pen.width, in: range)
    let highest = max(counts.max() ?? 0, mostInColumn ?? 0)
    guard highest > 0, pen.height > 0 else { return }
    let style = pen.appearance.style(role)
    for (x, count) in counts.enumerated() where count > 0 {
      let eighths = max(1, count * pen.height * 8 / highest)
      for row in 0..<pen.height {
        let part = min(8, eighths - row * 8)
        guard part > 0 else { break }
        let glyph = pen.appearance.symbols.columns[part]
        pen.write(glyph, x: x, y: pen.height - 1 - row, style, on: &buffer)
      }
    }
  }

  func drawEnds(of range: ClosedRange<Float>, _ pen: Pen, on buffer: inout Buffer) {
    let style = pen.appearance.style(.dim)
    let low = pen.appearance.number(range.lowerBound)
    let high = pen.appearance.number(range.upperBound)
    guard TextWidth.width(of: low) + TextWidth.width(of: high) < pen.width else { return }
    pen.write(low, x: 0, y: 0, style, on: &buffer)
    pen.write(high, endingAt: pen.width, y: 0, style, on: &buffer)
  }
}
