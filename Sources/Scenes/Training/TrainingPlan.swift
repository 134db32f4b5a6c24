/// What gradient descent should do: which loss to lower, by which inputs, and how.
package struct TrainingPlan: Equatable, Sendable {
  /// The rule that turns a derivative into a change.
  package enum Optimiser: String, CaseIterable, Sendable {
    /// Plain gradient descent.
    case sgd
    /// Adaptive moments (Kingma & Ba 2015).
    case adam
  }

  /// A scalar.
  package let loss: NodeID
  /// Inputs that the loss depends on.
  package let parameters: [NodeID]
  package let optimiser: Optimiser
  /// How far the first step goes; a run may change it.
  package let rate: Float
  /// After so many steps a run ends.
  package let steps: Int
  /// A condition that ends a run before.
  package let until: NodeID?

  package init(
    loss: NodeID, parameters: [NodeID], optimiser: Optimiser = .adam, rate: Float, steps: Int,
    until: NodeID? = nil
  ) {
    precondition(steps >= 0, "a run takes no negative number of steps")
    self.loss = loss
    self.parameters = parameters
    self.optimiser = optimiser
    self.rate = rate
    self.steps = steps
    self.until = until
  }

  /// About how many multiplications and additions a whole run takes.
  package func work(in scene: Scene) -> Double {
    let tape = Tape(scene.graph, self)
    let forward = scene.graph.cost(of: Set(tape.forward).union(tape.path)).work
    // The way back takes about twice the work of the way there.
    return 3 * forward * Double(steps)
  }

  /// How many numbers a whole run keeps, so that one can go back in it.
  package func numbersKept(in scene: Scene) -> Int {
    let parameters = parameters.reduce(0) { $0 + scene.values(of: $1).count }
    let perParameter = optimiser == .adam ? 3 : 1
    return parameters * perParameter * min(steps + 1, TrainingRecord.mostKeyframes)
  }
}
