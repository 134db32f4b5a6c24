import Tensors

// MARK: Why a derivative?

extension Scene {
  /// Why `result` moves by so much when `cell` moves: the chain rule with the actual numbers.
  ///
  /// ∂ result / ∂ cell is the sum, over all numbers that are made from the cell, of ∂ result / ∂ number
  /// times ∂ number / ∂ cell. Each operand is such a number; its value is the first factor, its
  /// derivative the second.
  package func derivation(of result: Entry, by cell: Entry) -> Explanation {
    let slopes = graph.sensitivities(of: result)
    let name = "∂ \(label(of: source(of: result))) / ∂ \(label(of: source(of: cell)))"
    // Those that count most come first.
    let steps = graph.steps(from: cell, towards: result, slopes).map { step in
      Operand(
        entry: step.number, label: label(of: source(of: step.number)), value: step.outer,
        derivative: step.inner)
    }
    let slope = graph.slope(by: cell, slopes)
    return Explanation(
      subject: cell, label: name, value: slope, formula: name,
      sentence: steps.isEmpty
        ? lastSentence(result, cell)
        : "By the chain rule: each number made from it counts as much as the result "
          + "depends on that number, times how much that number moves.",
      lines: [arithmetic(steps, slope)],
      operands: Array(steps.prefix(Explanation.mostOperands)), operandCount: steps.count, feeds: [])
  }

  private func lastSentence(_ result: Entry, _ cell: Entry) -> String {
    cell == result
      ? "This is the number itself: it moves by as much as it is moved."
      : "The result does not move with this number."
  }

  private func arithmetic(_ steps: [Operand], _ slope: Float) -> Mathematics {
    guard !steps.isEmpty else { return .number(slope) }
    return .equation([.products(steps.flatMap { [$0.value, $0.derivative] }), .number(slope)])
  }

  /// The number that a claim is about: the side of its first comparison that an input can move.
  package func measured(by claim: NodeID) -> NodeID? {
    let node = graph.nodes[claim.index]
    guard let operation = node.operation, operation.purpose.isCondition else { return nil }
    let sides = node.operands.map { NodeID(index: $0) }
    if case .condition(isComparison: true) = operation.purpose {
      // A size depends on no input, and still is not what it is compared with: that is a number as written.
      let isAbout =
        sides.first { graph.dependsOnInputs($0.index) }
        ?? sides.first { graph.nodes[$0.index].operation != nil }
      return isAbout.map(graph.withoutDistance)
    }
    return sides.lazy.compactMap(measured).first
  }
}

/// One summand of the chain rule: a number made from a cell.
struct DerivationStep {
  let number: Entry
  /// ∂ result / ∂ number.
  let outer: Float
  /// ∂ number / ∂ cell.
  let inner: Float

  /// How much of the derivative comes through this number.
  var share: Float { abs(outer * inner) }
}

extension Graph {
  /// ∂ result / ∂ cell, from the sensitivities of the result.
  func slope(by cell: Entry, _ slopes: [Tensor?]) -> Float {
    guard cell.node.index < slopes.count else { return 0 }
    return slopes[cell.node.index]?.elements[cell.index] ?? 0
  }

  /// The numbers made from a cell on which the result depends, those that count most first.
  func steps(from cell: Entry, towards result: Entry, _ slopes: [Tensor?]) -> [DerivationStep] {
    guard cell != result else { return [] }
    let users = nodes.indices.dropFirst(cell.node.index + 1).prefix {
      $0 <= result.node.index
    }
    let made = users.flatMap { numbers(madeFrom: cell, by: $0, slopes) }
    // Each derivative goes through a whole matrix; of too many the largest have to do.
    let most = max(32, Self.mostWork / max(made.count, 1))
    let chosen =
      made.count > most
      ? Array(made.sorted { abs($0.outer) > abs($1.outer) }.prefix(most)) : made
    let steps = chosen.map { number, outer in
      DerivationStep(number: number, outer: outer, inner: innerSlope(of: number, by: cell))
    }
    return steps.filter { $0.inner != 0 }.sorted { $0.share > $1.share }
  }

  private static let mostWork = 20_000_000

  private func numbers(
    madeFrom cell: Entry, by user: Int, _ slopes: [Tensor?]
  ) -> [(number: Entry, outer: Float)] {
    let node = nodes[user]
    guard node.operands.contains(cell.node.index), !node.isInput, let slope = slopes[user] else {
      return []
    }
    return slope.elements.indices.compactMap { index in
      let number = Entry(node: NodeID(index: user), index: index)
      guard slope.elements[index] != 0, isMade(number, from: cell) else { return nil }
      return (number, slope.elements[index])
    }
  }

  private func isMade(_ number: Entry, from cell: Entry) -> Bool {
    let node = nodes[number.node.index]
    return node.kernel.reads(number.index).contains {
      node.operands[$0.operand] == cell.node.index && $0.place == cell.index
    }
  }

  /// ∂ number / ∂ cell in one step; a cell may be an operand twice.
  private func innerSlope(of number: Entry, by cell: Entry) -> Float {
    let operands = nodes[number.node.index].operands
    return zip(operands, localSensitivities(of: number)).reduce(0) { sum, pair in
      pair.0 == cell.node.index ? sum + pair.1.elements[cell.index] : sum
    }
  }
}

extension Graph {
  /// `x` of `abs(x - 4)`: what is within some distance is itself what one looks at.
  fileprivate func withoutDistance(_ node: NodeID) -> NodeID {
    guard nodes[node.index].operation?.name == Operation.abs.name,
      let inner = nodes[node.index].operands.first,
      nodes[inner].operation?.name == Operation.minus.name, nodes[inner].operands.count == 2
    else { return node }
    let moving = nodes[inner].operands.filter(dependsOnInputs)
    return moving.count == 1 ? NodeID(index: moving[0]) : node
  }
}
