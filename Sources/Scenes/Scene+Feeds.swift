// MARK: Where a number goes

extension Scene {
  /// The cells, rows or columns of named matrices that use a cell.
  func feeds(of entry: Entry) -> [Feed] {
    var search = FeedSearch(graph)
    search.follow(entry.node.index, cells: [entry.index])
    return Array(search.found.lazy.flatMap { feeds($0, from: entry) }.prefix(Self.mostFeeds))
  }

  private func feeds(_ use: FeedSearch.Use, from entry: Entry) -> [Feed] {
    if let label = label(of: use.cells, in: use.node) {
      let first = Entry(node: NodeID(index: use.node), index: use.cells.first ?? 0)
      return [Feed(entry: first, label: label, phrase: phrase(use, use.partners, entry))]
    }
    return use.cells.enumerated().prefix(Self.mostCells).map { position, cell in
      let user = Entry(node: NodeID(index: use.node), index: cell)
      let partners = use.partners.isEmpty ? [] : [use.partners[position]]
      return Feed(entry: user, label: label(of: user), phrase: phrase(use, partners, entry))
    }
  }

  /// Where the users make up no whole row or column, so many are named one by one.
  private static let mostCells = 12

  /// A term of a long sum has as many uses as there are sums behind it.
  static let mostFeeds = 100

  private func phrase(_ use: FeedSearch.Use, _ partners: [Entry], _ entry: Entry) -> String {
    if let through = use.through {
      let text = graph.nodes[through].text
      return "through \(text.count > Self.longestPart ? text.prefix(Self.longestPart) + "…" : text)"
    }
    guard let node = partners.first?.node.index,
      let partner = label(of: Array(Set(partners.map(\.index))).sorted(), in: node)
    else { return graph.nodes[use.node].operation?.words.use ?? "" }
    return "as \(value(of: entry).worked) of \(partner)"
  }

  /// The characters of a part of a formula by which it can be told.
  private static let longestPart = 80

  /// One label for several cells of a matrix, if they are all there are along the axes on which
  /// they differ.
  private func label(of cells: [Int], in node: Int) -> String? {
    let all = cells.map { graph.values[node].index(ofFlat: $0) }
    guard let first = all.first else { return nil }
    let places = first.indices.map { axis -> Int? in
      all.allSatisfy { $0[axis] == first[axis] } ? first[axis] : nil
    }
    let shape = graph.nodes[node].shape
    let count = zip(places, shape).reduce(1) { $1.0 == nil ? $0 * $1.1 : $0 }
    guard count == cells.count else { return nil }
    return title(of: graph.nodes[node]) + brackets(places, of: graph.nodes[node])
  }
}

/// Walks from a cell towards the results until it meets named matrices.
struct FeedSearch {
  /// The cells of a named matrix that use a cell.
  struct Use {
    let node: Int
    let cells: [Int]
    /// The nameless matrix that stands between, the first one where there are several.
    var through: Int?
    /// What each of them multiplies it with, where there is one partner for each.
    let partners: [Entry]
  }

  private(set) var found: [Use] = []
  private let graph: Graph
  /// For each matrix, the formulas that it is an operand of.
  private let users: [[Int]]

  /// Cells whose users are looked at, one after another.
  private struct Visit {
    let node: Int
    let cells: Set<Int>
    var users: ArraySlice<Int>
    var through: Int?
  }

  /// Beyond so many reads a matrix is not searched cell by cell.
  private static let mostReads = 400_000

  init(_ graph: Graph) {
    self.graph = graph
    users = graph.users
  }

  /// Finds what uses these cells of a matrix; a slice or transpose does not stand between.
  ///
  /// A loop and not a recursion: thousands of nameless sums may stand between a term and its total.
  mutating func follow(_ node: Int, cells: Set<Int>) {
    var path = [Visit(node: node, cells: cells, users: users[node][...])]
    // From each term of a long sum there is a way through all the sums behind it.
    var left = 2 * graph.nodes.count + 10_000
    while let user = path.last?.users.first, found.count < Scene.mostFeeds, left > 0 {
      left -= 1
      path[path.count - 1].users.removeFirst()
      let visit = path[path.count - 1]
      var use = use(of: visit.node, visit.cells, by: user)
      use.through = visit.through
      if let first = use.cells.first {
        if graph.nodes[user].name != nil {
          found.append(use)
        } else {
          let isView = graph.nodes[user].kernel.shown(first) != nil
          path.append(
            Visit(
              node: user, cells: Set(use.cells), users: users[user][...],
              through: visit.through ?? (isView ? nil : user)))
        }
      }
      while path.last?.users.isEmpty ?? false { path.removeLast() }
    }
  }

  private func use(of node: Int, _ cells: Set<Int>, by user: Int) -> Use {
    let reader = graph.nodes[user]
    let count = reader.shape.reduce(1, *)
    guard count * reader.kernel.reads(0).count <= Self.mostReads else {
      return Use(node: user, cells: Array(0..<min(count, 1)), partners: [])
    }
    var users: [Int] = []
    var partners: [Entry] = []
    for cell in 0..<count {
      let reads = reader.kernel.reads(cell)
      let own = reads.firstIndex {
        reader.operands[$0.operand] == node && cells.contains($0.place)
      }
      guard let own else { continue }
      users.append(cell)
      if reader.operation?.words.pairs ?? false {
        let other = reads[own ^ 1]
        partners.append(
          graph.shown(
            Entry(node: NodeID(index: reader.operands[other.operand]), index: other.place)))
      }
    }
    return Use(node: user, cells: users, partners: partners)
  }
}

extension Graph {
  /// For each matrix, the formulas that it is an operand of, in the order of the graph.
  fileprivate var users: [[Int]] {
    var users: [[Int]] = nodes.map { _ in [] }
    for user in nodes.indices where !nodes[user].isInput {
      for operand in Set(nodes[user].operands) { users[operand].append(user) }
    }
    return users
  }
}
