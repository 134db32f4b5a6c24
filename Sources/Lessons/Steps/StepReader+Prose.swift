import Scenes
import Text

extension StepReader {
  /// Reads prose; its live values become watched nodes.
  mutating func markdown(_ prose: Fragment) -> [MarkdownBlock] {
    let protected = ProseScanner.protect(prose)
    for span in protected.unclosed { note(span) }
    let inserts = protected.spans.map { insert($0) }
    return MarkdownReader.blocks(protected.bytes, inserts: inserts)
  }

  /// Reads prose that is a single paragraph.
  mutating func line(_ prose: Fragment) -> [Inline] {
    markdown(prose).flatMap(\.inlines)
  }

  private mutating func note(_ span: UnclosedSpan) {
    switch span.kind {
    case .live: report.add(.frame(.unclosedLive), at: span.opening)
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
    case .live: live(span.content)
    }
  }

  private mutating func mathematics(_ content: Fragment) -> Inline {
    var reader = TeXReader(content)
    let mathematics = reader.mathematics()
    for mistake in reader.mistakes { report.add(.mathematics(mistake.mistake), at: mistake.at) }
    return .mathematics(mathematics)
  }

  private mutating func live(_ expression: Fragment) -> Inline {
    let text = expression.text
    guard !isIntroduction else {
      report.add(.frame(.liveBeforeSteps), at: expression)
      return .code(text)
    }
    return watch(expression).map { .live($0, text) } ?? .code(text)
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
