import Terminal

/// When the next picture of a run is due; without a run there is nothing to wake up for.
struct FrameClock {
  /// Thirty pictures a second.
  static let interval = Duration.milliseconds(33)

  private var due: ContinuousClock.Instant?

  /// How long to wait for a key: nil is forever.
  ///
  /// Keys in between do not put a picture off.
  mutating func wait(isPlaying: Bool, at now: ContinuousClock.Instant = .now) -> Duration? {
    guard isPlaying else {
      due = nil
      return nil
    }
    let next = due ?? now + Self.interval
    due = next
    return max(.zero, now.duration(to: next))
  }

  /// Notes that a picture came; what came too late is not caught up on.
  mutating func note(_ event: Event, at now: ContinuousClock.Instant = .now) {
    guard event == .tick, let due else { return }
    self.due = max(due + Self.interval, now)
  }
}
