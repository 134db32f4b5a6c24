/// The way from parameters to a loss and back, laid down once and then taken step after step.
///
/// Only what lies between is worked out: neither matrices that no parameter moves nor those that the
/// loss does not see, and no derivatives by inputs that stay as they are.
struct Tape: Equatable, Sendable {
  /// One duty of the way back: a matrix hands its sensitivity on to one of its operands.
  struct Pass: Equatable {
    let node: Int
    let position: Int
    let operand: Int
  }

  let loss: Int
  let parameters: [Int]
  /// What depends on the parameters and leads to the loss or the condition, operands first.
  let forward: [Int]
  /// The matrices that have a sensitivity: the parameters, the loss, and what lies between.
  let path: [Int]
  /// Results first.
  let backward: [Pass]

  init(_ graph: Graph, _ plan: TrainingPlan) {
    loss = plan.loss.index
    parameters = plan.parameters.map(\.index)
    let moved = Set(parameters + graph.downstream(of: parameters))
    let path = graph.ancestors(of: [loss]).intersection(moved)
    let watched = graph.ancestors(of: [loss] + (plan.until.map { [$0.index] } ?? []))
    forward = watched.intersection(moved).subtracting(parameters).sorted()
    self.path = path.union(parameters).union([loss]).sorted()
    backward = self.path.reversed().filter { !graph.nodes[$0].isInput }.flatMap { node in
      graph.nodes[node].operands.enumerated().filter { path.contains($0.element) }.map {
        Pass(node: node, position: $0.offset, operand: $0.element)
      }
    }
  }
}

extension Graph {
  /// These matrices and all that they are made from, up to the inputs.
  fileprivate func ancestors(of matrices: [Int]) -> Set<Int> {
    var found = Set(matrices)
    var open = matrices
    while let node = open.popLast() {
      if nodes[node].isInput { continue }
      for operand in nodes[node].operands where found.insert(operand).inserted {
        open.append(operand)
      }
    }
    return found
  }
}

// MARK: The way back

extension Graph {
  /// Sets `slopes[matrix]` to ∂ loss / ∂ matrix along the tape; nothing is allocated.
  func differentiate(along tape: Tape, into slopes: inout [[Float]]) {
    for node in tape.path { slopes[node].setAll(to: 0) }
    slopes[tape.loss][0] = 1
    values.withUnsafeBufferPointer { tensors in
      for pass in tape.backward {
        // Moved out and back, so that adding does not copy.
        var sum: [Float] = []
        swap(&sum, &slopes[pass.operand])
        let back = Backward(
          operands: Operands(tensors: tensors, nodes: nodes[pass.node].operands),
          result: tensors[pass.node].elements, notes: notes[pass.node],
          sensitivity: slopes[pass.node])
        nodes[pass.node].kernel.addGradient(to: &sum, of: pass.position, back)
        swap(&sum, &slopes[pass.operand])
      }
    }
  }

  /// Room for the slopes of a tape, by the number of the matrix.
  func slopes(along tape: Tape) -> [[Float]] {
    var slopes: [[Float]] = nodes.map { _ in [] }
    for node in tape.path { slopes[node] = values[node].elements }
    return slopes
  }
}

extension [Float] {
  fileprivate mutating func setAll(to value: Float) {
    withUnsafeMutableBufferPointer { $0.update(repeating: value) }
  }
}
