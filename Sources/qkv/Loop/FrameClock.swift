import Terminal

/// When the next picture of a run is due; without a run there is nothing to wake up for.
struct FrameClock {
  private var due: ContinuousClock.Instant?
  private var interval = Duration.zero

  /// How long to wait for a key: nil is forever.
  ///
  /// Keys in between do not put a picture off.
  mutating func wait(
    every interval: Duration?, at now: ContinuousClock.Instant = .now
  ) -> Duration? {
    guard let interval else {
      due = nil
      return nil
    }
    self.interval = interval
    let next = due.map { min($0, now + interval) } ?? now + interval
    due = next
    return max(.zero, now.duration(to: next))
  }

  /// Notes that a picture came; what came too late is not caught up on.
  mutating func note(_ event: Event, at now: ContinuousClock.Instant = .now) {
    guard event == .tick, let due else { return }
    self.due = max(due + interval, now)
  }
}
