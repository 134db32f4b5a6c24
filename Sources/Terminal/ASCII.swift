/// What to write where a terminal knows ASCII only.
package enum ASCII {
  /// One character of ASCII in place of a glyph.
  ///
  /// It is what looks most like it, else its letter without the marks, else a question mark.
  package static func nearest(to glyph: String) -> Unicode.Scalar {
    guard let first = glyph.unicodeScalars.first else { return " " }
    if first.isASCII { return first }
    return lookalikes[first] ?? narrow(first) ?? base(of: first) ?? "?"
  }

  /// The full-width forms stand in the order of ASCII.
  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) : nil
  }

  /// The letter or digit that Unicode names last: LATIN SMALL LETTER E WITH ACUTE, SUBSCRIPT TWO.
  private static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard let name = scalar.properties.name else { return nil }
    let words = name.split(separator: " ").prefix { $0 != "WITH" }.map(String.init)
    guard let kind = words.first, let last = words.last, kinds.contains(kind) else { return nil }
    if let digit = digits.firstIndex(of: last) { return Unicode.Scalar(UInt8(0x30 + digit)) }
    guard last.unicodeScalars.count == 1 else { return nil }
    return (words.contains("CAPITAL") ? last : last.lowercased()).unicodeScalars.first
  }

  /// What the names of variants of Latin letters and of digits begin with.
  private static let kinds = [
    "LATIN", "SUPERSCRIPT", "SUBSCRIPT", "MODIFIER", "MATHEMATICAL", "DOUBLE-STRUCK", "SCRIPT",
    "BLACK-LETTER", "CIRCLED",
  ]

  private static let digits = [
    "ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE",
  ]

  private static let lookalikes: [Unicode.Scalar: Unicode.Scalar] = {
    let rows: [(Unicode.Scalar, String)] = [
      ("-", "−–—‐‑‒―─━╴╶╼╾⁻₋"), ("'", "‘’‚′"), ("\"", "“”„″«»"), (".", "…·•░"), ("x", "×✗"),
      ("/", "÷╱"), (">", "→▸▶›≥"), ("<", "←◂◀‹≤"), ("^", "↑"), ("v", "↓✓"), ("|", "│┃├┤▏▎▍▌"),
      ("+", "┌┐└┘┬┴┼╭╮╰╯◐⁺₊"), ("#", "█▉▊▋▓●"), (":", "▒"), ("o", "○"), ("~", "≈∼"),
      ("d", "∂"), ("S", "Σ∑"), ("*", "⋅∙"), ("=", "≡≠⁼₌"), ("(", "⁽₍"), (")", "⁾₎"),
      ("1", "½⅓¼"), ("a", "ª"), ("o", "º"), ("h", "ℎ"), ("T", "™"), ("N", "№"),
      (" ", "\u{a0}\u{2002}\u{2003}\u{2009}\u{202f}\u{3000}"),
    ]
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (ascii, alike) in rows {
      for scalar in alike.unicodeScalars { table[scalar] = ascii }
    }
    return table
  }()
}
