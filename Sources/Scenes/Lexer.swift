import Text

/// Cuts a page into tokens; what is no token is reported and skipped.
struct Lexer {
  private let page: Page
  private var offset = 0
  private var startsLine = true
  private var line = 0
  private var lineReported: Int?
  private(set) var tokens: [Token] = []
  private(set) var findings: [Finding] = []

  init(_ page: Page) {
    self.page = page
    while offset < page.characters.count { step() }
  }

  private func character(_ distance: Int = 0) -> Character? {
    let place = offset + distance
    return place < page.characters.count ? page.characters[place] : nil
  }

  private mutating func step() {
    guard let next = character() else { return }
    if next.endsLine {
      startsLine = true
      line += 1
      offset += 1
    } else if next == " " || next == "\t" || next == "\u{A0}" {
      offset += 1
    } else if next == "#" {
      skipComment()
    } else {
      readToken(next)
      startsLine = false
    }
  }

  private mutating func skipComment() {
    while let next = character(), !next.endsLine { offset += 1 }
  }

  private mutating func readToken(_ first: Character) {
    if first.beginsName {
      readWord()
    } else if first.isDigit || (first == "." && (character(1)?.isDigit ?? false)) {
      readNumber()
    } else if first == "\"" {
      readString(kind: Token.Kind.string)
    } else if let sign = Operation.sign(at: offset, of: page.characters) {
      add(.symbol(sign.name), sign.text, length: sign.characters.count)
      if sign.name == "=", isAxisHead { readLabels() }
    } else {
      reportCharacter(first)
    }
  }

  /// The text of as many characters from here.
  private func text(_ length: Int) -> String { page.text(offset..<offset + length) }

  private mutating func add(_ kind: Token.Kind, _ text: String, length: Int) {
    let range = offset..<offset + length
    tokens.append(Token(kind: kind, text: text, characters: range, startsLine: startsLine))
    offset += length
  }

  private mutating func report(_ fault: SceneFault, length: Int) {
    findings.append(Finding(fault: fault, characters: offset..<offset + length))
  }

  /// Said once for each line: the first strange character explains the rest.
  private mutating func reportCharacter(_ character: Character) {
    if line != lineReported {
      report(character.isSafe ? .strangeCharacter(character) : .controlCharacter, length: 1)
    }
    lineReported = line
    offset += 1
  }

  private mutating func readWord() {
    var length = 1
    while let next = character(length), next.continuesName { length += 1 }
    let word = text(length)
    add(Self.kind(ofWord: word), word, length: length)
  }

  private static func kind(ofWord word: String) -> Token.Kind {
    if word == "inf" { return .number(.infinity) }
    if word == "nan" { return .number(.nan) }
    return Operation.isOperatorWord(word) ? .symbol(word) : .name(word)
  }

  private mutating func readNumber() {
    var length = digits(from: 0)
    if character(length) == ".", character(length + 1)?.isDigit ?? true {
      length += 1 + digits(from: length + 1)
    }
    length += exponent(from: length)
    let written = text(length)
    guard let number = Float(written), !(character(length)?.continuesName ?? false) else {
      while let next = character(length), next.continuesName { length += 1 }
      let word = text(length)
      report(.badNumber(word), length: length)
      // A number all the same, so that what follows is read as it was meant.
      return add(.number(0), word, length: length)
    }
    add(.number(number), written, length: length)
  }

  private func digits(from start: Int) -> Int {
    var length = 0
    while character(start + length)?.isDigit ?? false { length += 1 }
    return length
  }

  private func exponent(from start: Int) -> Int {
    guard character(start) == "e" || character(start) == "E" else { return 0 }
    let hasSign = character(start + 1) == "-" || character(start + 1) == "+"
    let count = digits(from: start + (hasSign ? 2 : 1))
    return count == 0 ? 0 : count + (hasSign ? 2 : 1)
  }

  private mutating func readString(kind: (String) -> Token.Kind) {
    var content = ""
    var length = 1
    while let next = character(length), !next.endsLine {
      if next == "\"" { return add(kind(content), text(length + 1), length: length + 1) }
      let isEscape = next == "\\" && (character(length + 1).map { "\"\\".contains($0) } ?? false)
      if isEscape { length += 1 }
      guard let letter = character(length), letter.isSafe else { break }
      content.append(letter)
      length += 1
    }
    let isClosable = character(length).map { $0.endsLine } ?? true
    report(isClosable ? .unclosedString : .controlCharacter, length: length)
    add(kind(content), text(length), length: length)
  }

  /// Whether the last tokens read `axis name =` from the beginning of a line.
  private var isAxisHead: Bool {
    guard tokens.count >= 3, tokens[tokens.count - 3].startsLine else { return false }
    guard case .name = tokens[tokens.count - 2].kind else { return false }
    return tokens[tokens.count - 3].kind == .name("axis")
  }

  /// Reads the rest of the line as words, whatever signs they are made of.
  private mutating func readLabels() {
    startsLine = false
    while let next = character(), !next.endsLine, next != "#" {
      if next.isWhitespace {
        offset += 1
      } else if next == "\"" {
        readString(kind: Token.Kind.label)
      } else {
        readLabel()
      }
    }
  }

  private mutating func readLabel() {
    var length = 0
    while let next = character(length), !next.isWhitespace, !next.endsLine {
      guard next.isSafe else { break }
      length += 1
    }
    if length == 0 {
      reportCharacter(page.characters[offset])
    } else {
      let label = text(length)
      add(.label(label), label, length: length)
    }
  }
}

extension Character {
  fileprivate var isDigit: Bool { byte.map { (0x30...0x39).contains($0) } ?? false }

  fileprivate var beginsName: Bool {
    if let byte { return byte.isLetter || byte == UInt8(ascii: "_") }
    return isLetter && isSafe
  }

  fileprivate var continuesName: Bool {
    if byte != nil { return beginsName || isDigit }
    return beginsName || (isNumber && isSafe) || self == "′"
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}
