import Terminal

/// Tells a key that is held down from one that is pressed again; terminals send both alike.
struct KeyRepeatFilter {
  /// Longer than keyboards wait before they repeat a key that is held.
  static let pause = Duration.milliseconds(700)

  private var last: (key: Key, instant: ContinuousClock.Instant)?

  /// Whether an event is the key before it once more, too soon to have been meant.
  mutating func isRepeat(_ event: Event, at instant: ContinuousClock.Instant) -> Bool {
    guard case .key(let key) = event else { return false }
    defer { last = (key, instant) }
    guard let last, last.key == key else { return false }
    return last.instant.duration(to: instant) < Self.pause
  }
}
