import Text

/// A source text cut into characters, lines and tokens.
struct SourceBuffer {
  let source: SourceText
  let characters: [Character]
  private let lines: LineIndex
  var tokens: [Token] = []

  init(_ source: SourceText) {
    self.source = source
    // Some editors put a mark of the byte order in front of a text; it says nothing here.
    characters = Array(source.text.first == "\u{FEFF}" ? source.text.dropFirst() : source.text[...])
    let ends = characters.indices.filter { [characters] in characters[$0].endsLine }
    lines = LineIndex(endingAt: ends, count: characters.count)
  }

  /// The characters that these tokens cover.
  func characters(of tokens: Range<Int>) -> Range<Int> {
    guard let first = self.tokens[tokens].first, let last = self.tokens[tokens].last else {
      let end = self.tokens[..<tokens.lowerBound].last?.characters.upperBound ?? 0
      return end..<end
    }
    return first.characters.lowerBound..<last.characters.upperBound
  }

  /// The text of these characters.
  func text(_ range: Range<Int>) -> String {
    var text = ""
    for character in characters[range] { text.append(character) }
    return text
  }

  /// What these tokens say, with regular spaces.
  func spelling(of tokens: Range<Int>) -> String {
    TokenPrinter(of: self.tokens[tokens]).text
  }

  func location(of offset: Int) -> SourceLocation {
    let line = lines.line(at: offset)
    return SourceLocation(
      file: source.file, line: source.line + line,
      column: source.column + offset - lines.starts[line])
  }

  /// A problem that covers these characters, cut off at the end of their first line.
  func problem(
    at range: Range<Int>, message: String, suggestion: String?
  ) -> Diagnostic {
    let line = lines.range(of: lines.line(at: range.lowerBound))
    let end = min(range.upperBound, line.upperBound)
    let location = location(of: range.lowerBound)
    let indent = max(source.column - 1, 0)
    let excerpt = LineExcerpt(indent + line.count, at: location.column) { part in
      let shown = part.clamped(to: indent..<indent + line.count)
      let start = line.lowerBound - indent
      return String(repeating: " ", count: max(min(indent, part.upperBound) - part.lowerBound, 0))
        + visible(start + shown.lowerBound..<start + shown.upperBound)
    }
    return Diagnostic(
      location: location, length: max(end - range.lowerBound, 1), message: message,
      excerpt: excerpt, suggestion: suggestion)
  }

  private func visible(_ range: Range<Int>) -> String {
    String(characters[range].map { $0.isSafe || $0 == "\t" ? $0 : "\u{FFFD}" })
  }
}

extension Character {
  /// The character's one byte; nil where it is not ASCII, or is the pair of a Windows line end.
  var byte: UInt8? { utf8.count == 1 ? utf8.first : nil }

  /// Whether an editor begins a new line after the character.
  var endsLine: Bool {
    if let byte { return byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
    return self == "\r\n"
  }
}
