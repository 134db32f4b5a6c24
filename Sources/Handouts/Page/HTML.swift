import Text

/// A piece of a page: its text is escaped and its elements are closed, whoever wrote the words in it.
struct HTML: Equatable, Sendable {
  private(set) var source: String

  /// Nothing.
  init() { source = "" }

  /// Words as they are.
  init(_ text: String) { source = text.escapedForMarkup }

  /// Markup of our own, such as a picture.
  init(trusted source: String) { self.source = source }

  /// An element with what stands in it; attributes without a value are left out.
  init(tag name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: HTML...) {
    self.init(tag: name, attributes, content)
  }

  init(tag name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: [HTML]) {
    let tag = name + Self.written(attributes)
    source =
      Self.void.contains(name)
      ? "<\(tag) />" : "<\(tag)>" + content.map(\.source).joined() + "</\(name)>"
    if Self.blocks.contains(name) { source += "\n" }
  }

  var isEmpty: Bool { source.isEmpty }

  static func + (one: HTML, other: HTML) -> HTML { HTML(trusted: one.source + other.source) }

  private static func written(_ attributes: KeyValuePairs<String, String?>) -> String {
    attributes.map { name, value in
      value.map { " \(name)=\"\($0.escapedForMarkup)\"" } ?? ""
    }.joined()
  }

  /// Elements without an end.
  private static let void: Set = ["meta", "br", "hr", "mspace"]

  /// What stands on lines of its own.
  private static let blocks: Set = [
    "p", "li", "ul", "ol", "tr", "table", "figure", "section", "h1", "h2", "h3", "div", "nav",
    "header", "main", "footer", "meta", "title", "head", "body", "details", "thead", "tbody",
    "blockquote", "aside", "caption", "pre",
  ]
}

extension [HTML] {
  func joined(_ separator: HTML = HTML()) -> HTML {
    HTML(trusted: map(\.source).joined(separator: separator.source))
  }
}

extension HTML {
  /// Words that are heard and not seen.
  static func hidden(_ text: String) -> HTML { HTML(tag: "span", ["class": "heard"], HTML(text)) }

  /// Where somebody writes something: so many letters wide.
  static func blank(_ what: String, width: Int = 4) -> HTML {
    HTML(tag: "span", ["class": "blank", "style": "width:\(width)ch"], .hidden(what))
  }
}
