/// What a veil over some matrices covers: their cells, whatever equals them, and all that is made from them.
///
/// What they are made from stays in view.
package struct Cover: Equatable, Sendable {
  fileprivate enum Part: Equatable, Sendable {
    case nothing
    case cells(Set<Int>)
    case everything
  }

  /// By the number of the matrix.
  fileprivate var parts: [Part]

  /// Whether a cell is covered, in a scene whose axes are as long as where the veil was laid.
  package func hides(_ entry: Entry) -> Bool {
    switch part(of: entry.node) {
    case .nothing: false
    case .cells(let cells): cells.contains(entry.index)
    case .everything: true
    }
  }

  /// Whether any cell of a matrix is covered.
  package func hidesAny(of node: NodeID) -> Bool { part(of: node) != .nothing }

  /// The cells of a matrix that are covered; nil where all of them are.
  package func cells(of node: NodeID) -> Set<Int>? {
    switch part(of: node) {
    case .nothing: []
    case .cells(let cells): cells
    case .everything: nil
    }
  }

  private func part(of node: NodeID) -> Part {
    parts.indices.contains(node.index) ? parts[node.index] : .nothing
  }
}

extension Scene {
  /// Whether a veil covers something that is made of both of two matrices, as a score is of queries and keys.
  package func covers(_ cover: Cover, madeOfBoth one: NodeID, _ other: NodeID) -> Bool {
    let (first, second) = (graph.source(of: one.index), graph.source(of: other.index))
    // By the number of a matrix: what it is made of, and whether both meet in it.
    var (isOfFirst, isOfSecond, joins) = ([Bool](), [Bool](), [Bool]())
    for node in graph.nodes.indices {
      let operands = graph.nodes[node].isInput ? [] : graph.nodes[node].operands
      let ofFirst = operands.filter { isOfFirst[$0] }
      let ofSecond = operands.filter { isOfSecond[$0] }
      isOfFirst.append(node == first || !ofFirst.isEmpty)
      isOfSecond.append(node == second || !ofSecond.isEmpty)
      let meet = Set(ofFirst + ofSecond).count > 1 && !ofFirst.isEmpty && !ofSecond.isEmpty
      joins.append(meet || operands.contains { joins[$0] })
    }
    return graph.nodes.indices.contains { joins[$0] && cover.hidesAny(of: NodeID(index: $0)) }
  }

  /// What a veil over these matrices covers, and over one whose formula is still to be written: of that
  /// the cells that it shows of others stay in view, since whoever writes it has to see them.
  package func cover(of hidden: [NodeID], unwritten: NodeID? = nil) -> Cover {
    var veil = VeilCutter(graph, unwritten: unwritten?.index)
    for node in hidden { veil.lay(over: node.index) }
    return Cover(parts: veil.cut())
  }
}

/// Lays a veil over a graph.
private struct VeilCutter {
  private let graph: Graph
  /// For each matrix the first one that holds the same by the way it is made.
  private let twins: [Int]
  /// The cells to hide, by the twin of their matrix.
  private var roots: [Int: Set<Int>] = [:]
  /// Hidden as a whole, and nothing else that holds the same.
  private let unwritten: Int?

  /// How many numbers are read to find out which cells of one matrix depend on covered ones; a matrix
  /// that reads more is covered as a whole.
  private static let mostReads = 20_000

  init(_ graph: Graph, unwritten: Int?) {
    self.graph = graph
    self.unwritten = unwritten
    twins = graph.twins
  }

  /// Hides a matrix and the cells that it shows of others.
  mutating func lay(over node: Int) {
    for index in graph.values[node].elements.indices {
      var (node, index) = (node, index)
      roots[twins[node], default: []].insert(index)
      while !graph.nodes[node].isInput, let shown = graph.nodes[node].kernel.shown(index) {
        (node, index) = (graph.nodes[node].operands[0], shown)
        roots[twins[node], default: []].insert(index)
      }
    }
  }

  func cut() -> [Cover.Part] {
    var parts: [Cover.Part] = []
    for node in graph.nodes.indices { parts.append(part(of: node, parts)) }
    return parts
  }

  private func part(of node: Int, _ parts: [Cover.Part]) -> Cover.Part {
    if node == unwritten { return .everything }
    let count = graph.values[node].count
    var cells = roots[twins[node]] ?? []
    let isMade = !graph.nodes[node].isInput
    let operands = graph.nodes[node].operands
    if isMade, operands.contains(where: { parts[$0] != .nothing }) {
      guard let read = readers(node, parts) else { return .everything }
      cells.formUnion(read)
    }
    if cells.isEmpty { return .nothing }
    return cells.count >= count ? .everything : .cells(cells)
  }

  /// The cells that are made from covered ones; nil where that takes too long to find out.
  private func readers(_ node: Int, _ parts: [Cover.Part]) -> Set<Int>? {
    let (count, kernel) = (graph.values[node].count, graph.nodes[node].kernel)
    guard count > 0 else { return [] }
    guard count * kernel.reads(0).count <= Self.mostReads else { return nil }
    let operands = graph.nodes[node].operands
    return Set(
      (0..<count).filter { cell in
        kernel.reads(cell).contains { read in
          switch parts[operands[read.operand]] {
          case .nothing: false
          case .cells(let cells): cells.contains(read.place)
          case .everything: true
          }
        }
      })
  }
}

extension Graph {
  /// For each matrix the first one that is made in the same way from the same inputs.
  ///
  /// Operations with the same name and operands that hold the same numbers are taken for the same: an
  /// option such as an axis shows in the numbers.
  fileprivate var twins: [Int] {
    var twins: [Int] = []
    var made: [Making: [Int]] = [:]
    for node in nodes.indices {
      guard !nodes[node].isInput, nodes[node].kernel.shown(0) == nil else {
        twins.append(seenWhole(node).map { twins[$0] } ?? node)
        continue
      }
      let making = Making(
        operation: nodes[node].operation?.name,
        operands: nodes[node].operands.map { seen($0, twins) },
        axes: nodes[node].axes)
      let twin = made[making]?.first { holdSame($0, node) }
      if twin == nil { made[making, default: []].append(node) }
      twins.append(twin ?? node)
    }
    return twins
  }

  /// The matrix that a view shows whole and in order.
  private func seenWhole(_ node: Int) -> Int? {
    guard !nodes[node].isInput, let operand = nodes[node].operands.first,
      values[operand].count == values[node].count
    else { return nil }
    let isInOrder = values[node].elements.indices.allSatisfy { nodes[node].kernel.shown($0) == $0 }
    return isInOrder ? operand : nil
  }

  /// The matrix of which a view shows a part.
  fileprivate func source(of node: Int) -> Int {
    var node = node
    while !nodes[node].isInput, nodes[node].kernel.shown(0) != nil {
      node = nodes[node].operands[0]
    }
    return node
  }

  /// What an operand shows, through all views: its matrix and its first and last cells.
  private func seen(_ operand: Int, _ twins: [Int]) -> Sight {
    let last = max(values[operand].count - 1, 0)
    let ends = [0, last].map { cell in
      var (node, index) = (operand, cell)
      while !nodes[node].isInput, let shown = nodes[node].kernel.shown(index) {
        (node, index) = (nodes[node].operands[0], shown)
      }
      return [twins[node], index]
    }
    return Sight(cells: ends.flatMap(\.self), axes: nodes[operand].axes)
  }

  private func holdSame(_ one: Int, _ other: Int) -> Bool {
    values[one].elements.elementsEqual(values[other].elements) { $0.bitPattern == $1.bitPattern }
  }

  /// How a matrix is made.
  private struct Making: Hashable {
    let operation: String?
    let operands: [Sight]
    let axes: [AxisKey]
  }

  private struct Sight: Hashable {
    let cells: [Int]
    let axes: [AxisKey]
  }
}
