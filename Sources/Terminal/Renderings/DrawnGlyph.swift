/// A glyph that is a drawing rather than a letter: a rule, a block, a pattern of braille dots.
enum DrawnGlyph: Equatable {
  /// Part of the cell, in fractions of it.
  case block(left: Double, top: Double, right: Double, bottom: Double)
  case shade(Double)
  /// Arms from the middle to the sides, each 0 not there, 1 light, 2 heavy.
  case arms(up: Int, right: Int, down: Int, left: Int)
  /// A rounded corner between two sides.
  case arc(right: Bool, down: Bool)
  /// The dots, bit by bit as Unicode numbers them.
  case braille(UInt32)

  /// How opaque its ink is.
  var opacity: Double {
    switch self {
    case .shade(let amount): amount
    case .block, .arms, .arc, .braille: 1
    }
  }

  init?(_ text: String) {
    let scalars = text.unicodeScalars
    guard let scalar = scalars.first, scalar.value >= 0x2500, scalars.count == 1 else { return nil }
    if let glyph = DrawnGlyph.rules[scalar] ?? DrawnGlyph(block: scalar.value) {
      self = glyph
    } else if (0x2800...0x28ff).contains(scalar.value) {
      self = .braille(scalar.value - 0x2800)
    } else {
      return nil
    }
  }

  private init?(block value: UInt32) {
    switch value {
    case 0x2580: self = .block(left: 0, top: 0, right: 1, bottom: 0.5)
    case 0x2581...0x2588:
      self = .block(left: 0, top: 1 - Double(value - 0x2580) / 8, right: 1, bottom: 1)
    case 0x2589...0x258f:
      self = .block(left: 0, top: 0, right: 1 - Double(value - 0x2588) / 8, bottom: 1)
    case 0x2590: self = .block(left: 0.5, top: 0, right: 1, bottom: 1)
    case 0x2591...0x2593: self = .shade(Double(value - 0x2590) / 4)
    default: return nil
    }
  }

  private static let rules: [Unicode.Scalar: DrawnGlyph] = [
    "─": .arms(up: 0, right: 1, down: 0, left: 1), "━": .arms(up: 0, right: 2, down: 0, left: 2),
    "│": .arms(up: 1, right: 0, down: 1, left: 0), "┃": .arms(up: 2, right: 0, down: 2, left: 0),
    "┌": .arms(up: 0, right: 1, down: 1, left: 0), "┐": .arms(up: 0, right: 0, down: 1, left: 1),
    "└": .arms(up: 1, right: 1, down: 0, left: 0), "┘": .arms(up: 1, right: 0, down: 0, left: 1),
    "├": .arms(up: 1, right: 1, down: 1, left: 0), "┤": .arms(up: 1, right: 0, down: 1, left: 1),
    "┬": .arms(up: 0, right: 1, down: 1, left: 1), "┴": .arms(up: 1, right: 1, down: 0, left: 1),
    "┼": .arms(up: 1, right: 1, down: 1, left: 1), "╴": .arms(up: 0, right: 0, down: 0, left: 1),
    "╶": .arms(up: 0, right: 1, down: 0, left: 0), "╼": .arms(up: 0, right: 2, down: 0, left: 1),
    "╾": .arms(up: 0, right: 1, down: 0, left: 2), "╭": .arc(right: true, down: true),
    "╮": .arc(right: false, down: true), "╰": .arc(right: true, down: false),
    "╯": .arc(right: false, down: false),
  ]
}
