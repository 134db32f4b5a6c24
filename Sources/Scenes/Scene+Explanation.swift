// MARK: Why?

extension Scene {
  /// ∂ cell / ∂ matrix for every matrix upstream of the cell.
  ///
  /// Through operations that jump instead of moving, such as argmax and comparisons, it is 0.
  package func gradient(of entry: Entry) -> Gradient {
    Gradient(subject: entry, sensitivities: graph.sensitivities(of: entry))
  }

  /// Why a cell holds its number; slices and transposes are looked through.
  package func explanation(of entry: Entry) -> Explanation {
    let subject = source(of: entry)
    let node = graph.nodes[subject.node.index]
    let words = node.isInput ? nil : node.operation?.words
    var cell = graph.cell(subject)
    cell.firstPositions = node.axes.map(sheet.firstPosition)
    let operands = words == nil ? [] : operands(of: subject, cell.reads)
    let shown = operands.weightiest(Explanation.mostOperands)
    return Explanation(
      subject: subject, label: label(of: subject), value: value(of: subject),
      formula: formula(of: subject.node),
      sentence: (words?.sentence ?? sentence(of: subject)) + undefinedNote(subject)
        + boundNote(subject),
      lines: words?.arithmetic(cell) ?? [.number(cell.value)],
      operands: shown.map { operand($0) }, operandCount: operands.count, feeds: feeds(of: subject))
  }

  /// For a scalar that bounds parts of axes, that it does.
  private func boundNote(_ entry: Entry) -> String {
    guard boundsParts(entry) else { return "" }
    return " It says where parts of axes begin and end, and moves by whole places."
  }

  /// For a NaN, the operation that made it from numbers.
  private func undefinedNote(_ entry: Entry) -> String {
    guard value(of: entry).isNaN else { return "" }
    let origin = graph.undefinedOrigin(of: entry)
    guard origin != entry else { return " For these numbers it has no value: NaN." }
    let operation = graph.nodes[origin.node.index].operation.map {
      ", where `\($0.name)` has no value"
    }
    return " It is NaN because of \(label(of: origin))\(operation ?? "")."
  }

  /// The definition as written, or the part of a formula that a nameless matrix stands for.
  private func formula(of node: NodeID) -> String {
    guard let name = name(of: node), let definition = definition(name) else {
      return text(of: node)
    }
    guard isInput(node) else { return "\(name) = \(definition.formula)" }
    let axes = definition.axes.map(\.name).joined(separator: ", ")
    let head = axes.isEmpty ? name : "\(name)[\(axes)]"
    return "\(head) = \(isList(node) ? "[…]" : definition.formula)"
  }

  /// Whether an input stands there as a list of numbers: it is written so, or holds others than its rule
  /// gave it.
  private func isList(_ input: NodeID) -> Bool {
    let node = graph.nodes[input.index]
    guard !node.axes.isEmpty else { return false }
    return node.operation == nil || graph.starts[input.index] != graph.values[input.index]
  }

  /// Where an input's number comes from.
  private func sentence(of entry: Entry) -> String {
    if let start = start(of: entry), start.bitPattern != value(of: entry).bitPattern {
      return origin(of: entry.node) == .trained
        ? "Found by gradient descent; it began as \(start.worked)."
        : "Changed by you; it began as \(start.worked)."
    }
    switch startOrigin(of: entry.node) {
    case .handSet: return "Set by hand: an input of this scene, which you may drag."
    case .random(let seed, 0): return "Drawn at random with seed \(seed); nobody chose it."
    case .random(let seed, let draw):
      return "Drawn at random with seed \(seed), draw \(draw); nobody chose it."
    case .learned(let model):
      return "Trained: learned by the model \(model.quoted); an input of this scene, which you may "
        + "drag."
    case .constant: return "Filled in by a rule; an input of this scene, which you may drag."
    case .computed, .trained, .changed: return "A number written in the formula."
    }
  }

  /// The numbers that a cell was made from, each once, with the cell's derivative by it.
  private func operands(of subject: Entry, _ reads: [Read]) -> [WeighedEntry] {
    let node = graph.nodes[subject.node.index]
    let slopes = graph.localSensitivities(of: subject)
    var order: [Entry] = []
    var derivatives: [Entry: Float] = [:]
    var seen: Set<[Int]> = []
    for read in reads where seen.insert([read.operand, read.place]).inserted {
      let operand = NodeID(index: node.operands[read.operand])
      let entry = source(of: Entry(node: operand, index: read.place))
      if derivatives[entry] == nil { order.append(entry) }
      derivatives[entry, default: 0] += slopes[read.operand].elements[read.place]
    }
    return order.map {
      WeighedEntry(entry: $0, value: value(of: $0), derivative: derivatives[$0] ?? 0)
    }
  }

  private func operand(_ weighed: WeighedEntry) -> Operand {
    Operand(
      entry: weighed.entry, label: label(of: weighed.entry), value: weighed.value,
      derivative: weighed.derivative)
  }
}

/// An operand before it is given a label, which takes long for thousands of them.
private struct WeighedEntry {
  let entry: Entry
  let value: Float
  let derivative: Float

  var share: Float { Operand.share(value, derivative) }
}

extension [WeighedEntry] {
  /// The `count` with the largest share, in their own order.
  fileprivate func weightiest(_ count: Int) -> [WeighedEntry] {
    guard self.count > count else { return self }
    let ranked = indices.sorted { (self[$1].share, $0) < (self[$0].share, $1) }
    return ranked.prefix(count).sorted().map { self[$0] }
  }
}

extension Graph {
  private func number(of setting: Setting, _ node: Node) -> Float {
    switch setting {
    case .fixed(let number): Float(number)
    case .operand(let position): values[node.operands[position]].elements[0]
    }
  }

  /// A cell together with the numbers it was made from.
  func cell(_ entry: Entry) -> Cell {
    let node = nodes[entry.node.index]
    let reads = node.isInput ? [] : node.kernel.reads(entry.index)
    return Cell(
      index: entry.index, value: values[entry.node.index].elements[entry.index], reads: reads,
      values: reads.map { values[node.operands[$0.operand]].elements[$0.place] },
      shape: node.shape,
      settings: node.isInput ? [] : node.kernel.settings.map { number(of: $0, node) })
  }
}
