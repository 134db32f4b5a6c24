/// A part of a running text.
package indirect enum ProseBlock: Equatable, Sendable {
  case heading(Line)
  case paragraph([ProseInline])
  case mathematics(MathTree)
  case list(isOrdered: Bool, items: [[ProseBlock]])
  /// Conditions, each behind a mark of its own.
  case checks([ProseCheck])
  case code([Line])
  case quote([ProseBlock])
}

/// A condition and the mark that says whether it holds.
package struct ProseCheck: Equatable, Sendable {
  package let mark: Span
  package let words: [ProseInline]

  package init(_ mark: Span, _ words: [ProseInline]) {
    self.mark = mark
    self.words = words
  }
}

/// A part of a paragraph.
package enum ProseInline: Equatable, Sendable {
  case span(Span)
  case mathematics(MathTree)
  case lineBreak
}
