extension Buffer {
  /// Lets a block step back towards the ground, as what lies under an overlay does.
  package mutating func dim(_ rect: Rect, appearance: Appearance) {
    restyle(rect) { appearance.receded($0) }
  }
}
