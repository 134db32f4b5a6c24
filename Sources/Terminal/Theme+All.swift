extension Theme {
  package static let all = [dark, light, contrast, mono]

  /// The theme of a name.
  package init?(named name: String) {
    guard let theme = Theme.all.first(where: { $0.name == name }) else { return nil }
    self = theme
  }

  /// The theme that a person chose by its name, else the one for the terminal's own ground.
  ///
  /// One that is made for a dark ground brings its own where the terminal's is light.
  package static func chosen(_ name: String?, onLightGround isLight: Bool) -> Theme {
    let theme = name.flatMap(Theme.init(named:)) ?? (isLight ? light : dark)
    return isLight && theme == dark ? theme.onItsOwnGround : theme
  }

  /// Colours that colour-blind eyes tell apart (Okabe and Ito, 2008), on the terminal's ground.
  package static let dark = Theme(
    name: "dark", ground: .standard,
    palette: Palette(
      canvas: Color(0x14171c), overlay: Color(0x1b2027), text: Color(0xd8dee9),
      dim: Color(0x8a93a3), faint: Color(0x68707f), bright: Color(0xffffff),
      rule: Color(0x3d4450), query: Color(0x56b4e9), key: Color(0xe69f00),
      value: Color(0x2fbf8f), output: Color(0xcc79a7), hand: Color(0xf0e442),
      gain: Color(0x8fd17f), loss: Color(0xe8663c), error: Color(0xff7b72),
      highlight: Color(0xf0e442), dark: Color(0x0b0d10), light: Color(0xd8dee9)))

  /// The same family, darkened for a white ground of its own.
  package static let light = Theme(
    name: "light", ground: Color(0xfcfcfa),
    palette: Palette(
      canvas: Color(0xfcfcfa), overlay: Color(0xf0f0ea), text: Color(0x2a2f38),
      dim: Color(0x5f6672), faint: Color(0x838a95), bright: Color(0x000000),
      rule: Color(0xc6cad1), query: Color(0x0067a8), key: Color(0x9a5b00),
      value: Color(0x00714f), output: Color(0xa03a74), hand: Color(0x6f6400),
      gain: Color(0x2c7a1f), loss: Color(0xb3440f), error: Color(0xb3261e),
      highlight: Color(0xf7e463), dark: Color(0x101418), light: Color(0xffffff)))

  /// The greatest differences: every ink, the faint one too, at least 7 : 1 on black.
  package static let contrast = Theme(
    name: "contrast", ground: Color(0x000000),
    palette: Palette(
      canvas: Color(0x000000), overlay: Color(0x101010), text: Color(0xffffff),
      dim: Color(0xd0d0d0), faint: Color(0xa8a8a8), bright: Color(0xffffff),
      rule: Color(0xa8a8a8), query: Color(0x7cc8ff), key: Color(0xffb52e),
      value: Color(0x4fe0ae), output: Color(0xf2a3cf), hand: Color(0xfff35c),
      gain: Color(0xa8f096), loss: Color(0xff9b6a), error: Color(0xff9b94),
      highlight: Color(0xfff35c), dark: Color(0x000000), light: Color(0xffffff)))

  /// No colours: weight and reversal only.
  package static let mono = Theme(
    name: "mono", ground: .standard,
    palette: Palette(
      canvas: Color(0x14171c), overlay: Color(0x14171c), text: Color(0xd8dee9),
      dim: Color(0x8f97a5), faint: Color(0x8f97a5), bright: Color(0xffffff),
      rule: Color(0x8f97a5), query: Color(0xd8dee9), key: Color(0xd8dee9),
      value: Color(0xd8dee9), output: Color(0xd8dee9), hand: Color(0xffffff),
      gain: Color(0xd8dee9), loss: Color(0xd8dee9), error: Color(0xffffff),
      highlight: Color(0xd8dee9), dark: Color(0x14171c), light: Color(0xd8dee9)))
}
