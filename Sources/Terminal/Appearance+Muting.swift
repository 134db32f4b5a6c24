extension Appearance {
  /// The style of a role where another of its kind is current.
  package func muted(_ role: Role) -> Style {
    let style = style(role)
    switch colors {
    case .full, .indexed:
      return style.with(foreground: style.foreground.blended(towards: theme.canvas, by: 0.28))
    case .sixteen, .mono: return style.with(dim: true)
    }
  }
}
