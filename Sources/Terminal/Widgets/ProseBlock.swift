/// A part of a running text.
package indirect enum ProseBlock: Equatable, Sendable {
  case heading(Line)
  case paragraph([ProseInline])
  case mathematics(MathTree)
  case list(isOrdered: Bool, items: [[ProseBlock]])
  case code([Line])
  case quote([ProseBlock])
}

/// A part of a paragraph.
package enum ProseInline: Equatable, Sendable {
  case span(Span)
  case mathematics(MathTree)
  case lineBreak
}
