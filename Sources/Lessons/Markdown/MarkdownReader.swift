import MarkdownShim
import Scenes
import Text

/// What a span of the prose has become.
struct ProseInsert: Equatable {
  let inline: Inline
  /// Whether it stands on lines of its own.
  let isDisplay: Bool
  /// What to show where Markdown takes the text literally.
  let raw: String
}

/// Reads prose; the only file that knows the Markdown library.
struct MarkdownReader {
  private var stack: [Frame] = [Frame(kind: QKV_MARKDOWN_OTHER)]
  private let inserts: [ProseInsert]

  static func blocks(_ bytes: [UInt8], inserts: [ProseInsert]) -> [MarkdownBlock] {
    var reader = MarkdownReader(inserts: inserts)
    reader.read(bytes)
    return reader.stack[0].blocks
  }

  private init(inserts: [ProseInsert]) {
    self.inserts = inserts
  }

  private mutating func read(_ bytes: [UInt8]) {
    let document = bytes.withUnsafeBytes { buffer in
      qkv_markdown_open(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    guard let document else { return }
    defer { qkv_markdown_close(document) }
    var event = qkv_markdown_event()
    while qkv_markdown_next(document, &event) != 0 { take(event) }
  }

  private mutating func take(_ event: qkv_markdown_event) {
    let kind = qkv_markdown_kind(UInt32(event.kind))
    if event.entering == 0 {
      leave()
    } else if kind.isLeaf {
      add(kind, text(event.text))
    } else {
      let address = kind == QKV_MARKDOWN_LINK ? text(event.text) : ""
      stack.append(Frame(kind: kind, number: Int(event.number), address: raw(address)))
    }
  }

  private func text(_ pointer: UnsafePointer<CChar>?) -> String {
    guard let pointer else { return "" }
    // An entity such as &#27; may have become a control character.
    return withoutControls(String(cString: pointer), keeping: [SpanMark.open, SpanMark.close])
  }

  private mutating func add(_ kind: qkv_markdown_kind, _ text: String) {
    switch kind {
    case QKV_MARKDOWN_TEXT: top.text += text
    case QKV_MARKDOWN_SOFT_BREAK: top.text += " "
    case QKV_MARKDOWN_LINE_BREAK: append(.lineBreak)
    case QKV_MARKDOWN_CODE: append(.code(raw(text)))
    case QKV_MARKDOWN_CODE_BLOCK: top.blocks.append(.code(raw(text).withoutLastLineFeed))
    case QKV_MARKDOWN_HTML_BLOCK: top.blocks.append(.paragraph(lines(raw(text))))
    default: top.blocks.append(.rule)
    }
  }

  private mutating func append(_ inline: Inline) {
    flush()
    top.inlines.append(inline)
  }

  private func lines(_ text: String) -> [Inline] {
    let lines = text.withoutLastLineFeed.split(separator: "\n", omittingEmptySubsequences: false)
    return Array(lines.map { [Inline.text(String($0))] }.joined(separator: [.lineBreak]))
  }

  private var top: Frame {
    get { stack[stack.count - 1] }
    _modify { yield &stack[stack.count - 1] }
  }
}

extension MarkdownReader {
  private mutating func leave() {
    flush()
    guard stack.count > 1 else { return }
    let frame = stack.removeLast()
    if stack.count > Limits.proseDepth, frame.canBeFlattened {
      top.blocks += frame.blocks + frame.items.joined()
      top.inlines += frame.inlines
    } else {
      close(frame)
    }
  }

  private mutating func close(_ frame: Frame) {
    switch frame.kind {
    case QKV_MARKDOWN_PARAGRAPH: top.blocks += frame.blocks + paragraph(frame.inlines)
    case QKV_MARKDOWN_HEADING:
      top.blocks.append(.heading(level: frame.number, frame.inlines))
    case QKV_MARKDOWN_LIST:
      top.blocks.append(.list(start: frame.number < 0 ? nil : frame.number, items: frame.items))
    case QKV_MARKDOWN_ITEM: top.items.append(frame.blocks)
    case QKV_MARKDOWN_QUOTE: top.blocks.append(.quote(frame.blocks))
    case QKV_MARKDOWN_TABLE:
      top.blocks.append(.table(head: frame.rows.first ?? [], rows: Array(frame.rows.dropFirst())))
    case QKV_MARKDOWN_TABLE_ROW: top.rows.append(frame.cells)
    case QKV_MARKDOWN_TABLE_CELL: top.cells.append(frame.inlines)
    case QKV_MARKDOWN_EMPHASIS: append(.emphasis(frame.inlines))
    case QKV_MARKDOWN_STRONG: append(.strong(frame.inlines))
    case QKV_MARKDOWN_LINK: append(.link(frame.inlines, address: frame.address))
    default:
      flush()
      top.blocks += frame.blocks
      top.inlines += frame.inlines
    }
  }

  /// Turns the text that has gathered into runs, with the spans back in their places.
  private mutating func flush() {
    guard !top.text.isEmpty else { return }
    let text = top.text
    top.text = ""
    for piece in SpanPiece.pieces(of: text) {
      switch piece {
      case .text(let text): top.inlines.append(.text(text))
      case .span(let number): insert(number)
      }
    }
  }

  private mutating func insert(_ number: Int) {
    guard inserts.indices.contains(number) else { return }
    let insert = inserts[number]
    if insert.isDisplay, top.kind == QKV_MARKDOWN_PARAGRAPH,
      case .mathematics(let mathematics) = insert.inline
    {
      top.blocks += paragraph(top.inlines) + [.mathematics(mathematics)]
      top.inlines = []
    } else {
      top.inlines.append(insert.inline)
    }
  }

  /// The text with its spans as the author wrote them.
  private func raw(_ text: String) -> String {
    guard SpanPiece.areIn(text) else { return text }
    return SpanPiece.pieces(of: text).map { piece in
      switch piece {
      case .text(let text): text
      case .span(let number): inserts.indices.contains(number) ? inserts[number].raw : ""
      }
    }.joined()
  }

  /// Nothing where only spaces are left beside a display.
  private func paragraph(_ inlines: [Inline]) -> [MarkdownBlock] {
    let trimmed = inlines.drop(while: \.isBlank)
    guard let last = trimmed.lastIndex(where: { !$0.isBlank }) else { return [] }
    return [.paragraph(Array(trimmed[...last]))]
  }
}

/// A container whose end has not come yet.
private struct Frame {
  let kind: qkv_markdown_kind
  var number = 0
  var address = ""
  var text = ""
  var inlines: [Inline] = []
  var blocks: [MarkdownBlock] = []
  var items: [[MarkdownBlock]] = []
  var cells: [[Inline]] = []
  var rows: [[[Inline]]] = []

  /// Whether its content can stand without it where the nesting is too deep.
  var canBeFlattened: Bool {
    switch kind {
    case QKV_MARKDOWN_LIST, QKV_MARKDOWN_ITEM, QKV_MARKDOWN_QUOTE, QKV_MARKDOWN_EMPHASIS,
      QKV_MARKDOWN_STRONG, QKV_MARKDOWN_LINK:
      true
    default: false
    }
  }
}

extension qkv_markdown_kind {
  fileprivate var isLeaf: Bool {
    switch self {
    case QKV_MARKDOWN_TEXT, QKV_MARKDOWN_SOFT_BREAK, QKV_MARKDOWN_LINE_BREAK, QKV_MARKDOWN_CODE,
      QKV_MARKDOWN_CODE_BLOCK, QKV_MARKDOWN_HTML_BLOCK, QKV_MARKDOWN_RULE:
      true
    default: false
    }
  }
}

extension String {
  fileprivate var withoutLastLineFeed: String {
    hasSuffix("\n") ? String(dropLast()) : self
  }
}

extension Inline {
  fileprivate var isBlank: Bool {
    switch self {
    case .text(let text): text.utf8.allSatisfy(\.isSpace)
    case .lineBreak: true
    case .emphasis, .strong, .code, .standing, .live, .mathematics, .link: false
    }
  }
}
