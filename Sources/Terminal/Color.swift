/// A colour of a cell: the terminal's own, or one of ours.
///
/// One number each: a screen's worth of cells is compared for every key.
package struct Color: Hashable, Sendable {
  /// Red, green and blue as in `0x56b4e9`; beyond them the terminal's own.
  private let number: UInt32

  /// The colour of a number such as `0x56b4e9`.
  package init(_ hex: UInt32) {
    number = hex & 0xffffff
  }

  private init(number: UInt32) {
    self.number = number
  }

  /// Whatever the terminal writes with, or writes on.
  package static let standard = Color(number: 1 << 24)

  package static func rgb(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Color {
    Color(UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue))
  }

  /// Red, green and blue; nil for the terminal's own.
  package var components: (red: UInt8, green: UInt8, blue: UInt8)? {
    guard number < Self.standard.number else { return nil }
    return (
      UInt8(truncatingIfNeeded: number >> 16), UInt8(truncatingIfNeeded: number >> 8),
      UInt8(truncatingIfNeeded: number)
    )
  }

  /// The colour `amount` of the way to another one; a standard colour stays what it is.
  package func blended(towards other: Color, by amount: Float) -> Color {
    guard let (r0, g0, b0) = components, let (r1, g1, b1) = other.components
    else { return self }
    let t = min(1, max(0, amount))
    func mix(_ from: UInt8, _ to: UInt8) -> UInt8 {
      UInt8((Float(from) + (Float(to) - Float(from)) * t).rounded())
    }
    return .rgb(mix(r0, r1), mix(g0, g1), mix(b0, b1))
  }
}
