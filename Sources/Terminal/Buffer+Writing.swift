import Text

extension Buffer {
  /// Writes a text from a place to the right and tells how many cells it took.
  ///
  /// A glyph that does not fit whole into `limit`, or before the clip's right edge, is left out and
  /// so is all that follows. What stands left of the clip takes its cells but is not drawn.
  /// Control characters are dropped: a text can never drive a terminal.
  @discardableResult
  package mutating func write(
    _ text: String, at point: Point, style: Style, limit: Int? = nil
  ) -> Int {
    let end = min(clip.right, limit.map { point.x + $0 } ?? clip.right)
    guard end > point.x else { return 0 }
    let isShown = point.y >= clip.y && point.y < clip.bottom && end > clip.x
    var text = text
    let plain = text.withUTF8 { bytes -> Int? in
      guard bytes.allSatisfy(TextWidth.isPrintable) else { return nil }
      let count = min(bytes.count, end - point.x)
      if isShown { write(bytes[..<count], at: point, style: style) }
      return count
    }
    return plain ?? write(glyphsOf: text, at: point, end: end, isShown: isShown, style: style)
  }

  /// Writes a line of styled text and tells how many cells it took.
  @discardableResult
  package mutating func write(
    _ line: Line, at point: Point, appearance: Appearance, limit: Int? = nil
  ) -> Int {
    var used = 0
    for span in line.spans {
      let width = span.width
      let room = limit.map { $0 - used }
      let taken = write(
        span.text, at: point.moved(dx: used), style: span.style(appearance), limit: room)
      used += taken
      if taken < width { break }
    }
    return used
  }

  /// Puts one narrow glyph into one cell, if that may be drawn on.
  mutating func put(_ glyph: GlyphScalars, at point: Point, style: Style) {
    guard clip.contains(point) else { return }
    mendEdges(from: point.x, to: point.x + 1, row: point.y)
    set(Cell(glyph, style: style), at: index(point.x, point.y))
  }

  private mutating func write(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, at point: Point, style: Style
  ) {
    let skipped = min(bytes.count, max(0, clip.x - point.x))
    let start = point.x + skipped
    guard skipped < bytes.count else { return }
    mendEdges(from: start, to: point.x + bytes.count, row: point.y)
    var place = index(start, point.y)
    for byte in bytes.dropFirst(skipped) {
      set(Cell(GlyphScalars(Unicode.Scalar(byte)), style: style), at: place)
      place += 1
    }
  }

  private mutating func write(
    glyphsOf text: String, at point: Point, end: Int, isShown: Bool, style: Style
  ) -> Int {
    var x = point.x
    Glyph.forEach(in: text) { glyph in
      guard x + glyph.width <= end else { return false }
      if isShown { put(glyph, x, point.y, style) }
      x += glyph.width
      return true
    }
    return x - point.x
  }

  private mutating func put(_ glyph: Glyph, _ x: Int, _ y: Int, _ style: Style) {
    guard x >= clip.x else {
      // Only the right half of a wide glyph is inside: a blank of its style stands for it.
      if x + glyph.width > clip.x { put(Glyph(" ", width: 1), clip.x, y, style) }
      return
    }
    mendEdges(from: x, to: x + glyph.width, row: y)
    let place = index(x, y)
    set(Cell(glyph.scalars, style: style), at: place)
    if glyph.width == 2 { set(Cell(GlyphScalars(), style: style), at: place + 1) }
  }
}
