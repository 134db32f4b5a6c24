/// Running text: paragraphs, formulas with air around them, lists, code, quotes.
package struct ProseView: Widget, Equatable, Sendable {
  package var blocks: [ProseBlock]
  /// Lines that have gone out at the top.
  package var scroll: Int
  /// Text is never wider: longer lines lose the eye.
  package var maximumWidth: Int

  package init(_ blocks: [ProseBlock] = [], scroll: Int = 0, maximumWidth: Int = 44) {
    self.blocks = blocks
    self.scroll = scroll
    self.maximumWidth = maximumWidth
  }

  package func size(fitting: Size, look: Look) -> Size {
    let lines = lines(width: fitting.width, look: look)
    return Size(
      width: min(fitting.width, maximumWidth), height: min(fitting.height, lines.count))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, look: Look) {
    set(width: rect.width, look: look).draw(in: rect, on: &buffer, look: look)
  }

  /// The text set into lines once, to be measured and drawn without being set again.
  package func set(width: Int, look: Look) -> ProseLines {
    ProseLines(
      lines: lines(width: width, look: look), scroll: scroll,
      markColumn: min(width, maximumWidth + 1) - 1)
  }

  /// The height of the whole text at a width.
  package func height(width: Int, look: Look) -> Int { lines(width: width, look: look).count }

  /// The whole text as lines of at most so many cells.
  package func lines(width: Int, look: Look) -> [Line] {
    ProseLayout(width: max(1, min(width, maximumWidth)), look: look).lines(blocks)
  }
}

/// Running text that has been set into lines.
package struct ProseLines: Widget, Equatable, Sendable {
  package let lines: [Line]
  /// Lines that have gone out at the top.
  package let scroll: Int
  /// Where the mark stands that says that the text goes on.
  let markColumn: Int

  package func size(fitting: Size, look: Look) -> Size {
    Size(width: fitting.width, height: min(fitting.height, lines.count))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, look: Look) {
    let pen = Pen(rect, look)
    let shown = window(of: min(rect.height, lines.count), in: lines.count, from: scroll)
    for (y, line) in lines[shown].enumerated() {
      pen.write(line, x: 0, y: y, on: &buffer)
    }
    MoreMarks(shown, of: lines.count).draw(x: markColumn, pen, on: &buffer)
  }
}

/// Sets blocks of prose into lines.
struct ProseLayout {
  let width: Int
  let look: Look

  private static let indent = 6

  /// Blocks with one blank line between them.
  func lines(_ blocks: [ProseBlock]) -> [Line] {
    Array(blocks.map(lines).filter { !$0.isEmpty }.joined(separator: [[]]))
  }

  private func lines(_ block: ProseBlock) -> [Line] {
    switch block {
    case .heading(let line): line.wrapped(to: width)
    case .paragraph(let inlines): inlines.wrapped(to: width, symbols: look.symbols)
    case .mathematics(let tree): mathematics(tree)
    case .list(let isOrdered, let items): list(items, isOrdered: isOrdered)
    case .code(let lines): code(lines)
    case .quote(let blocks): quote(blocks)
    }
  }

  // Indented as far as the line allows, on one line where it is too wide to be stacked.
  private func mathematics(_ tree: MathTree) -> [Line] {
    let box = MathBox(tree)
    let lines = box.lines(fitting: Size(width: width, height: .max), look: look)
    let widest = lines.map(\.width).max() ?? 0
    if widest > width { return lines.flatMap { $0.wrapped(to: width) } }
    return lines.map { $0.indented(by: min(Self.indent, width - widest)) }
  }

  private func list(_ items: [[ProseBlock]], isOrdered: Bool) -> [Line] {
    let signs = items.indices.map { isOrdered ? "\($0 + 1)" : look.symbols.planned }
    let column = min((signs.map { TextWidth.width(of: $0) }.max() ?? 0) + 1, width - 1)
    guard column > 0 else { return items.flatMap(lines) }
    let inner = ProseLayout(width: width - column, look: look)
    return zip(signs, items).flatMap { sign, blocks in
      inner.lines(blocks).enumerated().map { index, line in
        index == 0 ? line.led(by: Span(sign, .dim), column: column) : line.indented(by: column)
      }
    }
  }

  private func code(_ lines: [Line]) -> [Line] {
    let indent = width > 12 ? 2 : 0
    let room = width - indent
    return lines.flatMap { $0.isEmpty ? [$0] : $0.cut(to: room) }
      .map { $0.indented(by: indent) }
  }

  private func quote(_ blocks: [ProseBlock]) -> [Line] {
    guard width > 4 else { return lines(blocks) }
    return ProseLayout(width: width - 2, look: look).lines(blocks).map {
      $0.led(by: Span(look.symbols.verticalRule, .rule), column: 2)
    }
  }
}

extension Line {
  func indented(by count: Int) -> Line {
    count > 0 && !isEmpty ? Line(String(repeating: " ", count: count)) + self : self
  }

  /// The line behind a sign that has a column of its own.
  func led(by sign: Span, column: Int) -> Line {
    let air = Span(String(repeating: " ", count: max(0, column - sign.width)))
    return Line([sign, air]) + self
  }

  /// The line in pieces of at most so many cells, wherever that cuts it: the spaces of code count.
  func cut(to width: Int) -> [Line] {
    var lines: [Line] = []
    var line = Line([])
    for span in spans {
      for character in span.text {
        let piece = span.with(text: String(character))
        if line.width + piece.width > width, !line.isEmpty {
          lines.append(line)
          line = []
        }
        line.spans.append(piece)
      }
    }
    return lines + [line]
  }
}

/// Says at the edge that there is more above or below.
struct MoreMarks {
  let isMoreAbove: Bool
  let isMoreBelow: Bool

  init(_ shown: Range<Int>, of count: Int) {
    isMoreAbove = shown.lowerBound > 0
    isMoreBelow = shown.upperBound < count
  }

  func draw(x: Int, _ pen: Pen, on buffer: inout Buffer) {
    guard pen.height > 1, pen.width > 2 else { return }
    let style = pen.look.style(.dim)
    if isMoreAbove { pen.write(pen.look.symbols.moreAbove, x: x, y: 0, style, on: &buffer) }
    if isMoreBelow {
      pen.write(pen.look.symbols.moreBelow, x: x, y: pen.height - 1, style, on: &buffer)
    }
  }
}
