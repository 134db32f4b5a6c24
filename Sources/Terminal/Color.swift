/// A colour of a cell: the terminal's own, or one of ours.
package enum Color: Hashable, Sendable {
  /// Whatever the terminal writes with, or writes on.
  case standard
  case rgb(UInt8, UInt8, UInt8)

  /// The colour of a number such as `0x56b4e9`.
  package init(_ hex: UInt32) {
    self = .rgb(
      UInt8(truncatingIfNeeded: hex >> 16), UInt8(truncatingIfNeeded: hex >> 8),
      UInt8(truncatingIfNeeded: hex))
  }

  /// Every colour as a number of its own: a screen's worth of cells is compared for every key.
  private var number: UInt32 {
    switch self {
    case .standard: 1 << 24
    case .rgb(let r, let g, let b): UInt32(r) << 16 | UInt32(g) << 8 | UInt32(b)
    }
  }

  package static func == (one: Color, other: Color) -> Bool { one.number == other.number }

  /// The colour `amount` of the way to another one; a standard colour stays what it is.
  package func blended(towards other: Color, by amount: Float) -> Color {
    guard case .rgb(let r0, let g0, let b0) = self, case .rgb(let r1, let g1, let b1) = other
    else { return self }
    let t = min(1, max(0, amount))
    func mix(_ from: UInt8, _ to: UInt8) -> UInt8 {
      UInt8((Float(from) + (Float(to) - Float(from)) * t).rounded())
    }
    return .rgb(mix(r0, r1), mix(g0, g1), mix(b0, b1))
  }
}
