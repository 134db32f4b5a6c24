import Text

/// A list to choose from: the course map, the palette, what a search found.
package struct MenuList: Widget, Equatable, Sendable {
  /// A titled group of items.
  package struct Section: Equatable, Sendable {
    package var title: Line
    package var items: [Item]

    package init(title: Line = [], items: [Item] = []) {
      self.title = title
      self.items = items
    }
  }

  /// One choice.
  package struct Item: Equatable, Sendable {
    package var mark: Span?
    package var number: String
    package var text: Line
    /// Stands at the right end.
    package var detail: Line
    /// Stands in a row of its own below the text.
    package var note: Line

    package init(
      mark: Span? = nil, number: String = "", text: Line = [], detail: Line = [], note: Line = []
    ) {
      self.mark = mark
      self.number = number
      self.text = text
      self.detail = detail
      self.note = note
    }
  }

  /// What the selected item stands on and what stands on it, drawn as wires before the items.
  package struct Links: Equatable, Sendable {
    /// Items above that it needs, counted through all sections.
    package var needs: [Int]
    /// Items below that need it.
    package var opens: [Int]

    package init(needs: [Int], opens: [Int]) {
      self.needs = needs
      self.opens = opens
    }
  }

  package var sections: [Section]
  /// Counts items through all sections.
  package var selected: Int?
  /// Draws branches from a section to its items.
  package var hasBranches: Bool
  /// Wires take the place of branches.
  package var links: Links?
  /// Whether the keys act on it; the selection of another list stands back.
  package var isInHand: Bool

  package init(
    sections: [Section] = [], selected: Int? = nil, hasBranches: Bool = false, links: Links? = nil,
    isInHand: Bool = true
  ) {
    self.links = links
    self.sections = sections
    self.selected = selected
    self.hasBranches = hasBranches
    self.isInHand = isInHand
  }

  package var count: Int { sections.reduce(0) { $0 + $1.items.count } }

  package func size(fitting: Size, appearance: Appearance) -> Size {
    Size(width: fitting.width, height: min(fitting.height, rows.count))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    let pen = Pen(rect, appearance)
    for (y, row) in shownRows(rect.height).enumerated() {
      draw(row, y: y, pen, on: &buffer)
    }
    drawLinks(pen, on: &buffer)
    drawMore(pen, on: &buffer)
  }

  /// The item at a place.
  package func hit(_ point: Point, in rect: Rect) -> Int? {
    guard rect.contains(point) else { return nil }
    let shown = shownRows(rect.height)
    let y = point.y - rect.y
    guard shown.indices.contains(y) else { return nil }
    return switch shown[y] {
    case .item(let index, _, _), .note(let index, _): index
    case .air, .title: nil
    }
  }

  /// Where the selected item begins, for the terminal's cursor.
  package func cursor(in rect: Rect) -> Point? {
    let y = shownRows(rect.height).firstIndex { row in
      if case .item(let index, _, _) = row { index == selected } else { false }
    }
    return y.map { Point(x: rect.x + min(textX, max(0, rect.width - 1)), y: rect.y + $0) }
  }
}

extension MenuList {
  private enum Row {
    case air
    case title(Line)
    case item(Int, Item, isLast: Bool)
    case note(Int, Line)
  }

  private var rows: [Row] {
    var rows: [Row] = []
    var index = 0
    for section in sections {
      if !rows.isEmpty { rows.append(.air) }
      if !section.title.isEmpty { rows.append(.title(section.title)) }
      for (place, item) in section.items.enumerated() {
        rows.append(.item(index, item, isLast: place == section.items.count - 1))
        if !item.note.isEmpty { rows.append(.note(index, item.note)) }
        index += 1
      }
    }
    return rows
  }

  private func shownRows(_ height: Int) -> [Row] {
    Array(rows[range(height)])
  }

  // A third of the page stays ahead of the selection, and the title above the first item is seen.
  private func range(_ height: Int) -> Range<Int> {
    let rows = rows
    let selectedRow = rows.firstIndex { row in
      if case .item(let index, _, _) = row { index == selected } else { false }
    }
    // The row below the selected item may be its note.
    let ahead = selectedRow.map { min($0 + max(height / 3, min(height - 1, 1)), rows.count - 1) }
    let window = window(of: min(height, rows.count), in: rows.count, from: 0, showing: ahead)
    return window
  }
}

extension MenuList {
  private var items: [Item] { sections.flatMap(\.items) }
  private var branchWidth: Int { links != nil ? 5 : hasBranches ? 2 : 0 }
  private var markWidth: Int {
    let widest = items.compactMap { $0.mark.map { TextWidth.width(of: $0.text) } }.max() ?? 0
    return widest > 0 ? widest + 1 : 0
  }
  private var numberWidth: Int {
    let widest = items.map { TextWidth.width(of: $0.number) }.max() ?? 0
    return widest > 0 ? widest + 1 : 0
  }
  private var textX: Int { branchWidth + markWidth + numberWidth }

  private func draw(_ row: Row, y: Int, _ pen: Pen, on buffer: inout Buffer) {
    switch row {
    case .air: break
    case .title(let title):
      // Wires run before the titles too.
      let x = links == nil ? 0 : branchWidth
      pen.write(pen.truncated(title, to: pen.width - x), x: x, y: y, on: &buffer)
    case .item(let index, let item, let isLast):
      drawStub(item, isLast: isLast, y: y, pen, on: &buffer)
      drawText(item, isSelected: index == selected, y: y, pen, on: &buffer)
    case .note(_, let note):
      let x = textX + 2
      pen.write(pen.truncated(note, to: pen.width - x), x: x, y: y, on: &buffer)
    }
  }

  private func drawStub(
    _ item: Item, isLast: Bool, y: Int, _ pen: Pen, on buffer: inout Buffer
  ) {
    if hasBranches, links == nil {
      let branch = isLast ? pen.appearance.symbols.lastBranch : pen.appearance.symbols.branch
      pen.write(branch, x: 0, y: y, pen.appearance.style(.faint), on: &buffer)
    }
    if let mark = item.mark { pen.write([mark], x: branchWidth, y: y, on: &buffer) }
    pen.write(item.number, endingAt: textX - 1, y: y, pen.appearance.style(.dim), on: &buffer)
  }

  private func drawText(
    _ item: Item, isSelected: Bool, y: Int, _ pen: Pen, on buffer: inout Buffer
  ) {
    let detail = detail(of: item, pen)
    let detailWidth = detail.isEmpty ? 0 : detail.width + 2
    let text = pen.truncated(item.text, to: pen.width - textX - detailWidth)
    if isSelected {
      let role: Role = isInHand ? .selected : .bright
      pen.write(text.text, x: textX, y: y, pen.appearance.style(role), on: &buffer)
    } else {
      pen.write(text, x: textX, y: y, on: &buffer)
    }
    pen.write(detail, x: pen.width - detail.width, y: y, on: &buffer)
  }

  // What the text leaves, and a third of the row where it leaves less.
  private func detail(of item: Item, _ pen: Pen) -> Line {
    let row = pen.width - textX
    let room = max(row - item.text.width - 2, row / 3)
    return room < 4 ? [] : pen.truncated(item.detail, to: room)
  }

  /// One wire leads from what is needed to the selected item, another on to what needs it.
  private func drawLinks(_ pen: Pen, on buffer: inout Buffer) {
    guard let links, let selected else { return }
    let rows = rows
    let shown = range(pen.height)
    let places = rows.indices.reduce(into: [Int: Int]()) { places, row in
      if case .item(let index, _, _) = rows[row] { places[index] = row }
    }
    guard let here = places[selected] else { return }
    let needs = Set(links.needs.compactMap { places[$0] }.filter { $0 < here })
    let opens = Set(links.opens.compactMap { places[$0] }.filter { $0 > here })
    let first = needs.min() ?? here
    let last = opens.max() ?? here
    for row in shown where (first...last).contains(row) && first < last {
      let cells =
        row < here
        ? incoming(row, needs, first)
        : row > here ? outgoing(row, opens, last) : middle(needs, opens)
      let symbols = pen.appearance.symbols
      let isEnd = row == here && !needs.isEmpty || opens.contains(row)
      let head = isEnd ? symbols.pointer : needs.contains(row) ? symbols.rule : " "
      let isLinked = row == here || opens.contains(row) || needs.contains(row)
      pen.write(
        cells.map { symbols.wires[$0] }.joined() + head, x: 0, y: row - shown.lowerBound,
        pen.appearance.style(isLinked ? .hand : .dim), on: &buffer)
    }
  }

  /// Wires of the rows above the selected one, by the sides to which each cell goes on.
  private func incoming(_ row: Int, _ needs: Set<Int>, _ first: Int) -> [Int] {
    guard needs.contains(row) else { return [5, 0, 0] }
    return [row == first ? 6 : 7, 10, 10]
  }

  private func middle(_ needs: Set<Int>, _ opens: Set<Int>) -> [Int] {
    let isNeedy = !needs.isEmpty
    return [isNeedy ? 3 : 0, isNeedy ? 10 : 0, opens.isEmpty ? 10 : isNeedy ? 14 : 6]
  }

  private func outgoing(_ row: Int, _ opens: Set<Int>, _ last: Int) -> [Int] {
    guard opens.contains(row) else { return [0, 0, 5] }
    return [0, 0, row == last ? 3 : 7]
  }

  /// The marks stand before the items; a title begins there and has them at its end.
  private func drawMore(_ pen: Pen, on buffer: inout Buffer) {
    guard textX > 0, pen.height > 1 else { return }
    let range = range(pen.height)
    let marks = MoreMarks(range, of: rows.count)
    let symbols = pen.appearance.symbols
    let style = pen.appearance.style(.dim)
    if marks.isMoreAbove {
      pen.write(symbols.moreAbove, x: markX(range.lowerBound, pen), y: 0, style, on: &buffer)
    }
    if marks.isMoreBelow {
      let y = pen.height - 1
      pen.write(symbols.moreBelow, x: markX(range.upperBound - 1, pen), y: y, style, on: &buffer)
    }
  }

  private func markX(_ row: Int, _ pen: Pen) -> Int {
    if case .title = rows[row] { pen.width - 1 } else { 0 }
  }
}
