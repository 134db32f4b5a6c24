import Terminal
import Text

/// The sentence that stands where the numbers of a panel are hidden.
struct VeilNote {
  let appearance: Appearance

  private static let sentence = "hidden until you answer"

  /// Writes the sentence in place of the signs for hidden numbers, on the blank row nearest to the middle.
  ///
  /// Below the title; where it has no room the signs stay.
  func draw(in rect: Rect, on buffer: inout Buffer) {
    let body = Rect(x: rect.x, y: rect.y + 1, width: rect.width, height: rect.height - 1)
    guard rect.height > 1, !body.isEmpty, body.right <= buffer.size.width,
      body.bottom <= buffer.size.height
    else {
      return
    }
    var cleared = buffer
    for row in body.y..<body.bottom { clear(row, of: body, on: &cleared) }
    guard let place = place(in: body, on: cleared) else { return }
    buffer = cleared
    buffer.write(Self.sentence, at: place, style: appearance.style(.dim))
  }

  /// The place nearest to the middle where the sentence touches no label.
  private func place(in body: Rect, on buffer: Buffer) -> Point? {
    let width = TextWidth.width(of: Self.sentence)
    let middle = body.y + body.height / 2
    let center = body.x + max(body.width - width, 0) / 2
    let rows = (body.y..<body.bottom).sorted { abs($0 - middle) < abs($1 - middle) }
    let columns = (body.x...max(body.right - width, body.x)).sorted {
      abs($0 - center) < abs($1 - center)
    }
    for row in rows {
      let column = columns.first { x in
        let reach = max(x - Self.air, body.x)..<min(x + width + Self.air, body.right)
        return x + width <= body.right && reach.allSatisfy { buffer[$0, row].glyph == .blank }
      }
      if let column { return Point(x: column, y: row) }
    }
    return nil
  }

  /// The blank columns between the sentence and a label, so that they are not read as one.
  private static let air = 2

  /// Takes the signs for hidden numbers out of a row.
  private func clear(_ row: Int, of body: Rect, on buffer: inout Buffer) {
    let sign = appearance.symbols.veil.unicodeScalars.map(GlyphScalars.init)
    let glyphs = (body.x..<body.right).map { buffer[$0, row].glyph }
    for start in glyphs.indices where glyphs[start...].starts(with: sign) {
      // Longer rows of dots are a part of the drawing.
      let (before, after) = (start - 1, start + sign.count)
      guard before < 0 || glyphs[before] != sign[0],
        after >= glyphs.count || glyphs[after] != sign[0]
      else { continue }
      buffer.write(
        String(repeating: " ", count: sign.count), at: Point(x: body.x + start, y: row),
        style: buffer[body.x + start, row].style)
    }
  }
}
