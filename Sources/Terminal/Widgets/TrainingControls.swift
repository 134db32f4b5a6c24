import Text

/// A run that goes on by itself: the knobs that steer it, and the curve of what it brings down.
package struct TrainingControls: Widget, Equatable, Sendable {
  /// A knob in words; where it has a place on a track, that is between 0 and 1.
  package struct Knob: Equatable, Sendable {
    package var label: String
    package var text: String
    package var place: Double?

    package init(_ label: String, _ text: String, at place: Double? = nil) {
      self.label = label
      self.text = text
      self.place = place
    }
  }

  package var knobs: [Knob]
  /// The knob under the hand.
  package var focused: Int?
  package var curve: CurvePlot

  package init(knobs: [Knob], focused: Int? = nil, curve: CurvePlot) {
    self.knobs = knobs
    self.focused = focused
    self.curve = curve
  }

  package func size(fitting: Size, appearance: Appearance) -> Size {
    Size(width: fitting.width, height: min(fitting.height, knobs.count))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    let (left, right) = parts(of: rect)
    for (row, index) in shown(rect.height).enumerated() {
      let line = Rect(x: left.x, y: left.y + row, width: left.width, height: 1)
      draw(knobs[index], isFocused: index == focused, Pen(line, appearance), on: &buffer)
    }
    curve.draw(in: right, on: &buffer, appearance: appearance)
  }

  /// The knob at a place and, on its track, how far along that is.
  package func hit(_ point: Point, in rect: Rect) -> (knob: Int, place: Double?)? {
    let left = parts(of: rect).left
    let shown = shown(rect.height)
    guard left.contains(point), shown.indices.contains(shown.startIndex + point.y - left.y) else {
      return nil
    }
    let index = shown[shown.startIndex + point.y - left.y]
    let track = track(in: left.width)
    let x = point.x - left.x - track.lowerBound
    guard knobs[index].place != nil, track.count > 1, (0..<track.count).contains(x) else {
      return (index, nil)
    }
    return (index, Double(x) / Double(track.count - 1))
  }

  /// Where the line of the knob under the hand begins, for the terminal's cursor.
  package func cursor(in rect: Rect) -> Point? {
    guard let focused, let row = shown(rect.height).firstIndex(of: focused) else { return nil }
    return Point(x: rect.x + 2, y: rect.y + row)
  }
}

extension TrainingControls {
  private static let narrowestCurve = 20

  /// The knobs, and beside them the curve where there is room.
  private func parts(of rect: Rect) -> (left: Rect, right: Rect) {
    let width = rect.width * 2 / 5
    guard rect.height > 1, width >= Self.narrowestCurve else {
      return (rect, Rect(x: rect.right, y: rect.y, width: 0, height: 0))
    }
    let parts = rect.split(left: rect.width - width)
    return (parts.left, parts.rest.inset(dx: 1))
  }

  /// As many knobs as there are rows, the one under the hand among them.
  private func shown(_ height: Int) -> Range<Int> {
    let count = min(max(height, 0), knobs.count)
    let first = min(max((focused ?? 0) - count + 1, 0), knobs.count - count)
    return first..<first + count
  }

  private var labelWidth: Int { knobs.map { TextWidth.width(of: $0.label) }.max() ?? 0 }

  private var textWidth: Int {
    knobs.filter { $0.place != nil }.map { TextWidth.width(of: $0.text) }.max() ?? 0
  }

  /// The columns of the track of a line this wide; too few are none.
  private func track(in width: Int) -> Range<Int> {
    let start = 2 + labelWidth + 2
    let end = min(width - textWidth - 3, start + 40)
    return end - start >= 5 ? start..<end : start..<start
  }

  private func draw(_ knob: Knob, isFocused: Bool, _ pen: Pen, on buffer: inout Buffer) {
    let style = pen.appearance.style(isFocused ? .bright : .dim).with(bold: isFocused)
    if isFocused { pen.write(pen.appearance.symbols.pointer, x: 0, y: 0, style, on: &buffer) }
    pen.write(knob.label, x: 2, y: 0, style, on: &buffer)
    var x = 2 + labelWidth + 2
    if let place = knob.place {
      let track = track(in: pen.width)
      drawTrack(place, track, isFocused: isFocused, pen, on: &buffer)
      x = track.isEmpty ? x : track.upperBound + 2
    }
    let text = pen.appearance.style(isFocused ? .bright : .text)
    pen.write(pen.truncated(knob.text, to: pen.width - x), x: x, y: 0, text, on: &buffer)
  }

  private func drawTrack(
    _ place: Double, _ track: Range<Int>, isFocused: Bool, _ pen: Pen, on buffer: inout Buffer
  ) {
    guard !track.isEmpty else { return }
    let symbols = pen.appearance.symbols
    let knob = track.lowerBound + (min(max(place, 0), 1) * Double(track.count - 1)).cells
    let hand = pen.appearance.style(isFocused ? .hand : .text)
    for x in track {
      let isFilled = x < knob
      pen.write(
        isFilled ? symbols.filledTrack : symbols.track, x: x, y: 0,
        isFilled ? hand : pen.appearance.style(.faint), on: &buffer)
    }
    pen.write(symbols.knob, x: knob, y: 0, hand, on: &buffer)
  }
}
