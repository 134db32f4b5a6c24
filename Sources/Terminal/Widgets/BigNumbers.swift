import Text

/// Single numbers drawn large, each under its name; where there is no room for that, in a line each.
package struct BigNumbers: Widget, Equatable, Sendable {
  /// A number and its name.
  package struct Item: Equatable, Sendable {
    package var name: Line
    /// Nothing while the number is veiled.
    package var value: Float?
    package var change: Float?
    package var role: Role

    package init(_ name: Line, value: Float?, change: Float? = nil, role: Role = .bright) {
      self.name = name
      self.value = value
      self.change = change
      self.role = role
    }
  }

  package var title: Line
  package var captions: [Line]
  package var items: [Item]
  /// Whether the numbers count things and need no decimals.
  package var areCounts = false
  /// The number under the hand.
  package var cursor: Int?

  package init(title: Line = [], captions: [Line] = [], items: [Item], cursor: Int? = nil) {
    self.title = title
    self.captions = captions
    self.items = items
    self.cursor = cursor
  }

  private static let gap = 4

  package func size(fitting: Size, appearance: Appearance) -> Size {
    let layout = layout(in: fitting, appearance)
    let titleWidth = PanelTitle(title: title, captions: captions).width
    return Size(
      width: min(fitting.width, max(layout.width, titleWidth)),
      height: min(fitting.height, layout.top + layout.height))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    let pen = Pen(rect, appearance)
    let layout = layout(in: rect.size, appearance)
    if layout.top > 0 {
      PanelTitle(title: title, captions: captions).draw(pen, on: &buffer)
    }
    for (index, place) in layout.places.enumerated() {
      if layout.isLarge {
        drawLarge(index, at: place, pen, on: &buffer)
      } else {
        drawLine(index, at: place, layout.nameWidth, pen, on: &buffer)
      }
    }
  }

  /// The number at a place.
  package func hit(_ point: Point, in rect: Rect, appearance: Appearance) -> Int? {
    let layout = layout(in: rect.size, appearance)
    return layout.places.indices.last { index in
      let place = layout.places[index]
      return point.x - rect.x >= place.x && point.y - rect.y >= place.y
    }
  }

  /// Where the number under the hand begins.
  package func cursorPlace(in rect: Rect, appearance: Appearance) -> Point? {
    let layout = layout(in: rect.size, appearance)
    guard let cursor, layout.places.indices.contains(cursor) else { return nil }
    let place = layout.places[cursor]
    return rect.origin.moved(dx: place.x, dy: place.y + (layout.isLarge ? 1 : 0))
  }
}

extension BigNumbers {
  private struct Layout {
    var top = 0
    var isLarge = true
    var places: [Point] = []
    var nameWidth = 0
    var width = 0
    var height = 0
  }

  private func layout(in size: Size, _ appearance: Appearance) -> Layout {
    let top = !title.isEmpty && size.height > items.count ? 1 : 0
    if let large = largeLayout(size, top, appearance) { return large }
    var layout = Layout(top: top, isLarge: false)
    layout.nameWidth = items.map(\.name.width).max() ?? 0
    layout.places = items.indices.map { Point(x: 0, y: top + $0) }
    layout.height = items.count
    let numbers = items.map { TextWidth.width(of: text($0, appearance)) }.max() ?? 0
    layout.width = layout.nameWidth + 2 + numbers + 1 + ChangeMark.usualWidth
    return layout
  }

  /// Side by side where that has room, else below each other; nil where neither has.
  private func largeLayout(_ size: Size, _ top: Int, _ appearance: Appearance) -> Layout? {
    let widths = items.map { width(of: $0, appearance) }
    let height = 1 + DigitFont(appearance.symbols).height
    let free = size.height - top
    let row = widths.reduce(0, +) + Self.gap * max(0, items.count - 1)
    if row <= size.width, height <= free {
      var x = 0
      let places = widths.map { width in
        defer { x += width + Self.gap }
        return Point(x: x, y: top)
      }
      return Layout(top: top, places: places, width: row, height: height)
    }
    let column = items.count * (height + 1) - 1
    guard let widest = widths.max(), widest <= size.width, column <= free else { return nil }
    let places = items.indices.map { Point(x: 0, y: top + $0 * (height + 1)) }
    return Layout(top: top, places: places, width: widest, height: column)
  }

  private func width(of item: Item, _ appearance: Appearance) -> Int {
    let digits = DigitFont(appearance.symbols).width(of: text(item, appearance))
    // As wide as a number with a minus and two decimals, so that nothing moves when one comes.
    let room = max(digits, DigitFont(appearance.symbols).width(of: "−0.00"))
    return max(item.name.width, room + 1 + ChangeMark.usualWidth)
  }

  private func text(_ item: Item, _ appearance: Appearance) -> String {
    item.value.map { appearance.text(of: $0, isCount: areCounts) } ?? appearance.symbols.veil
  }

  private func drawLarge(_ index: Int, at place: Point, _ pen: Pen, on buffer: inout Buffer) {
    let item = items[index]
    let font = DigitFont(pen.appearance.symbols)
    pen.write(name(index), x: place.x, y: place.y, on: &buffer)
    let style = pen.appearance.style(index == cursor ? .hand : item.role).with(bold: true)
    let text = text(item, pen.appearance)
    guard font.canDraw(text) else {
      pen.write(text, x: place.x, y: place.y + 1, style, on: &buffer)
      return
    }
    for (row, line) in font.rows(of: text).enumerated() {
      pen.write(line, x: place.x, y: place.y + 1 + row, style, on: &buffer)
    }
    guard let change = change(of: item, pen.appearance) else { return }
    let x = place.x + font.width(of: text) + 1
    pen.write(change.text, x: x, y: place.y + font.height, change.style, on: &buffer)
  }

  private func drawLine(
    _ index: Int, at place: Point, _ nameWidth: Int, _ pen: Pen, on buffer: inout Buffer
  ) {
    let item = items[index]
    let number = text(item, pen.appearance)
    let width = TextWidth.width(of: number)
    // The name gives way before the number does.
    let room = max(0, min(nameWidth, pen.width - width - 2))
    pen.write(pen.truncated(name(index), to: room), x: place.x, y: place.y, on: &buffer)
    let style = pen.appearance.style(index == cursor ? .held : item.role).with(bold: true)
    guard width <= pen.width else {
      pen.write(pen.appearance.symbols.ellipsis, x: place.x, y: place.y, style, on: &buffer)
      return
    }
    let x = room == 0 ? 0 : room + 2
    let end = pen.write(number, x: x, y: place.y, style, on: &buffer)
    guard let change = change(of: item, pen.appearance),
      end + 1 + TextWidth.width(of: change.text) <= pen.width
    else { return }
    pen.write(change.text, x: end + 1, y: place.y, change.style, on: &buffer)
  }

  private func change(of item: Item, _ appearance: Appearance) -> ChangeMark? {
    ChangeMark(item.change, isCount: areCounts, appearance: appearance)
  }

  private func name(_ index: Int) -> Line {
    index == cursor ? items[index].name.emphasized : items[index].name
  }
}

/// Digits three dots wide and five high: two dots to a cell where there are half blocks, else one.
struct DigitFont {
  private let symbols: Symbols

  init(_ symbols: Symbols) { self.symbols = symbols }

  var height: Int { symbols.isASCII ? 5 : 3 }

  /// Whether every sign of a number is in the font.
  func canDraw(_ text: String) -> Bool { text.allSatisfy { Self.shapes[$0] != nil } }

  func width(of text: String) -> Int {
    canDraw(text)
      ? text.reduce(-1) { $0 + 1 + (Self.shapes[$1]?.first?.count ?? 0) }
      : TextWidth.width(of: text)
  }

  func rows(of text: String) -> [String] {
    let dots = (0..<5).map { row in
      text.compactMap { Self.shapes[$0]?[row] }.joined(separator: " ")
    }
    guard !symbols.isASCII else { return dots }
    let blank = String(repeating: " ", count: dots[0].count)
    let padded = dots + [blank]
    return (0..<3).map { row in
      String(zip(padded[2 * row], padded[2 * row + 1]).map(Self.halves))
    }
  }

  private static func halves(_ upper: Character, _ lower: Character) -> Character {
    switch (upper != " ", lower != " ") {
    case (true, true): "█"
    case (true, false): "▀"
    case (false, true): "▄"
    case (false, false): " "
    }
  }

  private static let shapes: [Character: [String]] = [
    "0": ["###", "# #", "# #", "# #", "###"],
    "1": [" # ", "## ", " # ", " # ", "###"],
    "2": ["###", "  #", "###", "#  ", "###"],
    "3": ["###", "  #", "###", "  #", "###"],
    "4": ["# #", "# #", "###", "  #", "  #"],
    "5": ["###", "#  ", "###", "  #", "###"],
    "6": ["###", "#  ", "###", "# #", "###"],
    "7": ["###", "  #", "  #", "  #", "  #"],
    "8": ["###", "# #", "###", "# #", "###"],
    "9": ["###", "# #", "###", "  #", "###"],
    "e": ["   ", "###", "###", "#  ", "###"],
    ".": [" ", " ", " ", " ", "#"],
    "−": ["   ", "   ", "###", "   ", "   "],
    "-": ["   ", "   ", "###", "   ", "   "],
    " ": ["  ", "  ", "  ", "  ", "  "],
  ]
}
