import Text

/// Finds the mathematics and the live values of a stretch of prose.
///
/// Markdown would take the underscores and asterisks of `$q_i * k_j$` for emphasis, and would
/// forget where it found them.
struct ProseScanner {
  private let fragment: Fragment
  private let bytes: [UInt8]
  private var output: [UInt8] = []
  private var spans: [ProseSpan] = []
  private var unclosed: [UnclosedSpan] = []

  static func protect(_ fragment: Fragment) -> ProtectedProse {
    var scanner = ProseScanner(fragment)
    scanner.scan()
    return ProtectedProse(
      bytes: scanner.output, spans: scanner.spans, unclosed: scanner.unclosed)
  }

  private init(_ fragment: Fragment) {
    self.fragment = fragment
    bytes = fragment.bytes
    output.reserveCapacity(bytes.count)
  }

  /// Line by line: fenced code is copied, everything else is cut into paragraphs.
  private mutating func scan() {
    var first = 0
    var fence: CodeFence?
    var start = 0
    while start < bytes.count {
      let end = lineEnd(from: start)
      let line = bytes[start..<end]
      if let open = fence {
        output += line
        first = end
        if open.isClosed(by: line) { fence = nil }
      } else if let open = CodeFence(line) {
        scanParagraph(first..<start)
        output += line
        first = end
        fence = open
      } else if line.allSatisfy(\.isSpace) {
        scanParagraph(first..<end)
        first = end
      }
      start = end
    }
    scanParagraph(first..<bytes.count)
  }

  /// After the line feed.
  private func lineEnd(from start: Int) -> Int {
    (bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count - 1) + 1
  }

  private mutating func scanParagraph(_ range: Range<Int>) {
    var paragraph = ParagraphSpans(bytes: bytes, range: range)
    var copied = range.lowerBound
    while let found = paragraph.next() {
      output += bytes[copied..<found.whole.lowerBound]
      output += SpanMark.bytes(spans.count)
      let raw = String(decoding: bytes[found.whole], as: UTF8.self)
      let content = fragment[found.content].trimmed
      spans.append(ProseSpan(kind: found.kind, content: content, raw: raw))
      copied = found.whole.upperBound
    }
    output += bytes[copied..<range.upperBound]
    unclosed += paragraph.unclosed.map { kind, place in
      UnclosedSpan(kind: kind, opening: fragment[place..<min(place + 2, range.upperBound)])
    }
  }
}
