import Text

extension Line {
  /// The line in lines of at most so many cells.
  ///
  /// It is broken at spaces, between wide characters, and inside a word only where that is longer
  /// than a whole line. A line feed breaks always.
  package func wrapped(to width: Int) -> [Line] {
    var wrapping = Wrapping(width: max(1, width))
    for span in spans {
      var rest = Substring(span.text)
      while !rest.isEmpty {
        let letters = rest.plainLetters
        if letters.isEmpty {
          wrapping.take(rest.removeFirst(), of: span)
        } else {
          wrapping.take(letters, of: span)
          rest = rest[letters.endIndex...]
        }
      }
    }
    return wrapping.finished()
  }
}

extension Substring {
  /// The letters of ASCII at its beginning, up to a space; none that a mark may stand upon.
  fileprivate var plainLetters: Substring {
    let end = utf8.firstIndex { $0 <= 0x20 || $0 >= 0x7f } ?? endIndex
    guard end < endIndex, utf8[end] >= 0x7f else { return self[..<end] }
    return self[..<(utf8.index(end, offsetBy: -1, limitedBy: startIndex) ?? startIndex)]
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
      spaces.append(" ", like: span)
      spacesWidth += 1
    } else {
      add(character, like: span)
    }
  }

  /// Takes letters of one cell each.
  mutating func take(_ letters: Substring, of span: Span) {
    let cells = letters.utf8.count
    guard wordWidth + cells <= width else {
      for letter in letters { add(letter, like: span) }
      return
    }
    word.append(letters, like: span)
    wordWidth += cells
  }

  mutating func finished() -> [Line] {
    placeWord()
    breakLine()
    return lines
  }

  private mutating func add(_ character: Character, like span: Span) {
    let cells = character.isASCII ? 1 : TextWidth.width(of: String(character))
    if cells == 2 || wordWidth + cells > width { placeWord() }
    word.append(Substring(String(character)), like: span)
    wordWidth += cells
    if cells == 2 { placeWord() }
  }

  private mutating func placeWord() {
    guard wordWidth > 0 else { return }
    if lineWidth > 0, lineWidth + spacesWidth + wordWidth > width {
      breakLine()
    } else if lineWidth + spacesWidth + wordWidth <= width {
      line.append(spaces)
      lineWidth += spacesWidth
    }
    line.append(word)
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
  /// Adds a text in the style of a span.
  fileprivate mutating func append(_ text: Substring, like span: Span) {
    if spans.last?.isStyled(like: span) == true {
      spans[spans.count - 1].text += text
    } else {
      spans.append(span.with(text: String(text)))
    }
  }

  fileprivate mutating func append(_ other: Line) {
    guard let first = other.spans.first else { return }
    append(Substring(first.text), like: first)
    spans += other.spans.dropFirst()
  }
}

extension Span {
  fileprivate func isStyled(like other: Span) -> Bool {
    role == other.role && isBold == other.isBold && isItalic == other.isItalic
      && isUnderlined == other.isUnderlined
  }
}
