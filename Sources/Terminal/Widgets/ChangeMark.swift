import Text

/// What a number gained or lost since the last key: `+.07` in its colour, `↑.07` where there is none.
struct ChangeMark: Equatable {
  let text: String
  let style: Style
  let role: Role

  /// Nothing where nothing changed that could be seen; whole things are counted without decimals.
  init?(_ change: Float?, isCount: Bool = false, appearance: Appearance) {
    guard let change, change.isFinite, !NumberFormat.isZero(change) else { return nil }
    let amount = appearance.text(of: change.magnitude, isCount: isCount)
    let isGain = change > 0
    let sign = isGain ? "+" : appearance.symbols.minus
    let arrow =
      appearance.colors == .mono ? (isGain ? appearance.symbols.rise : appearance.symbols.fall) : ""
    text = arrow + sign + amount
    role = isGain ? .gain : .loss
    style = appearance.style(role)
  }

  var width: Int { TextWidth.width(of: text) }

  /// The room that a change takes, so that a table does not move when one comes and goes.
  static let usualWidth = 5
}
