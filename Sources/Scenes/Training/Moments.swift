/// What an optimiser remembers from step to step, and its rule.
struct Moments: Equatable, Sendable {
  private let optimiser: TrainingPlan.Optimiser
  /// Running means of the slopes and of their squares, for each parameter; empty for plain descent.
  private var means: [[Float]] = []
  private var squares: [[Float]] = []
  /// β₁ᵗ and β₂ᵗ after t steps.
  private var powers = (1.0, 1.0)

  init(_ optimiser: TrainingPlan.Optimiser, shapes: [Int]) {
    self.optimiser = optimiser
    guard optimiser == .adam else { return }
    means = shapes.map { Array(repeating: 0, count: $0) }
    squares = means
  }

  static func == (left: Self, right: Self) -> Bool {
    left.optimiser == right.optimiser && left.means == right.means
      && left.squares == right.squares && left.powers == right.powers
  }

  /// To be called once a step, before the parameters are moved.
  mutating func beginStep() {
    powers = (powers.0 * Adam.firstDecay, powers.1 * Adam.secondDecay)
  }

  /// Moves the parameter of this number against its slopes.
  mutating func move(_ number: Int, _ values: inout [Float], slopes: [Float], rate: Float) {
    switch optimiser {
    case .sgd: descend(&values, slopes, rate)
    case .adam:
      Adam(rate: rate, powers: powers).move(
        &values, slopes, means: &means[number], squares: &squares[number])
    }
  }

  /// θ ← θ − rate · g.
  private func descend(_ values: inout [Float], _ slopes: [Float], _ rate: Float) {
    for place in values.indices { values[place] -= rate * slopes[place] }
  }
}

/// Adam's rule (Kingma & Ba 2015, algorithm 1), with its usual constants.
///
///     m ← β₁ m + (1 − β₁) g        v ← β₂ v + (1 − β₂) g²
///     θ ← θ − rate · (m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + ε)
private struct Adam {
  static let firstDecay = 0.9
  static let secondDecay = 0.999
  private static let epsilon: Float = 1e-8

  private let stride: Float
  private let root: Float

  init(rate: Float, powers: (Double, Double)) {
    stride = Float(Double(rate) / (1 - powers.0))
    root = Float((1 - powers.1).squareRoot())
  }

  func move(
    _ values: inout [Float], _ slopes: [Float], means: inout [Float], squares: inout [Float]
  ) {
    let (keep, take) = (Float(Self.firstDecay), Float(1 - Self.firstDecay))
    let (keepSquare, takeSquare) = (Float(Self.secondDecay), Float(1 - Self.secondDecay))
    for place in values.indices {
      let slope = slopes[place]
      means[place] = keep * means[place] + take * slope
      squares[place] = keepSquare * squares[place] + takeSquare * slope * slope
      values[place] -= stride * means[place] / (squares[place].squareRoot() / root + Self.epsilon)
    }
  }
}
