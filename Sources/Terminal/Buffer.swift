import Text

/// A screen's worth of cells to draw on.
///
/// Whatever is written, each wide glyph keeps both its halves, and nothing leaves the clip.
package struct Buffer: Equatable, Sendable {
  package let size: Size

  /// What may be drawn on.
  package private(set) var clip: Rect

  private(set) var cells: ContiguousArray<Cell>

  /// A buffer of blanks in one style.
  package init(size: Size, fill: Style = .plain) {
    self.size = Size(width: max(0, size.width), height: max(0, size.height))
    clip = Rect(self.size)
    cells = ContiguousArray(
      repeating: .blank(fill), count: self.size.width * self.size.height)
  }

  /// The cell at a place that is on the buffer.
  package subscript(x: Int, y: Int) -> Cell {
    cells[index(x, y)]
  }

  /// The cells of a row, from the left.
  package func row(_ y: Int) -> ArraySlice<Cell> {
    precondition(y >= 0 && y < size.height, "row \(y) is not on a buffer of \(size.height) rows")
    return ArraySlice(cells[(y * size.width)..<((y + 1) * size.width)])
  }

  /// The columns of a row from the first to the last that differ on another buffer of the same size;
  /// whole glyphs, and empty where the rows are the same.
  package func changedColumns(inRow y: Int, since other: Buffer) -> Range<Int> {
    precondition(size == other.size, "only buffers of one size can be compared")
    let start = y * size.width
    return cells.withUnsafeBufferPointer { new in
      other.cells.withUnsafeBufferPointer { old in
        var (first, end) = (start, start + size.width)
        while first < end, new[first] == old[first] { first += 1 }
        while first < end, new[end - 1] == old[end - 1] { end -= 1 }
        guard first < end else { return 0..<0 }
        while first > start, new[first].isRightHalf || old[first].isRightHalf { first -= 1 }
        let rowEnd = start + size.width
        while end < rowEnd, new[end].isRightHalf || old[end].isRightHalf { end += 1 }
        return first - start..<end - start
      }
    }
  }

  /// Takes a block over from the same place of another buffer of the same size.
  package mutating func copy(_ rect: Rect, from other: Buffer) {
    precondition(size == other.size, "only buffers of one size have the same places")
    let block = rect.intersection(clip)
    guard !block.isEmpty else { return }
    for y in block.y..<block.bottom {
      mendEdges(from: block.x, to: block.right, row: y)
      let places = index(block.x, y)..<index(block.x, y) + block.width
      cells.replaceSubrange(places, with: other.cells[places])
    }
  }

  /// Draws with the clip narrowed to a block, so that nothing beside it changes.
  package mutating func clipped(to rect: Rect, draw: (inout Buffer) -> Void) {
    let outer = clip
    clip = clip.intersection(rect)
    draw(&self)
    clip = outer
  }

  /// Blanks a block.
  package mutating func fill(_ rect: Rect, _ style: Style) {
    fill(rect, with: " ", style)
  }

  /// Fills a block with one narrow glyph, such as a rule or a bar.
  package mutating func fill(_ rect: Rect, with glyph: String, _ style: Style) {
    let cell = Cell(
      GlyphScalars(TextWidth.width(of: glyph) == 1 ? glyph : " "), style: style)
    let block = rect.intersection(clip)
    guard !block.isEmpty else { return }
    for y in block.y..<block.bottom {
      mendEdges(from: block.x, to: block.right, row: y)
      for x in block.x..<block.right { cells[y * size.width + x] = cell }
    }
  }

  /// Changes the style of every cell of a block and leaves the text; a wide glyph of which the
  /// block has only a half keeps its style.
  package mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let block = rect.intersection(clip)
    guard !block.isEmpty else { return }
    for y in block.y..<block.bottom {
      for x in block.x..<block.right {
        let place = y * size.width + x
        cells[place].style = change(cells[place].style)
      }
    }
  }

  func index(_ x: Int, _ y: Int) -> Int {
    precondition(
      x >= 0 && y >= 0 && x < size.width && y < size.height,
      "(\(x), \(y)) is not on a buffer of \(size.width)×\(size.height)")
    return y * size.width + x
  }

  /// Blanks the halves that would be left over if the columns from `start` to `end` changed.
  mutating func mendEdges(from start: Int, to end: Int, row y: Int) {
    let row = y * size.width
    if start < size.width, cells[row + start].isRightHalf { blankGlyph(at: row + start - 1) }
    if end < size.width, cells[row + end].isRightHalf { blankGlyph(at: row + end) }
  }

  private mutating func blankGlyph(at place: Int) {
    cells[place].glyph = GlyphScalars(" ")
  }

  mutating func set(_ cell: Cell, at place: Int) {
    cells[place] = cell
  }

  /// Replaces the text of every cell, halves of wide glyphs included, by a narrow glyph.
  mutating func replaceGlyphs(_ replacement: (String) -> Unicode.Scalar) {
    for place in cells.indices {
      cells[place].glyph = GlyphScalars(replacement(cells[place].text))
    }
  }
}
