/// How many cells text takes.
package enum TextWidth {
  /// The cells of a text: two for East Asian wide characters and emoji, none for combining marks,
  /// control and format characters.
  package static func width(of text: String) -> Int {
    var text = text
    let plain = text.withUTF8 { bytes in bytes.allSatisfy(isPrintable) ? bytes.count : nil }
    if let plain { return plain }
    var width = 0
    Glyph.forEach(in: text) { glyph in
      width += glyph.width
      return true
    }
    return width
  }

  /// The text's beginning that fits into so many cells, with an ellipsis where something is cut.
  package static func truncated(_ text: String, to width: Int, ellipsis: String = "…") -> String {
    guard self.width(of: text) > width else { return text }
    let room = width - self.width(of: ellipsis)
    guard room >= 0 else { return prefix(of: text, fitting: width) }
    return prefix(of: text, fitting: room) + ellipsis
  }

  /// The longest beginning of whole glyphs that fits into so many cells.
  package static func prefix(of text: String, fitting width: Int) -> String {
    var kept = ""
    var left = width
    Glyph.forEach(in: text) { glyph in
      left -= glyph.width
      guard left >= 0 else { return false }
      kept += glyph.text
      return true
    }
    return kept
  }

  /// A printable character of ASCII.
  package static func isPrintable(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x7f }

  /// A text with spaces behind it up to a width in cells.
  package static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(width - self.width(of: text), 0))
  }
}
