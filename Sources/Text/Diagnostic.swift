/// Whether a problem makes a file unusable, or is only worth a look.
package enum Severity: String, Sendable {
  case error
  case warning
}

/// One thing wrong in a file: where, what, and perhaps what was meant.
package struct Diagnostic: Error, Equatable, Sendable {
  package var severity: Severity
  package var location: SourceLocation
  /// How many characters the mistake covers, at least 1.
  package var length: Int
  /// A sentence; advice goes into `suggestion`.
  package var message: String
  /// The line of the file; of a long one the part around the mistake, with an ellipsis at each cut.
  package private(set) var sourceLine: String
  /// Where in `sourceLine` the mistake begins, counted from 1.
  package private(set) var sourceColumn: Int
  /// A whole sentence of advice, such as "Did you mean K.T?".
  package var suggestion: String?

  package init(
    _ severity: Severity = .error, location: SourceLocation, length: Int = 1, message: String,
    sourceLine: String, suggestion: String? = nil
  ) {
    self.severity = severity
    self.location = location
    self.length = length
    self.message = message
    self.suggestion = suggestion
    let excerpt = LineExcerpt(of: sourceLine, at: location.column)
    self.sourceLine = excerpt.text
    sourceColumn = excerpt.column
  }

  /// As the other initialiser, for a line of which only an excerpt has been made.
  package init(
    _ severity: Severity = .error, location: SourceLocation, length: Int = 1, message: String,
    excerpt: LineExcerpt, suggestion: String? = nil
  ) {
    self.severity = severity
    self.location = location
    self.length = length
    self.message = message
    self.suggestion = suggestion
    sourceLine = excerpt.text
    sourceColumn = excerpt.column
  }

  /// The problem as a compiler would print it: place and sentence, source line, caret, advice.
  package func rendered() -> String {
    let place = "\(location.file.printableOnOneLine):\(location.line):\(location.column)"
    var lines = ["\(place): \(severity.rawValue): \(message)", "  " + sourceLine, "  " + underline]
    if let suggestion { lines.append("  " + suggestion) }
    return lines.joined(separator: "\n")
  }

  private var underline: String {
    let line = Array(sourceLine)
    let start = min(max(sourceColumn - 1, 0), line.count)
    let end = min(start + max(length, 1), max(line.count, start + 1))
    let indent = line[..<start].map { $0 == "\t" ? "\t" : blank($0) }.joined()
    let marked = start..<end
    let cells = marked.reduce(0) { $0 + ($1 < line.count ? blank(line[$1]).count : 1) }
    return indent + "^" + String(repeating: "~", count: max(cells - 1, 0))
  }

  /// As many spaces as a terminal gives to the character.
  private func blank(_ character: Character) -> String {
    String(repeating: " ", count: max(TextWidth.width(of: String(character)), 1))
  }
}

/// Everything wrong in a text, in the order of the text; never empty.
package struct Diagnostics: Error, Equatable, Sendable {
  package let list: [Diagnostic]

  package init(_ list: [Diagnostic]) {
    precondition(!list.isEmpty, "problems are thrown only where there is one")
    self.list = list
  }

  /// All problems, each as a compiler would print it.
  package func rendered() -> String {
    list.map { $0.rendered() }.joined(separator: "\n")
  }
}
