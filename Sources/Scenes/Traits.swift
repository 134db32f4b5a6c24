extension Operation {
  /// What is true of every result of an operation, whatever its operands hold.
  struct Traits: Sendable {
    var rowSums = RowSums.unknown
    /// Whether a result can be measured on the scale of its operands, as sums and products can; an
    /// exponential or a share cannot.
    var keepsScale = false
    /// Whether each number is a share of something, though the rows need not sum to one.
    var areShares = false

    /// Sums, products and the like.
    static let arithmetic = Traits(keepsScale: true)
    /// What shows numbers of its operands in other places, or means of them.
    static let keepsRows = Traits(rowSums: .kept, keepsScale: true)
  }

  /// When each row of a result sums to one.
  enum RowSums: Sendable {
    /// Nobody knows before the numbers are there.
    case unknown
    /// Always; a row of softmax that is −∞ throughout excepted.
    case one
    /// Where the rows of all operands do, and each row of the result is one of them or a mean of some.
    case kept
    /// Where the rows of these operands do: rows of the last are added up by weights that sum to one.
    case mixed(of: [Int])
  }
}

// MARK: What a matrix is like

extension Scene {
  /// Whether the rows of a matrix sum to one by the way they are made.
  package func rowsSumToOne(_ node: NodeID) -> Bool {
    graph.everyMatrix(from: node.index) { graph.whatMustSumToOne(for: $0) }
  }

  /// Whether each number of a matrix is a part of a row that sums to one: the matrix is such a row, or
  /// shows numbers of such rows in other places.
  package func holdsShares(_ node: NodeID) -> Bool {
    let seen = graph.seen(Entry(node: node, index: 0)).node
    return rowsSumToOne(seen) || graph.nodes[seen.index].traits?.areShares == true
  }

  /// Whether a matrix is made of inputs by operations that keep their scale, and by no others.
  ///
  /// A single number only stretches a matrix or shifts it, however it is made: `score / sqrt(d_k)`.
  package func keepsScale(_ node: NodeID) -> Bool {
    graph.everyMatrix(from: node.index) { node in
      guard !graph.nodes[node].isInput, graph.dependsOnInputs(node) else { return [] }
      guard graph.nodes[node].traits?.keepsScale == true else { return nil }
      return graph.nodes[node].operands.filter {
        !graph.nodes[$0].shape.isEmpty || graph.nodes[node].shape.isEmpty
      }
    }
  }
}

extension Graph {
  /// Whether a matrix passes, and all that it calls for in turn; `claim` gives what a matrix calls for,
  /// and nothing where it does not pass.
  fileprivate func everyMatrix(from node: Int, _ claim: (Int) -> [Int]?) -> Bool {
    var open = [node]
    var seen: Set<Int> = []
    while let next = open.popLast() {
      guard seen.insert(next).inserted else { continue }
      guard let others = claim(next) else { return false }
      open += others
    }
    return true
  }

  /// The matrices whose rows must sum to one so that those of this one do; nil where that does not help.
  fileprivate func whatMustSumToOne(for index: Int) -> [Int]? {
    let node = nodes[index]
    guard !node.isInput, let traits = node.traits, let length = node.shape.last else { return nil }
    switch traits.rowSums {
    case .unknown: return nil
    case .one: return []
    case .kept where node.kernel.shown(0) != nil: return rowSeen(by: index, length).map { [$0] }
    case .kept: return keepsColumns(node, length: length) ? node.operands : nil
    case .mixed(let positions):
      let operands = positions.map { node.operands[$0] }
      // A vector on the right is one column.
      return operands.last.map { nodes[$0].shape.count > 1 } == true ? operands : nil
    }
  }

  /// Whether a column of the result is made of numbers of the same column, and the rows are as long.
  private func keepsColumns(_ node: Node, length: Int) -> Bool {
    node.operands.allSatisfy { nodes[$0].shape.last == length }
      && (0..<min(length, Self.mostColumns)).allSatisfy { column in
        node.kernel.reads(column).allSatisfy { $0.place % length == column }
      }
  }

  /// The matrix whose rows a view shows whole, through all views between them.
  private func rowSeen(by view: Int, _ length: Int) -> Int? {
    let row = (0..<min(length, Self.mostColumns)).map {
      seen(Entry(node: NodeID(index: view), index: $0))
    }
    let source = row[0].node.index
    let isRow = row.enumerated().allSatisfy { $0.element.index % length == $0.offset }
    return isRow && nodes[source].shape.last == length ? source : nil
  }

  /// The places of a row lie at regular distances, so that its first columns tell.
  private static let mostColumns = 64

  /// The cell that a chain of views shows, under whatever names.
  fileprivate func seen(_ entry: Entry) -> Entry {
    var (node, index) = (entry.node.index, entry.index)
    while !nodes[node].isInput, let shown = nodes[node].kernel.shown(index) {
      (node, index) = (nodes[node].operands[0], shown)
    }
    return Entry(node: NodeID(index: node), index: index)
  }
}
