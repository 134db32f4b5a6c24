import Text

/// Cuts a page into tokens; what is no token is reported and skipped.
struct Lexer {
  private let page: SourceBuffer
  private var offset = 0
  private var startsLine = true
  private var line = 0
  private var lineReported: Int?
  private(set) var tokens: [Token] = []
  private(set) var findings: [UnplacedDiagnostic] = []
  /// What can be read, but perhaps not as it was meant.
  private(set) var warnings: [UnplacedDiagnostic] = []

  init(_ page: SourceBuffer) {
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
    } else if next == "/", character(1) == "/" {
      report(.foreignComment, length: 2)
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
    if let closing = Self.foreignQuotes[first], !isBehindOperand {
      readForeignString(closing)
    } else if first.beginsName {
      readWord()
    } else if first.isDigit || (first == "." && (character(1)?.isDigit ?? false)) {
      readNumber()
    } else if first == "\"" {
      readString(kind: Token.Kind.string)
    } else if let sign = Operation.sign(at: offset, of: page.characters) {
      add(.symbol(sign.name), sign.text, length: sign.characters.count)
      if sign.name == "=", isAxisHead, !isPart { readLabels() }
    } else {
      reportCharacter(first)
    }
  }

  /// Quotation marks of other languages and editors, each with those that close it.
  private static let foreignQuotes: [Character: String] = [
    "'": "'’", "‘": "’‘", "’": "’", "“": "”“\"", "”": "”\"", "„": "“”",
  ]

  /// A label in foreign quotation marks, read as it was meant.
  private mutating func readForeignString(_ closing: String) {
    var length = 1
    var content = ""
    while let next = character(length), !next.endsLine, next.isSafe {
      length += 1
      if closing.contains(next) {
        report(.foreignQuotes(content), length: length)
        return add(.string(content), text(length), length: length)
      }
      content.append(next)
    }
    reportCharacter(page.characters[offset])
  }

  /// Whether the last token touches this place and ends an operand, as in `K'`.
  private var isBehindOperand: Bool {
    guard let last = tokens.last, last.characters.upperBound == offset else { return false }
    if case .name = last.kind { return true }
    return last.isSymbol(")") || last.isSymbol("]")
  }

  /// The text of as many characters from here.
  private func text(_ length: Int) -> String { page.text(offset..<offset + length) }

  private mutating func add(_ kind: Token.Kind, _ text: String, length: Int) {
    let range = offset..<offset + length
    tokens.append(Token(kind: kind, text: text, characters: range, startsLine: startsLine))
    offset += length
  }

  private mutating func report(_ mistake: SceneError, length: Int) {
    findings.append(UnplacedDiagnostic(mistake: mistake, characters: offset..<offset + length))
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
    if character(length) == ".", !(character(length + 1)?.beginsName ?? false) {
      length += 1 + digits(from: length + 1)
    }
    length += exponent(from: length)
    let isWhole = !(character(length)?.continuesName ?? false)
    while let next = character(length), next.continuesName { length += 1 }
    let written = text(length)
    let number = isWhole ? Float(written) : nil
    if let mistake = Self.mistake(of: written, read: number) { report(mistake, length: length) }
    // A number in any case, so that what follows is read as it was meant.
    add(.number(number ?? 0), written, length: length)
  }

  /// What is wrong with a number: it is none, or it is beyond what single precision can hold.
  private static func mistake(of written: String, read number: Float?) -> SceneError? {
    guard let number else { return .badNumber(written, meant: meaning(of: written)) }
    if number.isInfinite { return .numberTooLarge(written) }
    let digits = written.prefix { $0 != "e" && $0 != "E" }
    let isZero = digits.allSatisfy { $0 == "0" || $0 == "." }
    return number == 0 && !isZero ? .numberTooSmall(written) : nil
  }

  /// What a number of another language or a product without its sign means: `1_000`, `0x10`, `2Q`.
  private static func meaning(of written: String) -> String? {
    if written.hasPrefix("0x") || written.hasPrefix("0X") {
      return Int(written.dropFirst(2), radix: 16).map(String.init)
    }
    let plain = written.filter { $0 != "_" }
    if Float(plain) != nil { return plain }
    let factor = written.prefix { $0.isDigit || $0 == "." }
    let name = written.dropFirst(factor.count)
    return Float(factor) != nil && name.first?.beginsName ?? false ? "\(factor) * \(name)" : nil
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

  /// Whether the rest of the line is a part of another axis, `token[0:t]`, and no words.
  private var isPart: Bool {
    let line = page.characters[offset...].prefix { !$0.endsLine && $0 != "#" }
    let written = line.drop(while: \.isWhitespace)
    let name = written.prefix(while: \.continuesName)
    return (name.first?.beginsName ?? false) && written.dropFirst(name.count).first == "["
      && written.contains(":") && written.last { !$0.isWhitespace } == "]"
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
    noteComment()
  }

  /// Warns where a comment in an axis looks like one of its words: `play ##ing`.
  private mutating func noteComment() {
    var length = 0
    while character(length) == "#" { length += 1 }
    guard length > 0, let first = character(length), first.isLetter || first.isNumber else {
      return
    }
    while let next = character(length), !next.isWhitespace, !next.endsLine { length += 1 }
    guard text(length).allSatisfy(\.isSafe) else { return }
    let word = offset..<offset + length
    warnings.append(UnplacedDiagnostic(mistake: .commentInAxis(text(length)), characters: word))
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
