/// Everything that decides how a drawing looks: colours, signs, motion.
package struct Appearance: Equatable, Sendable {
  package var theme: Theme
  package var symbols: Symbols
  /// Whether things may move of their own accord.
  package var motion: Bool
  package var colors: ColorDepth

  /// Without colours the theme is `mono`, whichever is asked for.
  package init(
    theme: Theme = .dark, symbols: Symbols = .unicode, motion: Bool = true,
    colors: ColorDepth = .full
  ) {
    self.theme = colors == .mono ? .mono : theme
    self.symbols = symbols
    self.motion = motion
    self.colors = self.theme.isColored ? colors : .mono
  }

  /// The style of a role.
  package func style(_ role: Role) -> Style {
    theme.style(role)
  }

  /// The look of what floats above.
  package var raised: Appearance {
    var appearance = self
    appearance.theme = theme.raised
    return appearance
  }

  /// A style as it looks under an overlay.
  package func receded(_ style: Style) -> Style {
    theme.receded(style)
  }

  /// The style of a cell in a heat map, for an amount from −1 to 1.
  ///
  /// Where the colours are too few to carry the size there is a shade to set beside the digits.
  package func heat(_ amount: Float, role: Role) -> (style: Style, shade: String?) {
    switch colors {
    case .full, .indexed:
      return (theme.heat(amount, role: role, depth: colors), nil)
    case .sixteen, .mono:
      let size = amount.isFinite ? min(1, abs(amount)) : 0
      let color: Role = size == 0 ? .faint : amount < 0 ? .loss : role
      let style = theme.style(color).with(bold: size >= 0.5)
      return (style, shade(size))
    }
  }

  /// Whether signs must tell apart what colours do elsewhere.
  package var hasFewColors: Bool {
    switch colors {
    case .full, .indexed: false
    case .sixteen, .mono: true
    }
  }

  private func shade(_ size: Float) -> String { shading(size, cells: 1) }

  /// The same shade over several cells, of which the first are darker where the size lies between two
  /// shades.
  ///
  /// What is below zero is hatched instead, over more cells the further it is from zero.
  func shading(_ amount: Float, cells: Int) -> String {
    let size = amount.isFinite ? min(1, abs(amount)) : 0
    if amount < 0, size > 0 {
      let hatched = Int((size.squareRoot() * Float(max(cells, 0))).rounded(.up))
      return String(repeating: " ", count: max(cells, 0) - hatched)
        + String(repeating: symbols.hatch, count: hatched)
    }
    // By the root: most shares are small, and even steps would show all below a quarter alike.
    let steps = size.squareRoot() * Float((symbols.shades.count - 1) * max(cells, 1))
    let darkness = Int(steps.rounded(.up))
    return (0..<max(cells, 0)).map { symbols.shades[(darkness + cells - 1 - $0) / cells] }.joined()
  }
}
