extension TextWidth {
  /// The cells of a single scalar: 0, 1 or 2.
  ///
  /// After Unicode's East_Asian_Width (UAX #11), ambiguous characters being narrow; marks after
  /// their general category.
  package static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x7e, 0xa0...0xac, 0xae...0x2ff: 1
    case 0..<0xa0, 0xad: 0
    // Arrows to braille: rules, bars, dots, all narrow but a few emoji.
    case 0x2190...0x2319, 0x2500...0x25fc, 0x2800...0x28ff: 1
    // Halves of a flag, which we show as a letter each.
    case 0x1f1e6...0x1f1ff: 1
    case let value where isWide(value): 2
    default: width(byCategory: scalar)
    }
  }

  /// A narrow scalar that joins no other one, so that two of them in a row are two glyphs.
  package static func isSimple(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7e, 0xae...0x2ff, 0x2190...0x2319, 0x2500...0x25fc, 0x2800...0x28ff: true
    default: false
    }
  }

  private static func width(byCategory scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator,
      .surrogate:
      0
    default:
      if isJoiningJamo(scalar.value) || scalar.properties.isNoncharacterCodePoint {
        0
      } else {
        scalar.properties.isEmojiPresentation ? 2 : 1
      }
    }
  }

  /// Vowels and finals of Korean syllables, which join the initial before them.
  private static func isJoiningJamo(_ value: UInt32) -> Bool {
    (0x1160...0x11ff).contains(value) || (0xd7b0...0xd7ff).contains(value)
  }

  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case ..<0x1100: false
    case 0x1100...0x115f, 0x2329...0x232a, 0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf,
      0x4e00...0xa4cf, 0xa960...0xa97c, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe10...0xfe19,
      0xfe30...0xfe6b, 0xff01...0xff60, 0xffe0...0xffe6, 0x16fe0...0x16ff1, 0x17000...0x18cff,
      0x18d00...0x18d08, 0x1aff0...0x1b2fb, 0x1f200...0x1f202, 0x1f210...0x1f23b,
      0x1f240...0x1f248, 0x1f250...0x1f251, 0x1f260...0x1f265, 0x20000...0x3fffd:
      !narrowAmongWide(value)
    default: false
    }
  }

  /// Marks of ideographic and kana text, which take no cell of their own.
  private static func narrowAmongWide(_ value: UInt32) -> Bool {
    (0x302a...0x302d).contains(value) || value == 0x3099 || value == 0x309a || value == 0x303f
      || value == 0x16fe4
  }

  /// A picture that emoji sequences begin with.
  package static func isPictograph(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar, scalar.value > 0xff else { return false }
    return scalar.properties.isEmoji
  }

  /// A zero-width scalar that may stay with its base: marks, and the joiners that scripts need.
  ///
  /// Variation selectors go, since terminals disagree on the width that they ask for; so do all
  /// format characters that could turn the direction of text or hide some.
  package static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200c, 0x200d: return true
    case 0x180b...0x180f, 0xfe00...0xfe0f, 0xe0100...0xe01ef: return false
    default:
      let category = scalar.properties.generalCategory
      return category == .nonspacingMark || category == .enclosingMark
        || isJoiningJamo(scalar.value)
    }
  }
}
