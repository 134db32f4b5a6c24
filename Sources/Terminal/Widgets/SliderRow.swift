/// One input on its track: from where it started to where the hand has brought it.
package struct SliderRow: Equatable, Sendable {
  package var label: String
  package var value: Float
  package var range: ClosedRange<Float>
  /// Where the value stood when the step began.
  package var start: Float
  /// The change since the last key.
  package var change: Float?
  /// Whether it counts whole things, as sizes do.
  package var isWhole: Bool
  /// How much a chosen number moves when this one does, per unit.
  package var slope: Float?

  package init(
    label: String, value: Float, range: ClosedRange<Float> = -2...2, start: Float? = nil,
    change: Float? = nil, isWhole: Bool = false, slope: Float? = nil
  ) {
    self.label = label
    self.value = value
    self.range = range
    self.start = start ?? value
    self.change = change
    self.isWhole = isWhole
    self.slope = slope
  }

  /// The slope with its sign, as in `∂ +.31`.
  func slopeText(_ appearance: Appearance) -> String {
    guard let slope else { return "" }
    let sign = slope > 0 ? "+" : slope < 0 ? appearance.symbols.minus : ""
    return "\(appearance.symbols.partial) \(sign)\(appearance.fineNumber(slope.magnitude))"
  }

  func valueText(_ appearance: Appearance) -> String {
    isWhole && value.magnitude < 1e6 ? String(Int(value)) : appearance.number(value)
  }

  /// The cell of a track of `width` cells on which a value stands.
  func place(of value: Float, onTrackOf width: Int) -> Int {
    let span = range.upperBound - range.lowerBound
    guard width > 1, span > 0, span.isFinite, value.isFinite else { return 0 }
    let share = (min(max(value, range.lowerBound), range.upperBound) - range.lowerBound) / span
    return Double(share * Float(width - 1)).cells
  }
}
