/// One input on its track: from where it started to where the hand has brought it.
package struct SliderRow: Equatable, Sendable {
  package var label: String
  package var value: Float
  package var scale: SliderScale
  /// Where the value stood when the step began.
  package var start: Float
  /// The change since the last key.
  package var change: Float?
  /// Whether it counts whole things, as sizes do.
  package var isWhole: Bool
  /// How much a chosen number moves when this one does, per unit.
  package var slope: Float?
  /// The word that stands for the value, where it is the place of one.
  package var word: String?

  package init(
    label: String, value: Float, range: ClosedRange<Float> = -2...2, start: Float? = nil,
    change: Float? = nil, isWhole: Bool = false, slope: Float? = nil, scale: SliderScale? = nil,
    word: String? = nil
  ) {
    self.label = label
    self.value = value
    self.scale = scale ?? .range(range)
    self.start = start ?? value
    self.change = change
    self.isWhole = isWhole
    self.slope = slope
    self.word = word
  }

  /// The slope with its sign, as in `∂ +.31`.
  func slopeText(_ appearance: Appearance) -> String {
    guard let slope else { return "" }
    let sign = slope > 0 ? "+" : slope < 0 ? appearance.symbols.minus : ""
    return "\(appearance.symbols.partial) \(sign)\(appearance.fineNumber(slope.magnitude))"
  }

  /// Sizes, and whole numbers of more digits than numbers are written with.
  private var isCount: Bool {
    isWhole || value.magnitude >= 10_000 && value == value.rounded()
  }

  func valueText(_ appearance: Appearance) -> String {
    word ?? (isCount && value.magnitude < 1e6 ? String(Int(value)) : appearance.number(value))
  }

  /// The cell of a track of `width` cells on which a value stands.
  func place(of value: Float, onTrackOf width: Int) -> Int {
    guard width > 1 else { return 0 }
    return Double(scale.share(of: value) * Float(width - 1)).cells
  }
}

/// How the values of a slider lie on its track.
package enum SliderScale: Equatable, Sendable {
  case range(ClosedRange<Float>)
  /// These values, each as far from the next, the smallest first.
  case list([Float])

  /// How far along the track a value stands, from 0 to 1.
  func share(of value: Float) -> Float {
    switch self {
    case .range(let range):
      let span = range.upperBound - range.lowerBound
      guard span > 0, span.isFinite, value.isFinite else { return 0 }
      return (min(max(value, range.lowerBound), range.upperBound) - range.lowerBound) / span
    case .list(let numbers):
      let place = numbers.lastIndex { $0 <= value } ?? 0
      return Float(place) / Float(max(numbers.count - 1, 1))
    }
  }

  /// The value that stands so far along the track.
  func value(at share: Float) -> Float {
    switch self {
    case .range(let range): range.lowerBound + share * (range.upperBound - range.lowerBound)
    case .list(let numbers):
      numbers.isEmpty ? 0 : numbers[Int((share * Float(numbers.count - 1)).rounded())]
    }
  }
}
