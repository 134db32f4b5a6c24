/// How every role looks.
package struct Theme: Equatable, Sendable {
  package let name: String

  /// What cells without a ground of their own stand on; `.standard` is the terminal's.
  package private(set) var ground: Color

  /// The colour to blend with where the ground is the terminal's own, and to paint a picture on.
  package private(set) var canvas: Color

  /// Whether roles differ in colour at all.
  package var isColored: Bool { self.name != Theme.mono.name }

  let palette: Palette

  init(name: String, ground: Color, palette: Palette) {
    self.name = name
    self.ground = ground
    self.canvas = palette.canvas
    self.palette = palette
  }

  /// The style of a role on this theme's ground.
  package func style(_ role: Role) -> Style {
    guard isColored else { return monoStyle(role) }
    switch role {
    case .held, .selected:
      return Style(foreground: palette.dark, background: palette.highlight, bold: true)
    case .token: return Style(foreground: palette.bright, background: tile)
    case .bright, .title, .heading, .hand, .error:
      return Style(foreground: palette.ink(role), background: ground, bold: true)
    case .text, .dim, .faint, .query, .key, .value, .output, .gain, .loss, .rule, .overlay:
      return Style(foreground: palette.ink(role), background: ground)
    }
  }

  /// A ground that stands out a little from the canvas.
  private var tile: Color { canvas.blended(towards: palette.text, by: 0.14) }

  /// The same theme on the lighter ground of what floats above.
  package var raised: Theme {
    guard isColored else { return self }
    var theme = self
    theme.ground = palette.overlay
    theme.canvas = palette.overlay
    return theme
  }

  /// The same theme on a ground that it paints rather than on the terminal's.
  var onItsOwnGround: Theme {
    var theme = self
    theme.ground = canvas
    return theme
  }

  /// A style as it looks under an overlay.
  package func receded(_ style: Style) -> Style {
    guard isColored else { return style.with(bold: false, dim: true, reversed: false) }
    return Style(
      foreground: style.foreground.blended(towards: canvas, by: 0.72),
      background: style.background.blended(towards: canvas, by: 0.8))
  }

  private func monoStyle(_ role: Role) -> Style {
    switch role {
    case .text, .overlay, .gain, .loss, .value, .key, .query, .output: .plain
    case .bright, .title, .heading, .hand, .token: Style(bold: true)
    case .dim, .faint, .rule: Style(dim: true)
    case .held, .selected: Style(reversed: true)
    case .error: Style(bold: true, underlined: true)
    }
  }
}
