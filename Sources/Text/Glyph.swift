/// What stands in one cell, or in two: a character that takes room and the marks upon it.
///
/// A `Character` is not always that. Devanagari joins letters that each take a cell, and terminals
/// disagree on emoji made of several emoji. Here every glyph has the width that every terminal
/// gives it: such an emoji is reduced to its first part, a flag becomes its two letters.
package struct Glyph: Equatable {
  package var scalars: GlyphScalars
  /// 1 or 2 cells.
  package var width: Int

  package init(_ scalar: Unicode.Scalar, width: Int) {
    scalars = GlyphScalars(scalar)
    self.width = width
  }

  package var text: String { scalars.text }

  /// Calls `body` with each glyph of a text, without control and format characters, until `body`
  /// says `false`.
  package static func forEach(in text: String, _ body: (Glyph) -> Bool) {
    let scalars = text.unicodeScalars
    var index = text.startIndex
    while index < text.endIndex {
      let next = scalars.index(after: index)
      if TextWidth.isSimple(scalars[index]),
        next == text.endIndex || TextWidth.isSimple(scalars[next])
      {
        guard body(Glyph(scalars[index], width: 1)) else { return }
        index = next
      } else {
        guard forEach(of: text[index], body) else { return }
        index = text.index(after: index)
      }
    }
  }

  private static func forEach(of character: Character, _ body: (Glyph) -> Bool) -> Bool {
    if let glyph = single(character) { return body(glyph) }
    return parts(of: character).allSatisfy(body)
  }

  private static func single(_ character: Character) -> Glyph? {
    let scalars = character.unicodeScalars
    guard let scalar = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex
    else { return nil }
    let width = TextWidth.width(of: scalar)
    return width > 0 ? Glyph(letter(scalar), width: width) : nil
  }

  private static func parts(of character: Character) -> [Glyph] {
    var glyphs: [Glyph] = []
    for scalar in character.unicodeScalars {
      if scalar.value == 0x200d, TextWidth.isPictograph(character.unicodeScalars.first) { break }
      switch TextWidth.width(of: scalar) {
      case 0:
        guard !glyphs.isEmpty, TextWidth.isMark(scalar) else { continue }
        glyphs[glyphs.count - 1].scalars.append(scalar)
      case let width:
        if scalar.properties.isEmojiModifier, !glyphs.isEmpty { continue }
        glyphs.append(Glyph(letter(scalar), width: width))
      }
    }
    return glyphs
  }

  /// The letter of a regional indicator; anything else as it is.
  private static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0x1f1e6...0x1f1ff).contains(scalar.value),
      let letter = Unicode.Scalar(scalar.value - 0x1f1e6 + 0x41)
    else { return scalar }
    return letter
  }
}
