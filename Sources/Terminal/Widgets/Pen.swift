import Text

/// Writes into one rectangle of a buffer and nowhere else; places count from its upper left corner.
struct Pen {
  let rect: Rect
  let appearance: Appearance

  init(_ rect: Rect, _ appearance: Appearance) {
    self.rect = rect
    self.appearance = appearance
  }

  var width: Int { rect.width }
  var height: Int { rect.height }

  /// Writes a text and tells the column behind it.
  @discardableResult
  func write(
    _ text: String, x: Int, y: Int, _ style: Style, on buffer: inout Buffer
  ) -> Int {
    var end = x
    buffer.clipped(to: rect) { buffer in
      end += buffer.write(text, at: rect.origin.moved(dx: x, dy: y), style: style)
    }
    return end
  }

  /// Writes styled text and tells the column behind it.
  @discardableResult
  func write(_ line: Line, x: Int, y: Int, on buffer: inout Buffer) -> Int {
    line.spans.reduce(x) { x, span in
      write(span.text, x: x, y: y, span.style(appearance), on: &buffer)
    }
  }

  /// Puts one narrow glyph into one cell.
  func put(_ glyph: GlyphScalars, x: Int, y: Int, _ style: Style, on buffer: inout Buffer) {
    let place = rect.origin.moved(dx: x, dy: y)
    if rect.contains(place) { buffer.put(glyph, at: place, style: style) }
  }

  /// Writes a text that ends before a column.
  func write(
    _ text: String, endingAt end: Int, y: Int, _ style: Style, on buffer: inout Buffer
  ) {
    write(text, x: end - TextWidth.width(of: text), y: y, style, on: &buffer)
  }

  /// Fills a stretch of one row with blanks or another narrow glyph.
  func fill(
    x: Int, y: Int, width: Int, _ style: Style, with glyph: String = " ", on buffer: inout Buffer
  ) {
    let stretch = Rect(x: rect.x + x, y: rect.y + y, width: width, height: 1)
    buffer.fill(stretch.intersection(rect), with: glyph, style)
  }

  /// The beginning of a text that fits, with the look's own ellipsis.
  func truncated(_ text: String, to width: Int) -> String {
    TextWidth.truncated(text, to: max(0, width), ellipsis: appearance.symbols.ellipsis)
  }

  /// The beginning of a line that fits, with the look's own ellipsis.
  func truncated(_ line: Line, to width: Int) -> Line {
    line.truncated(to: width, ellipsis: appearance.symbols.ellipsis)
  }
}
