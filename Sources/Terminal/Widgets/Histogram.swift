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

  package func size(fitting: Size, look: Look) -> Size {
    guard !fillsPage else { return fitting }
    let height = min(fitting.height, max(8, fitting.height / 2))
    return Size(width: min(fitting.width, 60), height: height)
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, look: Look) {
    var area = rect
    if !title.isEmpty, rect.height > 2 {
      PanelTitle(title: title, captions: captions, notes: notes).draw(Pen(rect, look), on: &buffer)
      area = area.split(top: 1).rest
    }
    if area.height > 1 {
      let parts = area.split(bottom: 1)
      drawEnds(Pen(parts.bottom, look), on: &buffer)
      area = parts.rest
    }
    drawColumns(Pen(area, look), on: &buffer)
  }

  private var finite: [Float] { values.filter(\.isFinite) }

  private var notes: [String] {
    let others = values.count - finite.count
    let outside = finite.count { !shownRange.contains($0) }
    let notes = [
      others > 0 ? "\(others) not finite" : "", outside > 0 ? "\(outside) outside" : "",
    ].filter { !$0.isEmpty }
    return notes.isEmpty ? [] : [notes.joined(separator: ", ")]
  }

  private var shownRange: ClosedRange<Float> {
    if let range { return range }
    let low = finite.min() ?? 0
    let high = finite.max() ?? 1
    return low < high ? low...high : low - 0.5...high + 0.5
  }

  // The last bin holds its upper end too.
  private func counts(_ bins: Int) -> [Int] {
    var counts = Array(repeating: 0, count: bins)
    let range = shownRange
    let low = Double(range.lowerBound)
    let span = Double(range.upperBound) - low
    guard bins > 0, span > 0 else { return counts }
    for value in finite where range.contains(value) {
      let bin = Int((Double(value) - low) / span * Double(bins))
      counts[min(bins - 1, bin)] += 1
    }
    return counts
  }

  private func drawColumns(_ pen: Pen, on buffer: inout Buffer) {
    let counts = counts(pen.width)
    let highest = counts.max() ?? 0
    guard highest > 0, pen.height > 0 else { return }
    let style = pen.look.style(role)
    for (x, count) in counts.enumerated() where count > 0 {
      let eighths = max(1, count * pen.height * 8 / highest)
      for row in 0..<pen.height {
        let part = min(8, eighths - row * 8)
        guard part > 0 else { break }
        let glyph = pen.look.symbols.columns[part]
        pen.write(glyph, x: x, y: pen.height - 1 - row, style, on: &buffer)
      }
    }
  }

  private func drawEnds(_ pen: Pen, on buffer: inout Buffer) {
    let style = pen.look.style(.dim)
    let range = shownRange
    let low = pen.look.number(range.lowerBound)
    let high = pen.look.number(range.upperBound)
    guard TextWidth.width(of: low) + TextWidth.width(of: high) < pen.width else { return }
    pen.write(low, x: 0, y: 0, style, on: &buffer)
    pen.write(high, endingAt: pen.width, y: 0, style, on: &buffer)
  }
}
