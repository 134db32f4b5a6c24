import Lessons
import Pages
import Scenes
import Terminal
import Text

extension HTML {
  /// Words with their paragraphs, lists and tables.
  init(_ words: HandoutWords) {
    self = words.blocks.map { HTML($0, of: words) }.joined()
  }

  /// Words that stand within a paragraph or an item of ours: one paragraph loses its own tags.
  init(within words: HandoutWords) {
    guard words.blocks.count == 1, case .paragraph(let run) = words.blocks[0] else {
      self.init(words)
      return
    }
    self.init(run, of: words)
  }

  private init(_ block: MarkdownBlock, of words: HandoutWords) {
    switch block {
    case .paragraph(let run): self.init(tag: "p", [:], HTML(run, of: words))
    case .heading(_, let run):
      // A heading of the author's stands below that of its step.
      self.init(tag: "p", ["class": "heading"], HTML(run, of: words))
    case .list(let start, let items):
      let first = start.flatMap { $0 == 1 ? nil : String($0) }
      self.init(
        tag: start == nil ? "ul" : "ol", ["start": first],
        items.map { item in HTML(tag: "li", [:], item.map { HTML($0, of: words) }) })
    case .quote(let inner): self.init(tag: "blockquote", [:], inner.map { HTML($0, of: words) })
    case .code(let text): self.init(tag: "pre", [:], HTML(tag: "code", [:], HTML(text)))
    case .mathematics(let mathematics): self.init(mathematics, isBlock: true)
    case .table(let head, let rows): self.init(head: head, rows: rows, of: words)
    case .rule: self.init(tag: "hr")
    }
  }

  private init(head: [[Inline]], rows: [[[Inline]]], of words: HandoutWords) {
    let titles = head.map { HTML(tag: "th", ["scope": "col"], HTML($0, of: words)) }
    let lines = rows.map { row in
      HTML(tag: "tr", [:], row.map { HTML(tag: "td", [:], HTML($0, of: words)) })
    }
    self.init(
      tag: "div", ["class": "scroll"],
      HTML(
        tag: "table", ["class": "words"], HTML(tag: "thead", [:], HTML(tag: "tr", [:], titles)),
        HTML(tag: "tbody", [:], lines)))
  }

  private init(_ run: [Inline], of words: HandoutWords) {
    self = run.map { HTML($0, of: words) }.joined()
  }

  private init(_ inline: Inline, of words: HandoutWords) {
    switch inline {
    case .text(let text): self.init(text)
    case .emphasis(let run): self.init(tag: "em", [:], HTML(run, of: words))
    case .strong(let run):
      self.init(
        tag: "strong", ["class": RoleOfName.role(of: run.plainText)?.rawValue], HTML(run, of: words)
      )
    case .code(let text): self.init(code: text, isLabel: words.isLabel(text))
    case .standing(let node, _), .live(let node, _):
      self =
        words.number(node).map { HTML(tag: "strong", [:], HTML($0)) } ?? .blank("a number to find")
    case .mathematics(let mathematics): self.init(mathematics)
    case .link(let run, let address):
      let content = HTML(run, of: words)
      self = address.harmlessAddress.map { HTML(tag: "a", ["href": $0], content) } ?? content
    case .lineBreak: self.init(tag: "br")
    }
  }

  /// A token as a tile; any other name in the colour of what it is called.
  init(code text: String, isLabel: Bool) {
    if isLabel {
      self.init(tag: "span", ["class": "token"], HTML(text))
    } else {
      let name = String(text.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
      self.init(tag: "code", ["class": RoleOfName.role(of: name)?.rawValue], HTML(text))
    }
  }

  /// A line of a panel in the colours of its roles.
  init(_ line: Line) {
    self = line.spans.map { span in
      let text = span.role == .token ? span.text.withoutOuterSpaces : span.text
      let classes = [span.role == .text ? nil : span.role.rawValue, span.isBold ? "bold" : nil]
        .compactMap(\.self)
      return classes.isEmpty
        ? HTML(text) : HTML(tag: "span", ["class": classes.joined(separator: " ")], HTML(text))
    }.joined()
  }
}

extension String {
  fileprivate var withoutOuterSpaces: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
