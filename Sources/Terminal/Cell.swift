import Text

/// One place of a screen: a glyph and its style.
package struct Cell: Hashable, Sendable {
  /// One glyph without control characters; none in the right half of a wide one.
  package internal(set) var glyph: GlyphScalars
  package var style: Style

  init(_ glyph: GlyphScalars, style: Style) {
    self.glyph = glyph
    self.style = style
  }

  static func blank(_ style: Style) -> Cell {
    Cell(GlyphScalars(" "), style: style)
  }

  /// The glyph as text; empty in the right half of a wide one.
  package var text: String { glyph.text }

  package var isRightHalf: Bool { glyph.isEmpty }
}
