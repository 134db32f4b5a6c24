extension Unicode.Scalar {
  /// Whether the scalar only prints: it drives no terminal, changes no direction and hides nothing.
  ///
  /// The one set for everything that strangers write: lessons, scenes, file names, messages.
  package var isSafe: Bool {
    switch value {
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x2190...0x2BFF: return true
    // Words of some scripts and emoji need joiners.
    case 0x200C, 0x200D: return true
    // Annotations between lines, which hide text.
    case 0xFFF9...0xFFFB: return false
    case _: break
    }
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: return false
    // Marks of direction and the like; the few format characters that are seen may stay.
    case .format: return !properties.isDefaultIgnorableCodePoint
    case _: return !properties.isNoncharacterCodePoint
    }
  }
}

extension Character {
  /// Whether each of its scalars only prints.
  package var isSafe: Bool { unicodeScalars.allSatisfy(\.isSafe) }
}

extension String {
  /// The text with a replacement character in place of each scalar that does more than print; line
  /// feeds and tabs stay.
  package var printable: String { replacingUnsafe { $0 == "\n" || $0 == "\t" } }

  /// The same on one line: a line feed in a name could pass for the end of a message.
  package var printableOnOneLine: String { replacingUnsafe { _ in false } }

  private func replacingUnsafe(except stays: (Unicode.Scalar) -> Bool) -> String {
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
    var clean = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      clean.append(scalar.isSafe || stays(scalar) ? scalar : "\u{FFFD}")
    }
    return String(clean)
  }
}
