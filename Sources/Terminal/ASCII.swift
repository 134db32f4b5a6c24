import Foundation

/// What to write where a terminal knows ASCII only.
package enum ASCII {
  /// One character of ASCII in place of a glyph.
  ///
  /// It is what looks most like it, else its letter without the marks, else a question mark.
  package static func nearest(to glyph: String) -> Unicode.Scalar {
    guard let first = glyph.unicodeScalars.first else { return " " }
    if first.isASCII { return first }
    if let alike = lookalikes[first] { return alike }
    let base = String(first).decomposedStringWithCompatibilityMapping.unicodeScalars.first
    return base.flatMap { $0.isASCII ? $0 : nil } ?? "?"
  }

  private static let lookalikes: [Unicode.Scalar: Unicode.Scalar] = {
    let rows: [(Unicode.Scalar, String)] = [
      ("-", "−–—‐‑‒―─━╴╶╼╾"), ("'", "‘’‚′"), ("\"", "“”„″«»"), (".", "…·•░"), ("x", "×✗"),
      ("/", "÷"), (">", "→▸▶›≥"), ("<", "←◂◀‹≤"), ("^", "↑"), ("v", "↓✓"), ("|", "│┃├┤▏▎▍▌"),
      ("+", "┌┐└┘┬┴┼╭╮╰╯◐"), ("#", "█▉▊▋▓●"), (":", "▒"), ("o", "○"), ("~", "≈∼"),
      ("d", "∂"), ("S", "Σ∑"), ("*", "⋅∙"), ("=", "≡"), (" ", "\u{a0}"),
    ]
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (ascii, alike) in rows {
      for scalar in alike.unicodeScalars { table[scalar] = ascii }
    }
    return table
  }()
}
