import Text

/// Text of one role and emphasis.
package struct Span: Hashable, Sendable {
  package var text: String
  package var role: Role
  package var isBold: Bool
  package var isItalic: Bool
  package var isUnderlined = false

  package init(
    _ text: String, _ role: Role = .text, bold isBold: Bool = false, italic isItalic: Bool = false
  ) {
    self.text = text
    self.role = role
    self.isBold = isBold
    self.isItalic = isItalic
  }

  package var width: Int { TextWidth.width(of: text) }

  /// The role's style with the span's own emphasis on top.
  package func style(_ appearance: Appearance) -> Style {
    var style = appearance.style(role)
    if isBold { style.bold = true }
    if isItalic { style.italic = true }
    if isUnderlined { style.underlined = true }
    return style
  }
}

/// A line of styled text.
package struct Line: Hashable, Sendable {
  package var spans: [Span]

  package init(_ spans: [Span]) {
    self.spans = spans
  }

  package init(_ text: String, _ role: Role = .text, bold isBold: Bool = false) {
    self.init([Span(text, role, bold: isBold)])
  }

  package var width: Int { spans.reduce(0) { $0 + $1.width } }
  package var text: String { spans.map(\.text).joined() }
  package var isEmpty: Bool { spans.allSatisfy(\.text.isEmpty) }

  package static func + (left: Line, right: Line) -> Line {
    Line(left.spans + right.spans)
  }

  /// The beginning that fits, behind it an ellipsis where something is lost.
  package func truncated(to width: Int, ellipsis: String) -> Line {
    guard self.width > width else { return self }
    var left = width
    var cut = Line([])
    for var span in spans where left > 0 {
      // One blank more than there is asks for the ellipsis where only the next span is lost.
      if span.width >= left {
        span.text = TextWidth.truncated(span.text + " ", to: left, ellipsis: ellipsis)
      }
      left -= span.width
      cut.spans.append(span)
    }
    return cut
  }
}

extension Line: ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
  package init(stringLiteral text: String) {
    self.init(text)
  }

  package init(arrayLiteral spans: Span...) {
    self.init(spans)
  }
}
