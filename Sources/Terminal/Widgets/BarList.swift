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
    /// The value before the last deliberate change, if it was another one.
    package var ghost: Float?
    /// Its own colour, where bars of several kinds stand together.
    package var role: Role?
    /// Which of the kinds it is of: where colours are few, each has a texture.
    package var kind = 0
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
  /// How many more bars there are before the first and in all, where the list is larger than any page.
  package var before = 0
  package var total: Int?
  package var role: Role
  /// So many bars in a row belong together: one for each kind.
  package var groupSize = 1
  /// Whether equal lengths are equal factors, from `lowerLimit` to `limit`; then both are above 0.
  package var isLogarithmic = false
  /// Whether the numbers count things and need no decimals.
  package var areCounts = false
  /// Whether a change may come at any time.
  package var keepsRoomForChanges = false
  /// The bar that is current; without one all bars are bright.
  package var emphasized: Int?
  /// The bar under the hand; its number is held, as a cell of a table is.
  package var cursor: Int?
  /// The bar that has to be in view where not all are; nothing means the current one.
  package var followed: Int?
  /// The value of a full bar; nothing means the largest there is.
  package var limit: Float?
  /// The cells of the longest bar, where one on the same scale beside it has no more room.
  package var mostBarCells: Int?
  /// The value of a full bar to the left; nothing means the lowest there is, or the limit.
  package var lowerLimit: Float?
  /// Whether values stand in a column before the bars, as operands do, instead of beside them.
  package var hasValuesFirst: Bool
  /// Whether labels end at the bars; otherwise they begin at the left edge.
  package var alignsLabelsRight: Bool
  /// The part of the height on offer that the list may take to have a row below each bar, for its
  /// change; 0 keeps the bars together.
  package var shareForAir = 0.0
  /// How many bars the longest list beside it has, with which it is compared: all are equally thick.
  package var countBeside = 0
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

  package func size(fitting: Size, appearance: Appearance) -> Size {
    let thickness = thickness(in: Int(Double(fitting.height) * shareForAir))
    let height = min(fitting.height, thickness > 0 ? airyHeight(thickness) : leastHeight)
    let layout = layout(Size(width: fitting.width, height: height), appearance)
    let notes = notes(layout, appearance.symbols)
    let titleWidth = PanelTitle(title: title, captions: captions, notes: notes).width
    let width = layout.barX + wantedBarWidth + layout.tailWidth
    return Size(width: min(fitting.width, max(titleWidth, width)), height: height)
  }

  /// The rows of the title and of all bars, one below the other.
  package var leastHeight: Int { count + titleHeight }

  /// How many bars there are, those that are not at hand included.
  var count: Int { total ?? bars.count }

  /// The rows of bars of so many rows each, with one below each bar, room for its change, or blank; below each
  /// group where there are some.
  func airyHeight(_ thickness: Int, count: Int? = nil) -> Int {
    let count = count ?? self.count
    guard groupSize == 1 else { return count * thickness + max(groupCount - 1, 0) + titleHeight }
    return max((thickness + 1) * count - (keepsRoomForChanges ? 0 : 1), 0) + titleHeight
  }

  /// The rows of each bar where so many are free; 0 where bars have no blank row below them.
  func thickness(in height: Int) -> Int {
    guard shareForAir > 0, airyHeight(1) <= height else { return 0 }
    let longest = max(count, countBeside)
    return (1...Self.mostRowsOfABar).last { airyHeight($0, count: longest) <= height } ?? 1
  }

  private static let mostRowsOfABar = 3

  var groupCount: Int { (count + groupSize - 1) / max(groupSize, 1) }

  var titleHeight: Int { title.isEmpty ? 0 : 1 }

  package func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    let pen = Pen(rect, appearance)
    let layout = layout(rect.size, appearance)
    if layout.top > 0 {
      PanelTitle(title: title, captions: captions, notes: notes(layout, appearance.symbols)).draw(
        pen, on: &buffer)
    }
    for index in layout.shown { draw(index, y: layout.y(of: index), layout, pen, on: &buffer) }
    drawZeroLine(layout, pen, on: &buffer)
  }

  /// The bar of a place, on its row or the blank one below it.
  package func hit(_ point: Point, in rect: Rect, appearance: Appearance) -> Int? {
    let layout = layout(rect.size, appearance)
    guard rect.contains(point), point.y >= rect.y + layout.top else { return nil }
    let y = point.y - rect.y
    return layout.shown.first { layout.y(of: $0)..<layout.y(of: $0) + layout.pitch ~= y }
  }

  /// Where the number under the hand begins.
  package func cursorPlace(in rect: Rect, appearance: Appearance) -> Point? {
    let layout = layout(rect.size, appearance)
    guard let cursor, layout.shown.contains(cursor) else { return nil }
    let x = hasValuesFirst ? layout.labelX : barEnd(cursor, layout) + 1
    return rect.origin.moved(dx: min(x, rect.width - 1), dy: layout.middle(of: cursor))
  }

  private func notes(_ layout: Layout, _ symbols: Symbols) -> [String] {
    // Numbers beside the bars begin with 0.
    let labels = bars.first?.label.text == String(before) ? ["0"] : []
    let size = max(groupSize, 1)
    let first = (before + layout.shown.lowerBound) / size
    let shown = first..<max(first, (before + layout.shown.upperBound + size - 1) / size)
    return RangeNote.forms([RangeNote("rows", shown, of: groupCount, labels: labels, symbols)])
  }
}

extension Line {
  /// The line as the row that is current shows it.
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
