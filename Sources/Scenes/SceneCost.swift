import Text

/// What scenes take: numbers to be held, and operations to work them out.
package struct SceneCost: Equatable, Sendable {
  package var numbers: Int
  /// About so many multiplications and additions.
  package var work: Double

  package init(numbers: Int, work: Double) {
    self.numbers = numbers
    self.work = work
  }

  /// What one scene may take: 256 MiB and a few seconds.
  package static let most = SceneCost(numbers: 1 << 26, work: 1e10)

  package static func -= (left: inout SceneCost, right: SceneCost) {
    left.numbers -= right.numbers
    left.work -= right.work
  }

  /// Whether a budget has something left.
  package var isPositive: Bool { numbers > 0 && work > 0 }
}

extension Graph {
  /// Whatever its size, a matrix takes about as much room as so many numbers, and as much time as so
  /// many operations.
  private static let numbersOfMatrix = 100
  private static let workOfMatrix = 500.0

  func cost(of nodes: some Sequence<Int>) -> SceneCost {
    var sum = SceneCost(numbers: 0, work: 0)
    for node in nodes {
      sum.numbers += numbers(of: node)
      sum.work += work(of: node)
    }
    return sum
  }

  private func numbers(of node: Int) -> Int {
    nodes[node].shape.reduce(1, *) + Self.numbersOfMatrix
  }

  /// Products multiply each number of the result out of a row; all else looks at each operand once.
  private func work(of node: Int) -> Double {
    let node = nodes[node]
    let count = node.shape.reduce(1.0) { $0 * Double($1) }
    let operands = node.operands.map { nodes[$0].shape }
    if node.kernel.multipliesRows {
      let longest = operands.joined().max() ?? 1
      return Self.workOfMatrix + count * Double(longest)
    }
    let sizes = operands.map { $0.reduce(1.0) { $0 * Double($1) } }
    return Self.workOfMatrix + max(count, sizes.reduce(0, +))
  }

  /// The first matrix with which those that are not known already cost more than they may.
  fileprivate func overrun(_ budget: SceneCost, knowing known: (Int) -> Bool) -> Int? {
    var left = budget
    return nodes.indices.first { node in
      guard !known(node) else { return false }
      left -= cost(of: [node])
      return !left.isPositive
    }
  }
}

extension Scene {
  /// What it takes to work all of it out.
  package var cost: SceneCost { graph.cost(of: graph.nodes.indices) }

  /// How many matrices there are, those within formulas included.
  package var matrixCount: Int { graph.nodes.count }

  /// What the matrices from this one on have taken.
  package func cost(from matrix: Int) -> SceneCost { graph.cost(of: matrix..<matrixCount) }
}

extension Worksheet {
  /// What is left of a budget once the matrices that are not known have been paid for.
  func paid(from budget: SceneCost, knowing known: (Int) -> Bool) throws(Diagnostics) -> SceneCost {
    if let node = graph.overrun(budget, knowing: known) {
      throw Diagnostics([graph.nodes[node].slice.problem(.tooMuchTogether)])
    }
    var left = budget
    left -= graph.cost(of: graph.nodes.indices.filter { !known($0) })
    return left
  }
}

extension SourceSlice {
  /// A mistake of the whole passage.
  fileprivate func problem(_ mistake: SceneError) -> Diagnostic {
    switch self {
    case .tokens(let tokens, let page):
      page.problem(UnplacedDiagnostic(mistake: mistake, characters: page.characters(of: tokens)))
    case .words:
      SourceBuffer.empty.problem(UnplacedDiagnostic(mistake: mistake, characters: 0..<0))
    }
  }
}
