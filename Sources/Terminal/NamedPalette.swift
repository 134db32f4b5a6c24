/// The 16 named colours, 0…7 and their bright twins 8…15.
///
/// What they look like is the person's choice. The values here are chosen so that each of our
/// meanings finds a name of its own: query blue, key the dark yellow, the hand the bright one.
package enum NamedPalette {
  package static let colors: [Color] = [
    0x14171c, 0xd55e00, 0x2fbf8f, 0xe69f00, 0x0072b2, 0xcc79a7, 0x2aa1b3, 0xd8dee9,
    0x66707f, 0xff7b72, 0x8fd17f, 0xf0e442, 0x56b4e9, 0xe3a6c8, 0x7fd8e6, 0xffffff,
  ].map { Color($0) }

  static func nearest(_ color: Color) -> Int {
    colors.indices.min { color.distance(to: colors[$0]) < color.distance(to: colors[$1]) } ?? 7
  }
}

extension Color {
  /// The nearest of the 16 named colours; nil for the terminal's own colour.
  package var named: Int? {
    self == .standard ? nil : NamedPalette.nearest(self)
  }
}
