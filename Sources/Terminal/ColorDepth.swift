/// How many colours a terminal can show.
package enum ColorDepth: String, CaseIterable, Sendable {
  /// Weight and reversal only.
  case mono
  /// The 16 (or 8) named colours.
  case sixteen
  /// The 256 colours of xterm.
  case indexed
  /// Every colour.
  case full

  /// The colour that this depth shows in place of the one asked for.
  package func shown(_ color: Color) -> Color {
    switch self {
    case .mono: .standard
    case .sixteen: color.named.map { NamedPalette.colors[$0] } ?? .standard
    case .indexed: color.index.map(IndexedPalette.color(at:)) ?? .standard
    case .full: color
    }
  }
}
