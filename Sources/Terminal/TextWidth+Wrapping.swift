import Text

extension TextWidth {
  /// The text in lines of at most so many cells, broken at spaces where there are some.
  package static func wrapped(_ text: String, to width: Int) -> [String] {
    Line([Span(text)]).wrapped(to: width).map(\.text)
  }
}
