import Tensors

/// The numbers that a random input was given by another draw than the one of the text.
struct Drawing: Equatable, Sendable {
  let draw: Int
  let elements: [Float]
}

// MARK: Drawing again

extension Scene {
  /// Draws random inputs again, as if every seed were another; draw 0 is what the text says.
  ///
  /// Inputs that are not random take the numbers of the text.
  package mutating func redraw(_ inputs: [NodeID], _ draw: Int) {
    let drawn = inputs.filter(isInput).map { ($0, graph.drawn($0.index, draw)) }
    set(drawn, origin: .changed)
    for (node, elements) in drawn where graph.nodes[node.index].origin.isRandom {
      drawings[node.index] = draw == 0 ? nil : Drawing(draw: draw, elements: elements)
    }
  }

  /// What a cell of an input held before anybody changed it.
  func start(of entry: Entry) -> Float? {
    let node = entry.node.index
    return drawings[node]?.elements[entry.index] ?? graph.starts[node]?.elements[entry.index]
  }

  /// Where the numbers come from that an input began with.
  func startOrigin(of node: NodeID) -> Origin {
    let origin = graph.nodes[node.index].origin
    guard let drawing = drawings[node.index], case .random(let seed, _) = origin else {
      return origin
    }
    return .random(seed: seed, draw: drawing.draw)
  }

  /// Whether an input holds what it was drawn again.
  func isDrawn(_ node: NodeID) -> Bool {
    drawings[node.index]?.elements == graph.values[node.index].elements
  }

  /// Draws for the new shape what still holds its draw; numbers changed since are kept as they are.
  mutating func keepDrawings(from old: Scene) {
    drawings = [:]
    for (node, drawing) in old.drawings where old.isDrawn(NodeID(index: node)) {
      redraw([NodeID(index: node)], drawing.draw)
    }
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
