import Text

/// Running text that has been set into lines.
package struct ProseLines: Widget, Equatable, Sendable {
  /// A block and its lines.
  struct Part: Equatable {
    let block: ProseBlock
    let lines: [Line]
  }

  package let lines: [Line]
  let parts: [Part]
  /// Lines that have gone out at the top.
  package var scroll: Int
  /// Where the mark stands that says that the text goes on.
  let markColumn: Int

  init(parts: [Part], scroll: Int, markColumn: Int) {
    self.parts = parts
    self.scroll = scroll
    self.markColumn = markColumn
    lines = ProseLayout.parted(parts.map(\.lines))
  }

  /// How many blocks were set, those without lines included.
  package var blockCount: Int { parts.count }

  /// The lines that some of the blocks take, with one blank line between them.
  package func height(ofBlocks range: Range<Int>) -> Int {
    let counts = parts[range].map(\.lines.count).filter { $0 > 0 }
    return counts.reduce(0, +) + max(counts.count - 1, 0)
  }

  /// The first line of a formula that begins on a page from `start` to `end` and would be cut by its end.
  package func formulaCut(from start: Int, to end: Int) -> Int? {
    var line = 0
    for part in parts where !part.lines.isEmpty && line < end {
      let after = line + part.lines.count
      if case .mathematics = part.block, line > start, after > end { return line }
      line = after + 1
    }
    return nil
  }

  /// The place at which a line begins; behind a block's last letter stands the blank line below it.
  package func place(ofLine line: Int) -> TextPlace {
    var start = 0
    for (block, part) in parts.enumerated() where !part.lines.isEmpty {
      let end = start + part.lines.count
      if line <= end {
        let before = part.lines.prefix(max(line - start, 0))
        return TextPlace(block: block, letters: before.reduce(0) { $0 + $1.letterCount })
      }
      start = end + 1
    }
    return TextPlace(block: parts.count)
  }

  /// The line on which a place stands.
  package func line(of place: TextPlace) -> Int {
    var start = 0
    for (block, part) in parts.enumerated() where !part.lines.isEmpty {
      if block >= place.block {
        return start + part.line(afterLetters: block == place.block ? place.letters : 0)
      }
      start += part.lines.count + 1
    }
    return max(lines.count - 1, 0)
  }

  package func size(fitting: Size, appearance: Appearance) -> Size {
    Size(width: fitting.width, height: min(fitting.height, lines.count))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    let pen = Pen(rect, appearance)
    let shown = window(of: min(rect.height, lines.count), in: lines.count, from: scroll)
    // Half a fraction says something else.
    let end = formulaCut(from: shown.lowerBound, to: shown.upperBound) ?? shown.upperBound
    for (y, line) in lines[shown.lowerBound..<end].enumerated() {
      pen.write(line, x: 0, y: y, on: &buffer)
    }
    MoreMarks(shown, of: lines.count).draw(x: markColumn, pen, on: &buffer)
  }
}

extension ProseLines.Part {
  /// The line that begins behind so many letters; behind all of them, the one below the block.
  fileprivate func line(afterLetters count: Int) -> Int {
    var left = count
    for (index, line) in lines.enumerated() {
      if left < line.letterCount { return index }
      left -= line.letterCount
    }
    return lines.count
  }
}

extension Line {
  /// How many characters it has, spaces left out; an empty line counts as one.
  fileprivate var letterCount: Int {
    max(spans.reduce(0) { $0 + $1.text.count { !$0.isWhitespace } }, 1)
  }
}
