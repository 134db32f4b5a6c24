import Lessons
import Playground
import Scenes
import Terminal
import Text

/// Markdown as running text on a page.
struct MarkdownProse {
  let appearance: Appearance
  /// What stands for the values of an expression, live or not.
  let number: (_ node: NodeID, _ isLive: Bool) -> Span
  /// Whether a name is that of a token, which has a ground of its own.
  let isLabel: (String) -> Bool

  /// Words without a scene have no numbers and no tokens.
  init(
    _ appearance: Appearance,
    isLabel: @escaping (String) -> Bool = { _ in false },
    number: @escaping (_ node: NodeID, _ isLive: Bool) -> Span = { _, _ in Span("") }
  ) {
    self.appearance = appearance
    self.isLabel = isLabel
    self.number = number
  }

  func blocks(_ blocks: [MarkdownBlock], bold: Bool = false) -> [ProseBlock] {
    blocks.flatMap { block(for: $0, bold: bold) }
  }

  /// A paragraph on one line.
  func line(_ run: [Inline], bold: Bool) -> Line {
    Line(inlines(run, bold: bold).flatMap { $0.spans(appearance) }.map(\.withPlainSpaces))
  }

  private func block(for block: MarkdownBlock, bold: Bool) -> [ProseBlock] {
    switch block {
    case .paragraph(let run): [.paragraph(inlines(run, bold: bold))]
    case .heading(_, let run):
      [.heading(Line(inlines(run, bold: true).flatMap { $0.spans(appearance) }))]
    case .list(let start, let items):
      [
        .list(
          isOrdered: start != nil,
          items: items.map { item in item.flatMap { self.block(for: $0, bold: false) } })
      ]
    case .quote(let inner): [.quote(inner.flatMap { self.block(for: $0, bold: false) })]
    case .code(let text): [.code(text.split(separator: "\n").map { Line(String($0)) })]
    case .mathematics(let mathematics): [.mathematics(MathTree(mathematics))]
    case .table(let head, let rows): [.code(table([head] + rows))]
    case .rule: []
    }
  }

  private func inlines(_ run: [Inline], bold: Bool = false, italic: Bool = false) -> [ProseInline] {
    run.flatMap { inline($0, bold: bold, italic: italic) }
  }

  private func inline(_ inline: Inline, bold: Bool, italic: Bool) -> [ProseInline] {
    switch inline {
    case .text(let text):
      [.span(Span(text, bold ? .bright : .text, bold: bold, italic: italic))]
    case .emphasis(let run): inlines(run, bold: bold, italic: true)
    case .strong(let run): coloured(run) ?? inlines(run, bold: true, italic: italic)
    case .code(let text): [.span(name(text, bold: bold))]
    case .standing(let node, _): [.span(number(node, false))]
    case .live(let node, _): [.span(number(node, true))]
    case .mathematics(let mathematics): [.mathematics(MathTree(mathematics))]
    case .link(let run, let address): inlines(run, bold: bold) + self.address(address, of: run)
    case .lineBreak: [.lineBreak]
    }
  }

  /// A term in bold wears its role's colour, which ties it to its panel.
  private func coloured(_ run: [Inline]) -> [ProseInline]? {
    guard let role = RoleOfName.role(of: run.plainText) else { return nil }
    return [.span(Span(run.plainText, role, bold: true))]
  }

  private func name(_ text: String, bold: Bool) -> Span {
    if isLabel(text) { return TokenTile(text, bold: bold, appearance).span }
    return Span(text, RoleOfName.role(of: text.leadingName) ?? .bright, bold: bold)
  }

  private func address(_ address: String, of run: [Inline]) -> [ProseInline] {
    address == run.plainText ? [] : [.span(Span(" (\(address))", .dim))]
  }

  private func table(_ rows: [[[Inline]]]) -> [Line] {
    let texts = rows.map { $0.map(\.plainText) }
    let count = texts.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      texts.map { column < $0.count ? TextWidth.width(of: $0[column]) : 0 }.max() ?? 0
    }
    return texts.enumerated().map { index, row in
      Line(
        zip(row, widths).map { text, width in
          Span(TextWidth.padded(text, to: width + 2), index == 0 ? .dim : .text)
        })
    }
  }
}

extension ProseInline {
  /// The run on one line.
  fileprivate func spans(_ appearance: Appearance) -> [Span] {
    switch self {
    case .span(let span): [span]
    case .mathematics(let tree): tree.line(symbols: appearance.symbols).spans
    case .lineBreak: []
    }
  }
}
