extension [ProseInline] {
  /// The paragraph in lines of at most so many cells; a formula is not broken where it fits a line.
  func wrapped(to width: Int, symbols: Symbols) -> [Line] {
    let spans = flatMap { $0.spans(fitting: width, symbols) }
    return Line(spans).wrapped(to: width).map { line in
      Line(line.spans.map { $0.with(text: $0.text.replacingEach(unbrokenSpace, with: " ")) })
    }
  }
}

private let unbrokenSpace: Character = "\u{a0}"

extension ProseInline {
  fileprivate func spans(fitting width: Int, _ symbols: Symbols) -> [Span] {
    switch self {
    case .span(let span):
      return [span.with(text: symbols.spelled(span.text)).withEllipsisHeld]
    case .lineBreak: return [Span("\n")]
    case .mathematics(let tree):
      let line = tree.line(symbols: symbols)
      guard line.width <= width else { return line.spans }
      return line.spans.map { $0.with(text: $0.text.replacingEach(" ", with: unbrokenSpace)) }
    }
  }
}

extension Span {
  /// With every ellipsis held to the word before it: alone on a line it says nothing.
  fileprivate var withEllipsisHeld: Span {
    guard text.unicodeScalars.contains("…") else { return self }
    return with(text: text.replacing(" …", with: "\(unbrokenSpace)…"))
  }

  /// Another text in the same style.
  func with(text: String) -> Span {
    var span = self
    span.text = text
    return span
  }
}
