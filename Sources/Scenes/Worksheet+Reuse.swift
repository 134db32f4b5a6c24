import Tensors

extension Worksheet {
  /// The numbers of matrices that an earlier worksheet, read from the first of the same texts, holds
  /// already: those whose definition, axes and operands are all the same.
  func numbers(knownFrom earlier: Worksheet) -> [Int: Tensor] {
    guard earlier.sheet.axes.allSatisfy(sheet.axes.contains) else { return [:] }
    var twins = Twins(graph: graph, earlier: earlier.graph)
    let known = Dictionary(uniqueKeysWithValues: earlier.entries.map { ($0.name, $0) })
    // Operands come before results in a graph.
    for entry in entries.sorted(by: { $0.node < $1.node }) {
      guard let other = known[entry.name], other.location == entry.location,
        other.formula == entry.formula
      else { continue }
      twins.pair(entry.node, with: other.node)
    }
    return twins.pairs.mapValues { earlier.graph.values[$0] }
  }
}

/// Matrices of two graphs that stand for the same part of the same text.
private struct Twins {
  let graph: Graph
  let earlier: Graph
  /// For a matrix of the one graph that of the other.
  private(set) var pairs: [Int: Int] = [:]

  init(graph: Graph, earlier: Graph) {
    self.graph = graph
    self.earlier = earlier
  }

  /// Pairs two definitions of one text if all that they refer to is paired.
  mutating func pair(_ node: Int, with other: Int) {
    var found: [Int: Int] = [:]
    // A loop and not a recursion: a sum of thousands of terms is as deep as it is long.
    var open = [(node, other)]
    while let (node, other) = open.popLast() {
      guard match(node, other, &found) else { return }
      if pairs[node] == nil {
        open += zip(graph.nodes[node].operands, earlier.nodes[other].operands)
      }
    }
    pairs.merge(found) { first, _ in first }
  }

  /// Whether two matrices are made alike; the names that a text refers to have to be paired already.
  private func match(_ node: Int, _ other: Int, _ found: inout [Int: Int]) -> Bool {
    if let twin = pairs[node] ?? found[node] { return twin == other }
    let (one, two) = (graph.nodes[node], earlier.nodes[other])
    let isNamedElsewhere = one.name != nil && !found.isEmpty
    guard !isNamedElsewhere, one.name == two.name, one.shape == two.shape,
      one.operation?.name == two.operation?.name, one.operands.count == two.operands.count
    else { return false }
    found[node] = other
    return true
  }
}
