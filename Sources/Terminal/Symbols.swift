import Text

/// The signs that widgets draw with, each one cell wide unless its comment says otherwise.
///
/// There are two sets of them, which all looks share.
package final class Symbols: Sendable {
  /// Whether everything here is ASCII.
  package let isASCII: Bool

  package let rule: String
  package let verticalRule: String
  package let branch: String
  package let lastBranch: String
  package let corner: String
  package let ellipsis: String

  package let done: String
  package let half: String
  package let open: String
  package let planned: String
  package let check: String
  package let cross: String
  /// Something that comes once more.
  package let again: String

  package let pointer: String
  package let guess: String
  package let up: String
  package let down: String
  package let left: String
  package let right: String
  /// Between what was and what is; `>` would read as a comparison.
  package let becomes: String
  /// Before the name of a key that is pressed with Shift; any width.
  package let shift: String
  /// The names of keys; any width.
  package let enter: String
  package let backspace: String

  package let track: String
  package let filledTrack: String
  package let knob: String
  /// Where a dragged value began.
  package let startMark: String
  /// The part of a whole that is in view.
  package let thumb: String
  /// Says on which side a list goes on.
  package let moreAbove: String
  package let moreBelow: String
  package let moreLeft: String
  package let moreRight: String

  /// A bar's end by eighths of a cell, from nothing to a full cell.
  package let bars: [String]
  /// A column's top by eighths of a cell, from nothing to a full cell.
  package let columns: [String]
  /// The end of a column that hangs, by eighths of a cell: there are signs for one, for half and for all of it.
  package let hanging: [String]
  /// Darkness for where there is no colour, from nothing to all.
  package let shades: [String]
  /// What fills a piece that is missing or should not be there.
  package let hatch: String
  /// Where one piece of a ruler ends, and its two ends.
  package let ruler: String
  package let rulerStart: String
  package let rulerEnd: String
  /// A cell of a wire by the sides to which it goes on: up 1, right 2, down 4, left 8.
  package let wires: [String]
  /// Whether drawings may be made of braille dots, 2×4 a cell.
  package let hasBraille: Bool
  /// A dot of a drawing that has no braille, and of an axis.
  package let dot: String
  package let axisDot: String
  /// The head of a vector in a drawing without braille.
  package let arrowHead: String

  /// What tells curves apart that lie on one another.
  package let curveMarks: [String]

  /// Two cells for a number that is not revealed yet.
  package let veil: String

  package let minus: String
  /// Between the ends of a range.
  package let dash: String
  package let times: String
  package let product: String
  /// Signs that grow with what they enclose.
  package let fences: [String: TallFence]
  /// Any width, as are the next four.
  package let root: String
  package let transposed: String
  package let infinity: String
  package let sigma: String
  package let partial: String
  /// Marks growth and shrinking where there is no colour.
  package let rise: String
  package let fall: String

  /// For terminals that speak UTF-8.
  package static let unicode = Symbols(isASCII: false)

  /// For the C locale and for paper.
  package static let ascii = Symbols(isASCII: true)

  private init(isASCII: Bool) {
    func sign<Sign>(_ full: Sign, _ plain: Sign) -> Sign { isASCII ? plain : full }
    self.isASCII = isASCII
    rule = sign("─", "-")
    verticalRule = sign("│", "|")
    branch = sign("├", "|")
    lastBranch = sign("└", "`")
    corner = sign("╭", "+")
    ellipsis = sign("…", "~")
    done = sign("●", "#")
    half = sign("◐", "+")
    open = sign("○", "o")
    planned = sign("·", ".")
    // A v would be taken for an arrow down.
    check = sign("✓", "*")
    cross = sign("✗", "x")
    again = sign("↻", "@")
    pointer = sign("▸", ">")
    guess = sign("←", "<")
    up = sign("↑", "^")
    down = sign("↓", "v")
    left = sign("←", "<")
    right = sign("→", ">")
    becomes = sign("→", "->")
    shift = sign("⇧", "S-")
    enter = sign("⏎", "enter")
    backspace = sign("⌫", "bksp")
    track = sign("─", "-")
    filledTrack = sign("━", "=")
    knob = sign("●", "O")
    startMark = sign("┿", "+")
    thumb = sign("┃", "#")
    moreAbove = sign("▴", "^")
    moreBelow = sign("▾", "v")
    moreLeft = sign("◂", "<")
    moreRight = sign("▸", ">")
    bars = sign(
      [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"],
      // A dash here would turn the number behind a bar negative.
      [" ", " ", " ", ":", ":", ":", "#", "#", "#"])
    columns = sign(
      [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
      // A dash would say that a bar is below zero.
      [" ", ".", ".", ".", ":", ":", "=", "=", "#"])
    hanging = sign(
      [" ", "▔", "▔", "▀", "▀", "▀", "▀", "█", "█"],
      [" ", "'", "'", "'", "=", "=", "=", "#", "#"])
    shades = sign([" ", "░", "▒", "▓", "█"], [" ", ".", ":", "#", "@"])
    hatch = sign("╱", "/")
    ruler = sign("┬", "+")
    rulerStart = sign("┌", "+")
    rulerEnd = sign("┐", "+")
    wires = sign(
      [" ", "╵", "╶", "╰", "╷", "│", "╭", "├", "╴", "╯", "─", "┴", "╮", "┤", "┬", "┼"],
      [" ", "|", "-", "+", "|", "|", "+", "+", "-", "+", "-", "+", "+", "+", "+", "+"])
    hasBraille = !isASCII
    dot = sign("•", "*")
    axisDot = sign("·", ".")
    arrowHead = sign("•", "O")
    curveMarks = sign(["●", "○", "◆", "◇"], ["O", "o", "+", "x"])
    veil = sign("··", "..")
    minus = sign("−", "-")
    dash = sign("–", "-")
    times = sign("×", "x")
    product = sign("·", "*")
    fences = sign(TallFence.unicode, TallFence.ascii)
    root = sign("√", "sqrt")
    transposed = sign("ᵀ", ".T")
    infinity = sign("∞", "inf")
    sigma = sign("Σ", "sum")
    partial = sign("∂", "d")
    rise = sign("↑", "^")
    fall = sign("↓", "v")
  }
}

extension Symbols: Equatable {
  package static func == (one: Symbols, other: Symbols) -> Bool { one === other }
}

extension Symbols {
  /// Words and signs of mathematics as these symbols can show them: where there is only ASCII,
  /// infinity, roots and Greek letters by name, and what is small and low behind a low line.
  package func spelled(_ text: String) -> String {
    guard isASCII, !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    if text == "Σ" { return sigma }
    let signs = text.replacing("∞", with: infinity).replacing("√", with: root + " ")
    return GreekLetter.spelled(ScriptLetters.spelledOut(signs))
  }

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
