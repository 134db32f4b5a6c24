/// The part of xterm's 256 colours that every terminal agrees on.
///
/// It is the 6×6×6 cube at 16…231 and the greys at 232…255; the first 16 belong to the person's
/// own colour scheme.
package enum IndexedPalette {
  private static let levels = [0, 95, 135, 175, 215, 255]

  /// The colour at an index of 16 or more.
  package static func color(at index: Int) -> Color {
    precondition((16...255).contains(index), "only the cube and the greys have known colours")
    if index >= 232 {
      let grey = UInt8(8 + 10 * (index - 232))
      return .rgb(grey, grey, grey)
    }
    let cell = index - 16
    return .rgb(
      UInt8(levels[cell / 36]), UInt8(levels[cell / 6 % 6]), UInt8(levels[cell % 6]))
  }

  /// The index whose colour is nearest.
  static func nearest(_ r: UInt8, _ g: UInt8, _ b: UInt8) -> Int {
    let (red, green, blue) = (level(r), level(g), level(b))
    let cube = 16 + 36 * red + 6 * green + blue
    let mean = (Int(r) + Int(g) + Int(b)) / 3
    let grey = 232 + min(23, max(0, (mean - 3) / 10))
    let target = Color.rgb(r, g, b)
    return target.distance(to: color(at: grey)) < target.distance(to: color(at: cube)) ? grey : cube
  }

  private static func level(_ channel: UInt8) -> Int {
    switch channel {
    case ..<48: 0
    case ..<115: 1
    default: (Int(channel) - 35) / 40
    }
  }
}

extension Color {
  /// The nearest of xterm's 256 colours, as its index; nil for the terminal's own colour.
  package var index: Int? {
    guard let (r, g, b) = components else { return nil }
    return IndexedPalette.nearest(r, g, b)
  }

  /// A squared distance that weighs green most, as eyes do.
  func distance(to other: Color) -> Int {
    guard let (r0, g0, b0) = components, let (r1, g1, b1) = other.components
    else { return self == other ? 0 : .max }
    let (dr, dg, db) = (Int(r0) - Int(r1), Int(g0) - Int(g1), Int(b0) - Int(b1))
    return 3 * dr * dr + 6 * dg * dg + 2 * db * db
  }
}
