import Text

/// The way of one token through attention as a diagram: boxes with their numbers, and wires between.
///
/// The boxes are, in this order: one or two sources, query, keys, values, scores, weights, output.
package struct PipelineDiagram: Widget, Equatable, Sendable {
  /// How a box shows its numbers.
  package enum Form: Equatable, Sendable {
    /// A name and a number each.
    case numbers
    /// Upright bars on one scale.
    case columns
    /// Warmth, a column for each row of the table.
    case heat
  }

  package struct Box: Equatable, Sendable {
    package var name: Span
    /// How it is made.
    package var formula: Line
    /// The token whose row it is; empty for a whole table.
    package var token: String
    /// What turns its source into it, beside its wire.
    package var wire: Line
    package var form: Form
    package var rowLabels: AxisLabels
    package var labels: AxisLabels
    package var values: TableValues

    package init(
      name: Span, formula: Line = [], token: String = "", wire: Line = [], form: Form,
      rowLabels: AxisLabels = [], labels: AxisLabels, values: TableValues
    ) {
      self.name = name
      self.formula = formula
      self.token = token
      self.wire = wire
      self.form = form
      self.rowLabels = rowLabels
      self.labels = labels
      self.values = values
    }
  }

  package var title: Line
  package var captions: [Line]
  package var boxes: [Box]
  /// The number in hand: its place in its box, and its box.
  package var cursor: CellPosition?

  package init(title: Line = [], captions: [Line] = [], boxes: [Box]) {
    self.title = title
    self.captions = captions
    self.boxes = boxes
  }

  var titleHeight: Int { title.isEmpty && captions.isEmpty ? 0 : 1 }

  package var leastHeight: Int { titleHeight + 8 }

  package var isVeiled: Bool { boxes.allSatisfy(\.values.isVeiled) }

  package func size(fitting: Size, appearance: Appearance) -> Size {
    Size(width: fitting.width, height: min(fitting.height, 90))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    guard !rect.isEmpty else { return }
    let pen = Pen(rect, appearance)
    let head = rect.height > leastHeight ? titleHeight : 0
    if head > 0 { PanelTitle(title: title, captions: captions).draw(pen, on: &buffer) }
    let layout = layout(rect, appearance)
    layout.drawWires(on: &buffer)
    for index in layout.places.indices { draw(index, layout, on: &buffer) }
  }

  func layout(_ rect: Rect, _ appearance: Appearance) -> PipelineLayout {
    let head = rect.height > leastHeight ? titleHeight : 0
    let body = Rect(
      x: rect.x, y: rect.y + head, width: rect.width, height: rect.height - head)
    return PipelineLayout(self, body, appearance)
  }

  /// The box at a place and the number in it.
  package func hit(_ point: Point, in rect: Rect, appearance: Appearance) -> CellPosition? {
    let layout = layout(rect, appearance)
    for (index, place) in layout.places.enumerated() where place.contains(point) {
      let content = content(of: index, layout)
      let cell = content.cells.first { $0.rect.contains(point) }?.cell
      let own = cursor?.column == index ? cursor?.row : nil
      return CellPosition(row: cell ?? own ?? 0, column: index)
    }
    return nil
  }

  /// Where the number in hand stands.
  package func cursorPlace(in rect: Rect, appearance: Appearance) -> Point? {
    guard let cursor else { return nil }
    let layout = layout(rect, appearance)
    guard layout.places.indices.contains(cursor.column) else { return nil }
    let place = layout.places[cursor.column]
    guard !place.isEmpty else { return nil }
    let cell = content(of: cursor.column, layout).cells.first { $0.cell == cursor.row }
    return cell?.rect.origin ?? place.origin
  }
}

extension PipelineDiagram {
  private func draw(_ index: Int, _ layout: PipelineLayout, on buffer: inout Buffer) {
    let place = layout.places[index]
    guard !place.isEmpty else { return }
    let box = boxes[index]
    let isHeld = cursor?.column == index
    let plate = layout.form == .list ? layout.appearance : layout.appearance.raised
    if layout.form != .list, plate.theme.isColored {
      buffer.fill(place, plate.style(.text))
    }
    let pen = Pen(place, plate)
    if isHeld {
      for y in 0..<place.height {
        pen.write(plate.symbols.thumb, x: 0, y: y, plate.style(.hand), on: &buffer)
      }
    }
    drawHead(of: box, isHeld: isHeld, layout, pen, on: &buffer)
    drawContent(of: index, content(of: index, layout), plate, on: &buffer)
  }

  /// The name, and as much of what it is as fits.
  private func drawHead(
    of box: Box, isHeld: Bool, _ layout: PipelineLayout, _ pen: Pen, on buffer: inout Buffer
  ) {
    var name = Line([box.name])
    if isHeld { name = name.emphasized }
    let end = pen.write(
      pen.truncated(name, to: max(layout.headWidth(pen.width) - 1, 1)), x: 1, y: 0, on: &buffer)
    guard layout.form != .list else { return }
    let token = box.token.isEmpty ? Line([]) : Line("\"\(box.token)\"", .bright)
    let gap: Line = token.isEmpty || box.formula.isEmpty ? [] : "  "
    let notes = [box.formula + gap + token, token, box.formula]
    guard let note = notes.first(where: { !$0.isEmpty && $0.width + 2 <= pen.width - end }) else {
      return
    }
    pen.write(note, x: pen.width - 1 - note.width, y: 0, on: &buffer)
  }
}

/// Where the numbers of a box stand.
struct PipelineContent {
  struct Cell {
    /// Its place among the numbers of the box.
    let cell: Int
    let rect: Rect
  }

  var cells: [Cell] = []
  /// The cells of the bars or of the warmth without the names; for numbers the whole room.
  var body: Rect
  /// The room for names at the left.
  var nameWidth = 0
  var hasLabels = false
  /// The room for the number that is told beside bars.
  var tail = 0
}

extension PipelineDiagram {
  /// The numbers of a box as far as they have a place.
  func content(of index: Int, _ layout: PipelineLayout) -> PipelineContent {
    let box = boxes[index]
    let room = layout.room(of: index)
    let held = cursor?.column == index ? cursor?.row ?? 0 : 0
    guard !room.isEmpty, !box.values.isVeiled else { return PipelineContent(body: room) }
    switch box.form {
    case .numbers: return numbers(box, room, held)
    case .columns: return columns(box, room, held, layout.tokenColumns)
    case .heat: return heat(of: index, room, held, layout)
    }
  }

  private func numbers(_ box: Box, _ room: Rect, _ held: Int) -> PipelineContent {
    var content = PipelineContent(body: room)
    let count = box.labels.count
    let names = min(box.labels.width(around: held), max(room.width - Self.numberWidth, 0))
    let width = names + Self.numberWidth + 1
    let perRow = max(min((room.width + 1) / max(width, 1), (count - 1) / room.height + 1), 1)
    let isNamed = names > 0 && (perRow * room.height >= count || room.height > 1 && perRow == 1)
    content.nameWidth = isNamed ? names : 0
    let columns = isNamed ? perRow : max(room.width / Self.numberWidth, 1)
    let cellWidth = isNamed ? width : Self.numberWidth
    let shown = window(of: min(columns * room.height, count), in: count, from: 0, showing: held)
    for (place, cell) in shown.enumerated() {
      let (row, column) = place.quotientAndRemainder(dividingBy: columns)
      let rect = Rect(
        x: room.x + column * cellWidth, y: room.y + row, width: cellWidth, height: 1)
      content.cells.append(PipelineContent.Cell(cell: cell, rect: rect.intersection(room)))
    }
    return content
  }

  /// The room for a number and the gap before it.
  static let numberWidth = 6

  /// The rows in which so many cells show all numbers of a box with their names.
  func rows(of box: Box, width: Int) -> Int {
    let cell = box.labels.width(around: 0) + Self.numberWidth + 1
    let perRow = max((width + 1) / cell, 1)
    return max((box.labels.count + perRow - 1) / perRow, 1)
  }

  private func columns(_ box: Box, _ room: Rect, _ held: Int, _ list: TokenColumns?)
    -> PipelineContent
  {
    let room = list.map { room.split(left: min($0.indent, room.width)).rest } ?? room
    var content = PipelineContent(body: room)
    content.hasLabels = room.height > 1
    let count = box.values.columnCount
    let isWide = list == nil && room.width >= count * 2 + 8
    content.tail = isWide ? 8 : room.width >= count + 6 ? PipelineLayout.listTail : 0
    let width = list?.width ?? max(1, min((room.width - content.tail) / max(count, 1), 9))
    let shown = window(
      of: min((room.width - content.tail) / width, count), in: count, from: 0, showing: held)
    content.body = Rect(
      x: room.x, y: room.y, width: shown.count * width,
      height: room.height - (content.hasLabels ? 1 : 0))
    for (place, cell) in shown.enumerated() {
      let rect = Rect(x: room.x + place * width, y: room.y, width: width, height: room.height)
      content.cells.append(PipelineContent.Cell(cell: cell, rect: rect))
    }
    return content
  }

  /// The rows that a box has a use for: its head and its numbers.
  func wantedHeight(of index: Int) -> Int {
    let box = boxes[index]
    return switch box.form {
    case .numbers: 1 + box.labels.count
    case .columns: .max
    case .heat: 2 + box.labels.count
    }
  }

  /// The room for a name beside squares, and the gap behind it, at most.
  private static let widestName = 12

  /// The width at which the names of a box are whole and its numbers have their room.
  func wantedWidth(of index: Int) -> Int {
    let box = boxes[index]
    let names = min(box.labels.width(around: 0), Self.widestName - 1)
    return names + (box.form == .heat ? 2 * box.values.rowCount + 3 : Self.numberWidth + 2)
  }

  /// Rows of the table are columns of the box.
  private func heat(of index: Int, _ room: Rect, _ held: Int, _ layout: PipelineLayout)
    -> PipelineContent
  {
    let box = boxes[index]
    var content = PipelineContent(body: room)
    let (tokens, traits) = (box.values.rowCount, box.values.columnCount)
    guard tokens > 0, traits > 0 else { return content }
    content.hasLabels = layout.hasLabels(index)
    let rows = min(room.height - (content.hasLabels ? 1 : 0), traits)
    // Squares give way to names, as far as one cell each.
    let wanted = min(box.labels.width(around: held % traits) + 1, Self.widestName)
    let rest = max(room.width - tokens, 0)
    content.nameWidth =
      layout.tokenColumns?.indent ?? (rest >= min(wanted, 4) ? min(wanted, rest) : 0)
    let width =
      layout.tokenColumns?.width
      ?? max(1, min((room.width - content.nameWidth) / tokens, 8))
    let across = window(
      of: min((room.width - content.nameWidth) / width, tokens), in: tokens, from: 0,
      showing: held / traits)
    let down = window(of: rows, in: traits, from: 0, showing: held % traits)
    content.body = Rect(
      x: room.x + content.nameWidth, y: room.y, width: across.count * width, height: rows)
    for (y, trait) in down.enumerated() {
      for (x, token) in across.enumerated() {
        let rect = Rect(
          x: content.body.x + x * width, y: room.y + y, width: width, height: 1)
        content.cells.append(PipelineContent.Cell(cell: token * traits + trait, rect: rect))
      }
    }
    return content
  }
}
