/// The signs that widgets draw with, each one cell wide unless its comment says otherwise.
package struct Symbols: Equatable, Sendable {
  /// Whether everything here is ASCII.
  package var isASCII: Bool

  package var rule: String
  package var verticalRule: String
  package var branch: String
  package var lastBranch: String
  package var corner: String
  package var ellipsis: String

  package var done: String
  package var half: String
  package var open: String
  package var planned: String
  package var check: String
  package var cross: String

  package var pointer: String
  package var guess: String
  package var up: String
  package var down: String
  package var left: String
  package var right: String
  /// Before the name of a key that is pressed with Shift; any width.
  package var shift: String
  /// The names of keys; any width.
  package var enter: String
  package var backspace: String

  package var track: String
  package var filledTrack: String
  package var knob: String
  /// Where a dragged value began.
  package var startMark: String
  /// The part of a whole that is in view.
  package var thumb: String
  /// Says that a list goes on above, or below.
  package var moreAbove: String
  package var moreBelow: String

  /// A bar's end by eighths of a cell, from nothing to a full cell.
  package var bars: [String]
  /// A column's top by eighths of a cell, from nothing to a full cell.
  package var columns: [String]
  /// Darkness for where there is no colour, from nothing to all.
  package var shades: [String]
  /// Whether drawings may be made of braille dots, 2×4 a cell.
  package var hasBraille: Bool
  /// A dot of a drawing that has no braille, and of an axis.
  package var dot: String
  package var axisDot: String
  /// The head of a vector in a drawing without braille.
  package var arrowHead: String

  /// Two cells for a number that is not revealed yet.
  package var veil: String

  package var minus: String
  /// Between the ends of a range.
  package var dash: String
  package var times: String
  package var product: String
  /// Signs that grow with what they enclose.
  package var fences: [String: TallFence]
  /// Any width, as are the next four.
  package var root: String
  package var transposed: String
  package var infinity: String
  package var sigma: String
  package var partial: String
  /// Marks growth and shrinking where there is no colour.
  package var rise: String
  package var fall: String
}

extension Symbols {
  /// A cell of a drawing, from its dots in the order of the braille block.
  func dots(_ bits: UInt8, isAxis: Bool = false) -> String { dotGlyph(bits, isAxis: isAxis).text }

  /// A cell of a drawing as it lies in a buffer.
  func dotGlyph(_ bits: UInt8, isAxis: Bool = false) -> GlyphScalars {
    guard hasBraille, let scalar = Unicode.Scalar(0x2800 + UInt32(bits)) else {
      return GlyphScalars(isAxis ? axisDot : dot)
    }
    return GlyphScalars(scalar)
  }
}
