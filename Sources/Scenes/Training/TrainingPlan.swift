/// What gradient descent shall do: which loss to lower, by which inputs, and how.
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
    let forward = Set(tape.forward).union(tape.path).reduce(0.0) { sum, node in
      let reads = scene.graph.nodes[node].kernel.reads(0).count
      return sum + Double(scene.graph.values[node].count) * Double(max(reads, 1))
    }
    // The way back takes about twice the work of the way there.
    return 3 * forward * Double(steps)
  }
}
