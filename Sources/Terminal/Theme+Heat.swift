extension Theme {
  /// A ground between the theme's and the role's colour, with digits that can be read on it.
  ///
  /// The amount runs from 0, the ground as it is, to 1; below 0 the ground turns to the colour of
  /// loss. The digits are chosen for the ground that a terminal of this depth will show.
  package func heat(_ amount: Float, role: Role, depth: ColorDepth = .full) -> Style {
    guard isColored else { return Style(bold: abs(amount) >= 0.5) }
    let ground = heatGround(amount, role)
    return Style(foreground: digits(on: depth.shown(ground), depth), background: ground)
  }

  private func heatGround(_ amount: Float, _ role: Role) -> Color {
    guard amount != 0, amount.isFinite else { return ground }
    let color = palette.ink(amount < 0 ? .loss : role)
    // Even the least warmth is seen, and the most is not yet the colour of plain ink.
    return canvas.blended(towards: color, by: 0.1 + 0.85 * min(1, abs(amount)))
  }

  private func digits(on ground: Color, _ depth: ColorDepth) -> Color {
    let ground = ground == .standard ? canvas : ground
    let inks = [palette.text, palette.dark, palette.light, Color(0x000000), Color(0xffffff)]
    func contrast(_ ink: Color) -> Double { Contrast.ratio(depth.shown(ink), ground) ?? 0 }
    return inks.first { contrast($0) >= 5 }
      ?? inks.max { contrast($0) < contrast($1) } ?? palette.text
  }
}
