import Text

/// A page of keys and words in sections, such as the help; in two columns where it is wide.
package struct TextPage: Widget, Equatable, Sendable {
  /// Lines under a heading.
  package struct Section: Equatable, Sendable {
    package var title: Line
    package var entries: [Entry]

    package init(title: Line = [], entries: [Entry] = []) {
      self.title = title
      self.entries = entries
    }
  }

  /// A key and what it does; without a key, a paragraph.
  package struct Entry: Equatable, Sendable {
    package var key: String
    package var text: Line

    package init(_ key: String, _ text: Line) {
      self.key = key
      self.text = text
    }
  }

  package var sections: [Section]
  package var scroll: Int
  package var maximumColumnWidth: Int
  package var maximumColumns: Int

  package init(
    _ sections: [Section] = [], scroll: Int = 0, maximumColumnWidth: Int = 48,
    maximumColumns: Int = 2
  ) {
    self.sections = sections
    self.scroll = scroll
    self.maximumColumnWidth = maximumColumnWidth
    self.maximumColumns = maximumColumns
  }

  private static let gap = 4
  /// Left free at the right, for the marks that the page goes on.
  private static let margin = 2

  package func size(fitting: Size, appearance: Appearance) -> Size {
    let columns = columns(fitting: fitting)
    let widest = columns.joined().map(\.width).max() ?? 0
    let width =
      columns.count > 1 ? 2 * columnWidth(fitting.width) + Self.gap : widest
    return Size(
      width: min(fitting.width, width + Self.margin),
      height: min(fitting.height, longest(columns)))
  }

  /// The height of the whole page at a size.
  package func height(fitting: Size, appearance: Appearance) -> Int {
    longest(columns(fitting: fitting))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    let pen = Pen(rect, appearance)
    let columns = columns(fitting: rect.size)
    let total = longest(columns)
    let shown = window(of: min(rect.height, total), in: total, from: scroll)
    for (place, lines) in columns.enumerated() {
      let x = place * (columnWidth(rect.width) + Self.gap)
      for y in shown where lines.indices.contains(y) {
        pen.write(lines[y], x: x, y: y - shown.lowerBound, on: &buffer)
      }
    }
    MoreMarks(shown, of: total).draw(x: rect.width - 1, pen, on: &buffer)
  }

  private func isWide(_ width: Int) -> Bool { maximumColumns > 1 && width >= 76 }

  private func columnWidth(_ width: Int) -> Int {
    let room = isWide(width) ? (width - Self.gap - Self.margin) / 2 : width - Self.margin
    return max(1, min(maximumColumnWidth, room))
  }

  // One column while that is enough; else the sections are parted where the longer one is shortest.
  private func columns(fitting size: Size) -> [[Line]] {
    let blocks = sections.map { lines($0, columnWidth(size.width)) }.filter { !$0.isEmpty }
    let whole = stack(blocks)
    guard isWide(size.width), whole.count > size.height else { return [whole] }
    let splits = blocks.indices.map { index in
      [stack(Array(blocks[...index])), stack(Array(blocks[(index + 1)...]))]
    }
    return splits.min { longest($0) < longest($1) } ?? [whole]
  }

  private func longest(_ columns: [[Line]]) -> Int { columns.map(\.count).max() ?? 0 }

  private func stack(_ blocks: [[Line]]) -> [Line] { Array(blocks.joined(separator: [[]])) }

  private func lines(_ section: Section, _ width: Int) -> [Line] {
    let title = section.title.isEmpty ? [] : section.title.wrapped(to: width)
    return title + section.entries.flatMap { lines($0, keyWidth(section, width), width) }
  }

  private func keyWidth(_ section: Section, _ width: Int) -> Int {
    let widest = section.entries.map { TextWidth.width(of: $0.key) }.max() ?? 0
    return widest == 0 ? 0 : min(widest, width / 2) + 2
  }

  private func lines(_ entry: Entry, _ keyWidth: Int, _ width: Int) -> [Line] {
    let text = entry.text.wrapped(to: max(1, width - keyWidth))
    let key = Span(TextWidth.truncated(entry.key, to: max(0, keyWidth - 2)), .bright, bold: true)
    return text.enumerated().map { index, line in
      index == 0 ? line.led(by: key, column: keyWidth) : line.indented(by: keyWidth)
    }
  }
}
