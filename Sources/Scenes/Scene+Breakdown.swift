import Text

// MARK: Numbers that stop being finite

/// Where numbers stop being finite: the operation that makes NaN or ±∞ from numbers that are not.
package struct Breakdown: Equatable, Sendable {
  /// The first cell that it spoils.
  package let entry: Entry
  /// The definition, or the whole expression, in which it stands.
  package let name: String
  /// NaN, ∞ or −∞.
  package let number: String
  /// The operation and what it works on: "a / k, with a = 1 and k = 0".
  package let cause: String
}

extension Scene {
  /// The operations upstream of these matrices whose result is not finite though their operands are.
  ///
  /// −∞ that is written down or made by a mask is meant, and so is what a sum makes of it. Comparisons
  /// are looked through, since they hold or do not hold whatever is compared. Where only NaN matters, an
  /// infinite number is taken for a number like others.
  package func breakdowns(upstreamOf watched: [NodeID], onlyNaN: Bool = false) -> [NodeID] {
    var seen: Set<Int> = []
    var open = watched.map(\.index)
    var makers: [Int] = []
    while let node = open.popLast() {
      guard seen.insert(node).inserted else { continue }
      let culprits = graph.culprits(of: node, onlyNaN: onlyNaN)
      open += culprits.operands
      if culprits.isMaker { makers.append(node) }
    }
    return makers.sorted().map { NodeID(index: $0) }
  }

  /// How many numbers are read to compute all matrices once.
  package var work: Double {
    graph.nodes.indices.reduce(0) { sum, node in
      let count = graph.values[node].count
      let reads = count == 0 ? 0 : graph.nodes[node].kernel.reads(0).count
      return sum + Double(count) * Double(max(reads, 1))
    }
  }

  /// The problem of a breakdown, at the operation that makes it.
  package func problem(_ breakdown: Breakdown, message: String, suggestion: String) -> Diagnostic? {
    guard case .tokens(let tokens, let page) = graph.nodes[breakdown.entry.node.index].slice
    else { return nil }
    return page.problem(at: page.characters(of: tokens), message: message, suggestion: suggestion)
  }

  /// What is to be said about an operation that `breakdowns` found.
  package func breakdown(of maker: NodeID) -> Breakdown {
    let node = maker.index
    let elements = graph.values[node].elements
    let index = elements.firstIndex(where: \.isNaN) ?? elements.firstIndex { !$0.isFinite } ?? 0
    let entry = Entry(node: maker, index: index)
    let value = elements[index]
    return Breakdown(
      entry: entry, name: definition(containing: node) ?? graph.nodes[node].text,
      number: value.isNaN ? "NaN" : value < 0 ? "−∞" : "∞", cause: cause(of: entry))
  }

  /// The definition that a part of a formula belongs to; parts come before the whole.
  private func definition(containing node: Int) -> String? {
    let isWatched = worksheet.entries.allSatisfy { $0.node < node }
    return isWatched
      ? nil : worksheet.entries.filter { $0.node >= node }.min { $0.node < $1.node }?.name
  }

  private func cause(of entry: Entry) -> String {
    let text = graph.nodes[entry.node.index].text
    let reads = graph.nodes[entry.node.index].kernel.reads(entry.index)
    let operands = reads.prefix(64).compactMap { read -> Entry? in
      let operand = graph.nodes[entry.node.index].operands[read.operand]
      // A number that is written out needs no telling.
      guard graph.nodes[operand].isInput || graph.nodes[operand].operation != nil else {
        return nil
      }
      return source(of: Entry(node: NodeID(index: operand), index: read.place))
    }
    var told: Set<Entry> = []
    let numbers = operands.filter { told.insert($0).inserted }.prefix(3).map { operand in
      "\(label(of: operand)) = \(value(of: operand).written)"
    }
    return numbers.isEmpty ? text : "\(text), with \(numbers.joined(separator: " and "))"
  }
}

extension Graph {
  /// Whether a matrix makes NaN or ±∞, and otherwise which operands have it from before.
  fileprivate func culprits(
    of node: Int, onlyNaN: Bool
  ) -> (isMaker: Bool, operands: [Int]) {
    let operands = nodes[node].operands
    if nodes[node].operation?.purpose.isCondition == true { return (false, operands) }
    if values[node].elements.contains(where: \.isNaN) {
      let spoiled = operands.filter { values[$0].elements.contains(where: \.isNaN) }
      return (spoiled.isEmpty && !operands.isEmpty, spoiled)
    }
    guard !onlyNaN, values[node].elements.contains(where: \.isInfinite) else { return (false, []) }
    let infinite = operands.filter { values[$0].elements.contains(where: \.isInfinite) }
    return (infinite.isEmpty && !operands.isEmpty && !nodes[node].isInput, infinite)
  }
}

extension Float {
  /// A number in a sentence, with all of its digits.
  fileprivate var written: String {
    isNaN ? "NaN" : isInfinite ? (self < 0 ? "−∞" : "∞") : NumberFormat.typed(self)
  }
}
