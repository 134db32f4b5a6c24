/// The scalars of one glyph: a character and up to four marks upon it, as many as curses has room for;
/// none in the right half of a wide one.
///
/// They lie in the cell itself: a screen's worth of cells is copied, compared and thrown away
/// without counting a reference.
package struct GlyphScalars: Hashable, Sendable {
  private var base: UInt32 = 0
  private var mark1: UInt32 = 0
  private var mark2: UInt32 = 0
  private var mark3: UInt32 = 0
  private var mark4: UInt32 = 0

  /// No glyph at all.
  package init() {}

  package init(_ scalar: Unicode.Scalar) {
    base = scalar.value
  }

  /// The first character of a text with its marks; what does not fit is left out.
  package init(_ text: String) {
    for scalar in text.unicodeScalars { append(scalar) }
  }

  // Without a branch: nearly all are compared with their like.
  package static func == (one: GlyphScalars, other: GlyphScalars) -> Bool {
    (one.base ^ other.base) | (one.mark1 ^ other.mark1) | (one.mark2 ^ other.mark2)
      | (one.mark3 ^ other.mark3) | (one.mark4 ^ other.mark4) == 0
  }

  package static let blank = GlyphScalars(" " as Unicode.Scalar)

  package var isEmpty: Bool { base == 0 }

  /// Puts a scalar behind the others, where there is room.
  package mutating func append(_ scalar: Unicode.Scalar) {
    if base == 0 {
      base = scalar.value
    } else if mark1 == 0 {
      mark1 = scalar.value
    } else if mark2 == 0 {
      mark2 = scalar.value
    } else if mark3 == 0 {
      mark3 = scalar.value
    } else if mark4 == 0 {
      mark4 = scalar.value
    }
  }

  /// The character and its marks as numbers; 0 where there is none.
  package var values: (UInt32, UInt32, UInt32, UInt32, UInt32) {
    (base, mark1, mark2, mark3, mark4)
  }

  /// The glyph as text.
  package var text: String {
    var text = String.UnicodeScalarView()
    for value in [base, mark1, mark2, mark3, mark4] {
      guard value != 0, let scalar = Unicode.Scalar(value) else { break }
      text.append(scalar)
    }
    return String(text)
  }
}
