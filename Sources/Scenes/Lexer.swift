/// Cuts a page into tokens; what is no token is reported and skipped.
struct Lexer {
  private let page: Page
  /// The signs by their first character, longest first.
  private let symbols: [Character: [[Character]]]
  private var offset = 0
  private var startsLine = true
  private var line = 0
  private var lineReported: Int?
  private(set) var tokens: [Token] = []
  private(set) var findings: [Finding] = []

  init(_ page: Page) {
    self.page = page
    symbols = Dictionary(grouping: Operation.symbols.map(Array.init)) { $0[0] }
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
    } else if let symbol = symbols[first]?.first(where: isNext) {
      add(.symbol(Operation.canonical(String(symbol))), length: symbol.count)
      if symbol == ["="], isAxisHead { readLabels() }
    } else {
      reportCharacter(first)
    }
  }

  private func isNext(_ symbol: [Character]) -> Bool {
    symbol.indices.allSatisfy { character($0) == symbol[$0] }
  }

  private mutating func add(_ kind: Token.Kind, length: Int) {
    let range = offset..<offset + length
    let text = String(page.characters[range])
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
    let word = String(page.characters[offset..<offset + length])
    add(Self.kind(ofWord: word), length: length)
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
    let text = String(page.characters[offset..<offset + length])
    guard let number = Float(text), !(character(length)?.continuesName ?? false) else {
      while let next = character(length), next.continuesName { length += 1 }
      report(.badNumber(String(page.characters[offset..<offset + length])), length: length)
      // A number all the same, so that what follows is read as it was meant.
      return add(.number(0), length: length)
    }
    add(.number(number), length: length)
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
      if next == "\"" { return add(kind(content), length: length + 1) }
      let isEscape = next == "\\" && (character(length + 1).map { "\"\\".contains($0) } ?? false)
      if isEscape { length += 1 }
      guard let letter = character(length), letter.isSafe else { break }
      content.append(letter)
      length += 1
    }
    let isClosable = character(length).map { $0.endsLine } ?? true
    report(isClosable ? .unclosedString : .controlCharacter, length: length)
    add(kind(content), length: length)
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
      add(.label(String(page.characters[offset..<offset + length])), length: length)
    }
  }
}

extension Character {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) && isASCII }
  fileprivate var beginsName: Bool { self == "_" || (isLetter && isSafe) }
  fileprivate var continuesName: Bool { beginsName || (isNumber && isSafe) || self == "′" }
}
