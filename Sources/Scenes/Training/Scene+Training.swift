// MARK: Training

extension Scene {
  /// Whether a matrix is worked out from this input, or is the input.
  package func depends(_ node: NodeID, on input: NodeID) -> Bool {
    node == input || graph.downstream(of: [input.index]).contains(node.index)
  }

  /// Whether a matrix is a claim, which holds or not.
  package func isCondition(_ node: NodeID) -> Bool {
    graph.nodes[node.index].operation?.purpose.isCondition ?? false
  }

  /// Takes over the parameters of a run, and works out once what depends on them.
  package mutating func take(_ training: Training) {
    set(zip(training.plan.parameters, training.values).map { ($0, $1) }, origin: .trained)
  }
}
