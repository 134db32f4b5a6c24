import Text

/// Attention as lines: queries at the left, keys at the right, every weight a line between them
/// that is the thicker and brighter the larger it is.
///
/// The query that is current is loudest; its shares stand in digits at the keys.
package struct FlowView: Widget, Equatable, Sendable {
  package var title: Line
  package var captions: [Line]
  /// What stands over the queries and over the keys.
  package var queryTitle: Line
  package var keyTitle: Line
  package var queryLabels: AxisLabels
  package var keyLabels: AxisLabels
  /// One row a query, one column a key.
  package var weights: TableValues
  package var role: Role
  /// The weight of the thickest line; nothing means the largest there is.
  package var limit: Float?
  /// The query that is current; without one all are equally loud.
  package var focusedQuery: Int?
  /// The weight under the hand.
  package var cursor: CellPosition?
  /// What the last key changed in the row of the focused query; room is kept where it is given.
  package var changes: [Float]
  package var showsSum: Bool
  /// Whether it takes the room on offer, as where it stands alone.
  package var fillsPage = false

  package init(
    title: Line = [], captions: [Line] = [], queryTitle: Line = [], keyTitle: Line = [],
    queryLabels: AxisLabels = [], keyLabels: AxisLabels = [],
    weights: TableValues = TableValues([]), role: Role = .output, limit: Float? = nil,
    focusedQuery: Int? = nil, cursor: CellPosition? = nil, changes: [Float] = [],
    showsSum: Bool = false
  ) {
    self.title = title
    self.captions = captions
    self.queryTitle = queryTitle
    self.keyTitle = keyTitle
    self.queryLabels = queryLabels
    self.keyLabels = keyLabels
    self.weights = weights
    self.role = role
    self.limit = limit
    self.focusedQuery = focusedQuery
    self.cursor = cursor
    self.changes = changes
    self.showsSum = showsSum
  }

  package func size(fitting: Size, appearance: Appearance) -> Size {
    let needs = needs
    let titleWidth = PanelTitle(title: title, captions: captions).width
    let airy = (max(weights.rowCount, weights.columnCount) - 1) * needs.widestStep + 1
    let frame = (needs.hasTitle ? 1 : 0) + (needs.hasHeader ? 1 : 0) + (needs.hasSum ? 1 : 0)
    return Size(
      width: min(fitting.width, max(FlowLayout.width(needs, lines: wishedLines), titleWidth)),
      height: min(fitting.height, max(0, airy) + frame))
  }

  private var wishedLines: Int { fillsPage ? 100 : 34 }

  /// The least height at which no token is hidden, or at which a long text can be scrolled.
  package var leastHeight: Int {
    let tokens = max(weights.rowCount, weights.columnCount)
    let lines = tokens > Self.mostTokens ? 10 : tokens
    return lines + (title.isEmpty ? 0 : 1) + (showsSum ? 1 : 0)
  }

  /// More than any page has rows for.
  private static let mostTokens = 36

  /// Whether the labels are whole and the lines long enough to be followed.
  package func isLegible(in size: Size) -> Bool {
    let layout = FlowLayout(needs, in: size)
    return layout.queryWidth == needs.queryLabelWidth && layout.keyWidth == needs.keyLabelWidth
      && layout.lines.width >= 2 * FlowLayout.leastLines
  }

  /// Whether the labels are whole and there are lines at all, as where many flows stand together.
  func canBeFollowed(in size: Size) -> Bool {
    let layout = FlowLayout(needs, in: size)
    return layout.queryWidth == needs.queryLabelWidth && layout.keyWidth == needs.keyLabelWidth
      && layout.lines.width >= FlowLayout.leastLines
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    let pen = Pen(rect, appearance)
    let layout = FlowLayout(needs, in: rect.size)
    if layout.titleRow != nil {
      PanelTitle(title: title, captions: captions, notes: notes(layout, appearance.symbols)).draw(
        pen, on: &buffer)
    }
    drawHeader(layout, pen, on: &buffer)
    FlowLines(self, layout, appearance).draw(pen, on: &buffer)
    for query in layout.queries.shown { drawQuery(query, layout, pen, on: &buffer) }
    let strongest = strongestKey
    for key in layout.keys.shown { drawKey(key, strongest, layout, pen, on: &buffer) }
    drawSum(layout, pen, on: &buffer)
  }

  /// The weight that a place stands for: a query with the key in hand, or a key of that query.
  package func hit(_ point: Point, in rect: Rect) -> CellPosition? {
    guard rect.contains(point) else { return nil }
    let layout = FlowLayout(needs, in: rect.size)
    let (x, y) = (point.x - rect.x, point.y - rect.y)
    if x < layout.lines.x, let query = layout.queries.index(atRow: y) {
      return CellPosition(row: query, column: cursor?.column ?? 0)
    }
    if x >= layout.lines.right, let key = layout.keys.index(atRow: y) {
      return CellPosition(row: focusedQuery ?? 0, column: key)
    }
    return nil
  }

  /// Where the digits of the weight under the hand stand.
  package func place(of cell: CellPosition, in rect: Rect) -> Point? {
    let layout = FlowLayout(needs, in: rect.size)
    guard cell.row == focusedQuery, layout.keys.shown.contains(cell.column) else { return nil }
    return Point(x: rect.x + layout.digitEnd - 1, y: rect.y + layout.keys.y(of: cell.column))
  }
}

extension FlowView {
  private var needs: FlowLayout.Needs {
    var needs = FlowLayout.Needs()
    needs.queryCount = weights.rowCount
    needs.keyCount = weights.columnCount
    needs.followedQuery = focusedQuery
    needs.followedKey = cursor?.column ?? strongestKey
    needs.queryLabelWidth = max(
      queryTitle.width, queryLabels.width(around: needs.followedQuery ?? 0))
    needs.keyLabelWidth = max(keyTitle.width, keyLabels.width(around: needs.followedKey ?? 0))
    needs.hasTitle = !title.isEmpty
    needs.hasHeader = !queryTitle.isEmpty || !keyTitle.isEmpty
    needs.hasSum = showsSum
    needs.hasChanges = !changes.isEmpty
    if fillsPage { needs.widestStep = 10 }
    return needs
  }

  /// The key that the focused query looks at most.
  private var strongestKey: Int? {
    guard let focusedQuery else { return nil }
    let row = weights.row(focusedQuery)
    return row.indices.lazy.filter { !row[$0].isNaN }.max { row[$0] < row[$1] }
      .map { $0 - row.startIndex }
  }

  private func notes(_ layout: FlowLayout, _ symbols: Symbols) -> [String] {
    RangeNote.forms([
      RangeNote("queries", layout.queries.shown, of: weights.rowCount, symbols),
      RangeNote("keys", layout.keys.shown, of: weights.columnCount, symbols),
    ])
  }

  private func drawHeader(_ layout: FlowLayout, _ pen: Pen, on buffer: inout Buffer) {
    guard let y = layout.headerRow else { return }
    let query = pen.truncated(queryTitle, to: layout.queryWidth)
    pen.write(query, x: FlowLayout.marker + layout.queryWidth - query.width, y: y, on: &buffer)
    let key = pen.truncated(keyTitle, to: max(0, pen.width - layout.keyX))
    pen.write(key, x: layout.keyX, y: y, on: &buffer)
  }

  private func drawQuery(
    _ query: Int, _ layout: FlowLayout, _ pen: Pen, on buffer: inout Buffer
  ) {
    let isFocused = query == focusedQuery
    let style = pen.appearance.style(isFocused ? .bright : .dim).with(bold: isFocused)
    let y = layout.queries.y(of: query)
    guard queryLabels.indices.contains(query) else { return }
    let label = pen.truncated(queryLabels[query], to: layout.queryWidth)
    let text = isFocused ? pen.appearance.symbols.pointer + label : label
    pen.write(text, endingAt: FlowLayout.marker + layout.queryWidth, y: y, style, on: &buffer)
  }

  private func drawKey(
    _ key: Int, _ strongest: Int?, _ layout: FlowLayout, _ pen: Pen, on buffer: inout Buffer
  ) {
    let y = layout.keys.y(of: key)
    let isLoud = focusedQuery != nil && (key == strongest || key == cursor?.column)
    let style = pen.appearance.style(isLoud ? .bright : .dim).with(bold: isLoud)
    if keyLabels.indices.contains(key) {
      let label = pen.truncated(keyLabels[key], to: layout.keyWidth)
      pen.write(label, x: layout.keyX, y: y, style, on: &buffer)
    }
    guard let focusedQuery else { return }
    drawDigits(
      of: CellPosition(row: focusedQuery, column: key), isStrongest: key == strongest, y: y, layout,
      pen, on: &buffer)
    drawChange(ofKey: key, y: y, layout, pen, on: &buffer)
  }

  private func drawDigits(
    of cell: CellPosition, isStrongest: Bool, y: Int, _ layout: FlowLayout, _ pen: Pen,
    on buffer: inout Buffer
  ) {
    let value = weights[cell.row, cell.column]
    let digits = value.map(pen.appearance.number) ?? pen.appearance.symbols.veil
    let style: Style
    if cell == cursor {
      style = pen.appearance.style(.held)
    } else if digits == pen.appearance.number(0) || value == -.infinity {
      style = pen.appearance.style(.faint)
    } else {
      style = pen.appearance.style(isStrongest ? .bright : .text).with(bold: isStrongest)
    }
    pen.write(digits, endingAt: layout.digitEnd, y: y, style, on: &buffer)
  }

  private func drawChange(
    ofKey key: Int, y: Int, _ layout: FlowLayout, _ pen: Pen, on buffer: inout Buffer
  ) {
    guard layout.changeWidth > 0, changes.indices.contains(key),
      let change = ChangeMark(changes[key], appearance: pen.appearance)
    else { return }
    pen.write(change.text, x: layout.changeX, y: y, change.style, on: &buffer)
  }

  private func drawSum(_ layout: FlowLayout, _ pen: Pen, on buffer: inout Buffer) {
    guard let y = layout.sumRow, let focusedQuery, !weights.isVeiled else { return }
    let sum = weights.row(focusedQuery).reduce(0, +)
    let style = pen.appearance.style(.faint)
    pen.write(pen.appearance.number(sum), endingAt: layout.digitEnd, y: y, style, on: &buffer)
    pen.write(pen.appearance.symbols.sigma, x: layout.keyX, y: y, style, on: &buffer)
  }
}
