import Text

extension Line {
  /// The line in lines of at most so many cells.
  ///
  /// It is broken at spaces, between wide characters, and inside a word only where that is longer
  /// than a whole line. A line feed breaks always.
  package func wrapped(to width: Int) -> [Line] {
    var wrapping = Wrapping(width: max(1, width))
    for span in spans {
      for character in span.text {
        wrapping.take(character, of: span)
      }
    }
    return wrapping.finished()
  }
}

/// A line being filled, and the word that does not belong to it yet.
private struct Wrapping {
  let width: Int
  private var lines: [Line] = []
  private var line = Line([])
  private var lineWidth = 0
  private var spaces = Line([])
  private var spacesWidth = 0
  private var word = Line([])
  private var wordWidth = 0

  init(width: Int) {
    self.width = width
  }

  mutating func take(_ character: Character, of span: Span) {
    if character.isNewline {
      placeWord()
      breakLine()
    } else if character == " " {
      placeWord()
      spaces.append(character, like: span)
      spacesWidth += 1
    } else {
      add(character, like: span)
    }
  }

  mutating func finished() -> [Line] {
    placeWord()
    breakLine()
    return lines
  }

  private mutating func add(_ character: Character, like span: Span) {
    let cells = character.isASCII ? 1 : TextWidth.width(of: String(character))
    if cells == 2 || wordWidth + cells > width { placeWord() }
    word.append(character, like: span)
    wordWidth += cells
    if cells == 2 { placeWord() }
  }

  private mutating func placeWord() {
    guard wordWidth > 0 else { return }
    if lineWidth > 0, lineWidth + spacesWidth + wordWidth > width {
      breakLine()
    } else if lineWidth + spacesWidth + wordWidth <= width {
      line = line.joined(with: spaces)
      lineWidth += spacesWidth
    }
    line = line.joined(with: word)
    lineWidth += wordWidth
    (word, wordWidth) = (Line([]), 0)
    (spaces, spacesWidth) = (Line([]), 0)
  }

  private mutating func breakLine() {
    lines.append(line)
    (line, lineWidth) = (Line([]), 0)
    (spaces, spacesWidth) = (Line([]), 0)
  }
}

extension Line {
  fileprivate mutating func append(_ character: Character, like span: Span) {
    if let last = spans.last, last.isStyled(like: span) {
      spans[spans.count - 1].text.append(character)
    } else {
      var piece = span
      piece.text = String(character)
      spans.append(piece)
    }
  }

  fileprivate func joined(with other: Line) -> Line {
    guard let last = spans.last, let first = other.spans.first, last.isStyled(like: first)
    else { return self + other }
    var joined = self
    joined.spans[spans.count - 1].text += first.text
    joined.spans += other.spans.dropFirst()
    return joined
  }
}

extension Span {
  fileprivate func isStyled(like other: Span) -> Bool {
    role == other.role && isBold == other.isBold && isItalic == other.isItalic
      && isUnderlined == other.isUnderlined
  }
}
