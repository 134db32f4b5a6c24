/// What a run has been through, so that any of its steps can be shown again.
///
/// It keeps the loss of every step, and parameters and moments of some: of every step at first, then of
/// every second, fourth, …, so that there are never more than `mostKeyframes`. What lies between is
/// worked out again, to the same bit. At 1,000 steps that is 4 kB of losses and, with Adam, at most
/// 65 × 3 numbers for each number trained.
struct TrainingRecord: Equatable, Sendable {
  /// Where a run stood at a step.
  struct Keyframe: Equatable {
    let step: Int
    let parameters: [[Float]]
    let moments: Moments
  }

  static let mostKeyframes = 65

  /// The loss after 0, 1, 2, … steps.
  private(set) var losses: [Float] = []
  /// From which step on which rate has held.
  private(set) var rates: [RateChange]
  private var keyframes: [Keyframe] = []
  private var interval = 1

  init(rates: [RateChange]) {
    precondition(!rates.isEmpty, "a run has a rate")
    self.rates = rates
  }

  /// Whether both began with the same numbers and took the same steps; which of them are kept does
  /// not matter, since the rest is worked out to the same bit.
  static func == (left: Self, right: Self) -> Bool {
    left.losses.elementsEqual(right.losses) { $0.bitPattern == $1.bitPattern }
      && left.start == right.start && left.rates == right.rates
  }

  /// The parameters before the first step.
  var start: [[Float]] { keyframes.first?.parameters ?? [] }

  /// The last step that was taken.
  var reached: Int { max(losses.count - 1, 0) }

  /// The rate with which the step after this one is taken.
  func rate(at step: Int) -> Float {
    rates.last { $0.step <= step }?.rate ?? rates[0].rate
  }

  /// Whether a step after this one was, or would be, taken with another rate.
  func departs(from rate: Float, after step: Int) -> Bool {
    self.rate(at: step) != rate || rates.contains { $0.step > step && $0.rate != rate }
  }

  /// The last keyframe that is not after this step.
  func keyframe(before step: Int) -> Keyframe? {
    keyframes.last { $0.step <= step }
  }

  var keyframeCount: Int { keyframes.count }

  /// Whether the state at this step is to be kept.
  func wantsKeyframe(_ step: Int) -> Bool { step.isMultiple(of: interval) }

  mutating func append(loss: Float) {
    losses.append(loss)
  }

  mutating func append(_ keyframe: Keyframe) {
    keyframes.append(keyframe)
    guard keyframes.count > Self.mostKeyframes else { return }
    interval *= 2
    keyframes.removeAll { !$0.step.isMultiple(of: interval) }
  }

  /// From this step on another rate holds, and what followed under the old one is forgotten.
  mutating func change(rate: Float, at step: Int) {
    losses.removeSubrange(min(step + 1, losses.count)...)
    keyframes.removeAll { $0.step > step }
    rates.removeAll { $0.step >= step }
    rates.append(RateChange(step: step, rate: rate))
  }
}

/// From which step of a run on which rate holds.
struct RateChange: Equatable, Codable, Sendable {
  let step: Int
  let rate: Float
}
