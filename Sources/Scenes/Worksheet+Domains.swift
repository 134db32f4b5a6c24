import Text

extension Worksheet {
  /// Numbers outside what an operation can take, from this node on: targets of `cross_entropy` that are
  /// no place of a row of scores, fractional powers of numbers below 0.
  func domainProblems(from first: Int = 0) -> [Diagnostic] {
    graph.nodes.indices.dropFirst(first).compactMap { number in
      let node = graph.nodes[number]
      let mistake =
        node.operation == .crossEntropy
        ? targetFault(node) : node.operation == .power ? powerFault(node) : nil
      return mistake.flatMap { node.slice.problem($0) }
    }
  }

  private func powerFault(_ node: Node) -> SceneError? {
    guard case .fixed(let exponent)? = node.kernel.settings.first else { return nil }
    let base = graph.values[node.operands[0]].elements.first {
      !Operation.hasPower($0, Float(exponent))
    }
    return base.map {
      .noPower(NumberFormat.plain($0), exponent: NumberFormat.plain(Float(exponent)))
    }
  }

  private func targetFault(_ node: Node) -> SceneError? {
    let (scores, targets) = (node.operands[0], node.operands[1])
    guard graph.nodes[scores].axes != graph.nodes[targets].axes,
      let axis = graph.nodes[scores].axes.last
    else { return nil }
    let size = sheet.size(axis)
    let outside = graph.values[targets].elements.first {
      !($0.rounded() >= 0 && $0.rounded() < Float(size))
    }
    return outside.map {
      .targetOutside(NumberFormat.plain($0), axis: sheet.name(axis), size: size)
    }
  }

  /// Where numbers are first undefined: a matrix with a NaN that none of its operands has.
  var undefinedNumbers: [Diagnostic] {
    graph.nodes.indices.compactMap { number in
      let node = graph.nodes[number]
      guard let operation = node.operation, hasNaN(number), !node.operands.contains(where: hasNaN)
      else { return nil }
      return node.slice.problem(.undefined(operation.name), severity: .warning)
    }
  }

  private func hasNaN(_ node: Int) -> Bool { graph.values[node].elements.contains(where: \.isNaN) }
}

extension SourceSlice {
  /// A problem at this part of a text; nil where it stands in none.
  fileprivate func problem(_ mistake: SceneError, severity: Severity = .error) -> Diagnostic? {
    guard case .tokens(let tokens, let page) = self else { return nil }
    var finding = UnplacedDiagnostic(mistake: mistake, characters: page.characters(of: tokens))
    finding.suggestion = mistake.offers.first { $0.formula == nil }?.sentence
    var problem = page.problem(finding)
    problem.severity = severity
    return problem
  }
}

extension Graph {
  /// The first cell, on the way back from a NaN, that is made from numbers alone.
  func undefinedOrigin(of entry: Entry) -> Entry {
    var entry = entry
    while true {
      let node = nodes[entry.node.index]
      guard !node.isInput else { return entry }
      let next = node.kernel.reads(entry.index).first {
        values[node.operands[$0.operand]].elements[$0.place].isNaN
      }
      guard let next else { return entry }
      entry = Entry(node: NodeID(index: node.operands[next.operand]), index: next.place)
    }
  }
}
