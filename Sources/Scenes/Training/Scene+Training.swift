import Tensors

// MARK: Training

extension Scene {
  /// Whether a matrix is worked out from this input, or is the input.
  package func depends(_ node: NodeID, on input: NodeID) -> Bool {
    node == input || graph.downstream[input.index].contains(node.index)
  }

  /// Whether a matrix is a claim, which holds or not.
  package func isCondition(_ node: NodeID) -> Bool {
    graph.nodes[node.index].operation?.purpose.isCondition ?? false
  }

  /// Takes over the parameters of a run, and works out once what depends on them.
  package mutating func take(_ training: Training) {
    set(zip(training.plan.parameters, training.values).map { ($0, $1) }, origin: .trained)
  }

  /// Draws random inputs anew, as if every seed were another; draw 0 is what the text says.
  ///
  /// Inputs that are not random take the numbers of the text.
  package mutating func redraw(_ inputs: [NodeID], _ draw: Int) {
    let drawn = inputs.filter(isInput).map { ($0, graph.drawn($0.index, draw)) }
    set(drawn, origin: .changed)
  }
}

extension Graph {
  /// The numbers that an input's definition gives in this draw.
  fileprivate func drawn(_ node: Int, _ draw: Int) -> [Float] {
    let parts = nodes[node].operands.map { operand in
      Tensor(shape: nodes[operand].shape, elements: drawn(operand, draw))
    }
    var result = [Float](repeating: 0, count: nodes[node].shape.reduce(1, *))
    let kernel = nodes[node].kernel.drawn(draw)
    parts.withUnsafeBufferPointer {
      kernel.fill(&result, from: Operands(tensors: $0, nodes: Array(parts.indices)))
    }
    return result
  }
}
