import Scenes
import Text

extension StepReader {
  /// Reads prose; the expressions in it become watched nodes.
  mutating func markdown(_ prose: Fragment) -> [MarkdownBlock] {
    let protected = ProseScanner.protect(prose)
    for span in protected.unclosed { note(span) }
    let inserts = protected.spans.map { insert($0) }
    let blocks = MarkdownReader.blocks(protected.bytes, inserts: inserts)
    return placeholders.isEmpty ? blocks : blocks.map { $0.filled(by: placeholders) }
  }

  /// Reads what is said to an answer or once a goal is reached: there every number stands still.
  mutating func reply(_ key: String, _ fields: CheckedMapping) -> [MarkdownBlock] {
    isReply = true
    defer { isReply = false }
    return markdown(key, fields)
  }

  /// As `reply(_:_:)`, for a text that is no value of a key.
  mutating func replyText(_ text: Fragment) -> [MarkdownBlock] {
    isReply = true
    defer { isReply = false }
    return markdown(text)
  }

  /// Reads prose that is a single paragraph.
  mutating func line(_ prose: Fragment) -> [Inline] {
    markdown(prose).flatMap(\.inlines)
  }

  private mutating func note(_ span: UnclosedSpan) {
    switch span.kind {
    case .standing, .live: report.add(.frame(.unclosedNumber), at: span.opening)
    case .mathematics, .display:
      report.warn(.mathematics(.missingSign(span.opening.text)), at: span.opening)
    }
  }

  private mutating func insert(_ span: ProseSpan) -> ProseInsert {
    ProseInsert(inline: inline(span), isDisplay: span.kind == .display, raw: span.raw)
  }

  private mutating func inline(_ span: ProseSpan) -> Inline {
    switch span.kind {
    case .mathematics, .display: mathematics(span.content)
    case .standing: watched(span.content).map { .standing($0, span.content.text) } ?? code(span)
    case .live: live(span)
    }
  }

  private mutating func mathematics(_ content: Fragment) -> Inline {
    var reader = TeXReader(content)
    let mathematics = reader.mathematics()
    for mistake in reader.mistakes { report.add(.mathematics(mistake.mistake), at: mistake.at) }
    return .mathematics(mathematics)
  }

  private func code(_ span: ProseSpan) -> Inline { .code(span.content.text) }

  private mutating func live(_ span: ProseSpan) -> Inline {
    if isReply { report.add(.frame(.liveInReply(span.content.text)), at: span.content) }
    return watched(span.content).map { .live($0, span.content.text) } ?? code(span)
  }

  /// An expression in prose; before the first step there is no scene to ask.
  private mutating func watched(_ expression: Fragment) -> NodeID? {
    guard isIntroduction else { return watch(expression) }
    report.add(.frame(.numberBeforeSteps), at: expression)
    return nil
  }
}

extension MarkdownBlock {
  /// The runs of a paragraph or heading.
  fileprivate var inlines: [Inline] {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines): inlines
    case .mathematics(let mathematics): [.mathematics(mathematics)]
    case .code(let text): [.code(text)]
    case .quote(let blocks): blocks.flatMap(\.inlines)
    case .list(_, let items): items.joined().flatMap(\.inlines)
    case .table, .rule: []
    }
  }
}
