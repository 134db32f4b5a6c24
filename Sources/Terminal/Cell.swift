/// One place of a screen: a glyph and its style.
package struct Cell: Hashable, Sendable {
  /// One glyph without control characters; empty in the right half of a wide one.
  package internal(set) var text: String
  package var style: Style

  init(text: String, style: Style) {
    self.text = text
    self.style = style
  }

  static func blank(_ style: Style) -> Cell {
    Cell(text: " ", style: style)
  }

  var isRightHalf: Bool { text.isEmpty }
}
