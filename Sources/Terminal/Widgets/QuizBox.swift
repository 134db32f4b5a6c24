/// A question with its options or its entry field, the guess, the truth, and what follows from it.
package struct QuizBox: Widget, Equatable, Sendable {
  package var ask: [ProseInline]
  package var options: [Line]
  /// The option under the hand while the question is open.
  package var selected: Int?
  /// The option that was chosen; it stays on the screen.
  package var guess: Int?
  /// The right option, once it may be seen.
  package var truth: Int?
  /// Where a number is asked for.
  package var entry: InputField?
  /// Whether the answer was right, once there is one.
  package var isRight: Bool?
  package var feedback: [ProseBlock]
  package var maximumWidth: Int

  package init(
    ask: [ProseInline] = [], options: [Line] = [], selected: Int? = nil, guess: Int? = nil,
    truth: Int? = nil, entry: InputField? = nil, isRight: Bool? = nil,
    feedback: [ProseBlock] = [], maximumWidth: Int = 44
  ) {
    self.ask = ask
    self.options = options
    self.selected = selected
    self.guess = guess
    self.truth = truth
    self.entry = entry
    self.isRight = isRight
    self.feedback = feedback
    self.maximumWidth = maximumWidth
  }

  package func size(fitting: Size, look: Look) -> Size {
    let lines = lines(fitting: fitting, look)
    return Size(
      width: min(fitting.width, max(maximumWidth, lines.map(\.line.width).max() ?? 0)),
      height: min(fitting.height, lines.count))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, look: Look) {
    let pen = Pen(rect, look)
    for (y, row) in lines(fitting: rect.size, look).enumerated() {
      pen.write(row.line, x: 0, y: y, on: &buffer)
      if let entry, row.isEntry {
        entry.draw(in: entryRect(y, in: rect), on: &buffer, look: look)
      }
    }
  }

  /// The option at a place.
  package func hit(_ point: Point, in rect: Rect, look: Look) -> Int? {
    let lines = lines(fitting: rect.size, look)
    let y = point.y - rect.y
    guard rect.contains(point), lines.indices.contains(y) else { return nil }
    return lines[y].option
  }

  /// Where the terminal's cursor belongs.
  package func cursor(in rect: Rect, look: Look) -> Point? {
    let lines = lines(fitting: rect.size, look)
    let y = lines.firstIndex { $0.isEntry || ($0.option != nil && $0.option == selected) }
    guard let y, y < rect.height, rect.width > 2 else { return nil }
    if lines[y].isEntry { return entry?.cursor(in: entryRect(y, in: rect), look: look) }
    return Point(x: rect.x + 2, y: rect.y + y)
  }

  private func entryRect(_ y: Int, in rect: Rect) -> Rect {
    Rect(x: rect.x + 2, y: rect.y + y, width: rect.width - 2, height: 1).intersection(rect)
  }
}

extension QuizBox {
  /// A row of the box.
  private struct Row {
    var line: Line
    var option: Int?
    var isEntry = false

    init(_ line: Line, option: Int? = nil, isEntry: Bool = false) {
      self.line = line
      self.option = option
      self.isEntry = isEntry
    }

    static let air = Row([])
  }

  // With air between its parts; without where the page is low; then with all options on one line.
  private func lines(fitting size: Size, _ look: Look) -> [Row] {
    let width = max(3, min(size.width, maximumWidth))
    let parts = [question(width, look), answers(look, width), outcome(width, look)]
      .filter { !$0.isEmpty }
    let airy = Array(parts.joined(separator: [.air]))
    if airy.count <= size.height { return airy }
    let dense = Array(parts.joined())
    if dense.count <= size.height { return dense }
    let wide = max(3, size.width)
    let answer = entry == nil ? optionsInLine(look, wide) : answers(look, wide)
    let rest = answer + outcome(wide, look)
    // What can be answered is seen, even where the question is cut.
    return question(wide, look).prefix(max(1, size.height - rest.count)) + rest
  }

  private func question(_ width: Int, _ look: Look) -> [Row] {
    let mark = Span("?", .hand)
    let lines = ask.wrapped(to: width - 2, symbols: look.symbols).map(\.emphasized)
    return lines.enumerated().map { index, line in
      Row(index == 0 ? line.led(by: mark, column: 2) : line.indented(by: 2))
    }
  }

  private func answers(_ look: Look, _ width: Int) -> [Row] {
    if entry != nil { return [Row([], isEntry: true)] }
    let widest = options.map(\.width).max() ?? 0
    return options.indices.flatMap { index -> [Row] in
      let lines = options[index].wrapped(to: width - 4)
      return lines.enumerated().map { place, line in
        let stub = place == 0 ? stub(index, look) : Line("    ")
        let isLast = place == lines.count - 1
        let tail = isLast ? guessNote(index, from: line.width, widest, look, width) : []
        return Row(stub + styled(line, index) + tail, option: index)
      }
    }
  }

  /// The verdict on an option and its number.
  private func stub(_ index: Int, _ look: Look) -> Line {
    [mark(index, look), Span(" "), Span("\(index + 1) ", .dim)]
  }

  private func mark(_ index: Int, _ look: Look) -> Span {
    if index == truth { return Span(look.symbols.check, .gain) }
    if index == guess, truth != nil { return Span(look.symbols.cross, .error) }
    if index == selected, guess == nil { return Span(look.symbols.pointer, .hand) }
    return Span(" ")
  }

  private func styled(_ line: Line, _ index: Int) -> Line {
    index == guess || index == truth || index == selected && guess == nil ? line.emphasized : line
  }

  private func guessNote(
    _ index: Int, from width: Int, _ widest: Int, _ look: Look, _ room: Int
  ) -> Line {
    guard index == guess else { return [] }
    let note = Span(look.symbols.guess + " your guess", .dim)
    let column = max(width, min(widest + 4, 9)) + 1
    let start = column + 4 + note.width <= room ? column : width + 2
    guard start + 4 + note.width <= room else { return Line("  " + look.symbols.guess, .dim) }
    return [Span(String(repeating: " ", count: start - width)), note]
  }

  private func optionsInLine(_ look: Look, _ width: Int) -> [Row] {
    let line = options.indices.reduce(Line([])) { line, index in
      let sign = index == truth ? look.symbols.check : index == guess ? look.symbols.guess : ""
      return line + Line([Span(line.isEmpty ? "" : "  "), Span("\(index + 1) ", .dim)])
        + styled(options[index], index) + Line(sign.isEmpty ? "" : " " + sign, .dim)
    }
    return line.wrapped(to: max(1, width - 2)).map { Row($0.indented(by: 2)) }
  }

  private func outcome(_ width: Int, _ look: Look) -> [Row] {
    let lines = ProseLayout(width: max(1, width - 2), look: look).lines(feedback)
    guard let isRight else { return lines.map { Row($0.indented(by: 2)) } }
    let mark = isRight ? Span(look.symbols.check, .gain) : Span(look.symbols.cross, .error)
    return lines.enumerated().map { index, line in
      Row(index == 0 ? line.led(by: mark, column: 2) : line.indented(by: 2))
    }
  }
}
