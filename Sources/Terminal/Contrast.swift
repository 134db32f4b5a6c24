#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How well one colour stands out against another, after the Web Content Accessibility
/// Guidelines 2.2: 1 is not at all, 4.5 is enough for text, 21 is black on white.
package enum Contrast {
  /// The contrast ratio of two colours; nil where one is the terminal's own, hence unknown.
  package static func ratio(_ one: Color, _ other: Color) -> Double? {
    guard let first = luminance(one), let second = luminance(other) else { return nil }
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  /// Whether black stands out better on a colour than white does.
  fileprivate static func isLight(_ color: Color) -> Bool {
    (ratio(color, Color(0x000000)) ?? 0) > (ratio(color, Color(0xffffff)) ?? 0)
  }

  private static func luminance(_ color: Color) -> Double? {
    guard let (r, g, b) = color.components else { return nil }
    return 0.2126 * linear[Int(r)] + 0.7152 * linear[Int(g)] + 0.0722 * linear[Int(b)]
  }

  /// The light of each level of a channel; a heat map asks for thousands of them a frame.
  private static let linear = (0...255).map { level in
    let c = Double(level) / 255
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4)
  }
}

extension Color {
  /// Whether black stands out better on it than white does; false for the terminal's own.
  package var isLight: Bool { Contrast.isLight(self) }
}
