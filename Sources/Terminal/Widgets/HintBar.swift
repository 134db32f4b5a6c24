/// The foot of a page: what the fingers can do here, as far as there is room.
package struct HintBar: Widget, Equatable, Sendable {
  /// A key and what it does.
  package struct Hint: Equatable, Sendable {
    package var key: String
    package var word: String
    /// A shorter word for narrow pages.
    package var shortWord: String?
    /// Stays when others are dropped, as the key to all keys must.
    package var isKept: Bool

    package init(_ key: String, _ word: String, short: String? = nil, isKept: Bool = false) {
      self.key = key
      self.word = word
      shortWord = short
      self.isKept = isKept
    }
  }

  package var hints: [Hint]
  /// Stands at the right end where there is room.
  package var trailing: Line
  package var margin: Int

  package init(_ hints: [Hint] = [], trailing: Line = [], margin: Int = 2) {
    self.hints = hints
    self.trailing = trailing
    self.margin = margin
  }

  package func size(fitting: Size, appearance: Appearance) -> Size {
    Size(width: fitting.width, height: min(1, fitting.height))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    let pen = Pen(rect, appearance)
    let (line, gap) = fittingLine(rect.width - 2 * margin)
    let end = pen.write(line, x: margin, y: 0, on: &buffer)
    let start = rect.width - margin - trailing.width
    if start >= end + gap { pen.write(trailing, x: start, y: 0, on: &buffer) }
  }

  // First the words shorten, then the air between them, then hints drop out from the end.
  private func fittingLine(_ room: Int) -> (line: Line, gap: Int) {
    let wide = line(hints, gap: 3, isShort: false)
    if wide.width <= room { return (wide, 3) }
    let short = line(hints, gap: 3, isShort: true)
    if short.width <= room { return (short, 3) }
    var shown = hints
    while line(shown, gap: 2, isShort: true).width > room,
      let last = shown.lastIndex(where: { !$0.isKept }) ?? shown.indices.last
    {
      shown.remove(at: last)
    }
    return (line(shown, gap: 2, isShort: true), 2)
  }

  private func line(_ hints: [Hint], gap: Int, isShort: Bool) -> Line {
    Line(
      hints.enumerated().flatMap { index, hint in
        let word = isShort ? hint.shortWord ?? hint.word : hint.word
        let space = String(repeating: " ", count: index == 0 ? 0 : gap)
        return [Span(space), Span(hint.key, .bright, bold: true), Span(" " + word, .dim)]
      })
  }
}
