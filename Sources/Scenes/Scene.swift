import Tensors
import Text

/// A worksheet of named matrices: text in, live numbers out.
package struct Scene: Sendable {
  /// The texts that the scene was read from.
  package private(set) var sources: [SourceText]

  private(set) var worksheet: Worksheet
  /// The expressions watched, in the order in which they were added.
  private(set) var watches: [SourceText] = []
  private var watched: [String: NodeID] = [:]
  /// What moves axes away from the sizes that the texts give them.
  private(set) var extents = AxisExtents()

  /// Inputs that gradient descent has set.
  var trained: Set<Int> = []
  /// What random inputs held when they were last drawn again.
  var drawings: [Int: Drawing] = [:]

  /// Reads a scene; later sources add to and override earlier ones.
  ///
  /// What an `earlier` scene, as it was read, has worked out from the first of the same sources is
  /// taken from there. `weights` is where trained models are found.
  package init(
    _ sources: [SourceText], reusing earlier: Scene? = nil, weights: (any WeightSource)? = nil
  ) throws(Diagnostics) {
    var budget = SceneCost(numbers: .max, work: .infinity)
    try self.init(sources, reusing: earlier, within: &budget, weights: weights)
  }

  /// As the other initialiser, paid from a budget; where that does not suffice, nothing is worked out.
  package init(
    _ sources: [SourceText], reusing earlier: Scene?, within budget: inout SceneCost,
    weights: (any WeightSource)? = nil
  ) throws(Diagnostics) {
    self.sources = sources
    worksheet = try Worksheet(sources, weights: weights)
    let known =
      earlier.flatMap { earlier in
        sources.starts(with: earlier.sources)
          ? worksheet.numbers(knownFrom: earlier.worksheet) : nil
      }
    budget = try worksheet.paid(from: budget) { known?[$0] != nil }
    worksheet.graph.finish(knowing: known ?? [:])
    let outside = worksheet.domainProblems()
    if !outside.isEmpty { throw Diagnostics(outside) }
  }
}

extension Scene: Equatable {
  /// Whether both scenes come from the same texts and hold the same numbers, bit by bit.
  package static func == (left: Self, right: Self) -> Bool {
    left.sources == right.sources && left.watches == right.watches && left.extents == right.extents
      && left.trained == right.trained && left.drawings == right.drawings
      && zip(left.graph.values, right.graph.values).allSatisfy { a, b in
        a.elements.elementsEqual(b.elements) { $0.bitPattern == $1.bitPattern }
      }
  }
}

// MARK: What there is

extension Scene {
  var graph: Graph { worksheet.graph }
  var sheet: AxisSheet { worksheet.sheet }

  /// All axes, in the order in which they were written.
  package var axes: [Axis] { sheet.axes }

  /// All names, in the order in which they were written.
  package var definitions: [Definition] { worksheet.entries.map(definition) }

  /// What the name stands for, if the scene has it.
  package func definition(_ name: String) -> Definition? {
    worksheet.entry(name).map(definition)
  }

  private func definition(_ entry: Worksheet.Entry) -> Definition {
    let node = NodeID(index: entry.node)
    return Definition(
      name: entry.name, node: node, isInput: isInput(node), formula: formula(of: entry),
      axes: axes(of: node), origin: origin(of: node), location: entry.location)
  }

  /// Where the scene finds trained models.
  package var weights: (any WeightSource)? { worksheet.weights }

  /// What could be read, but perhaps not as it was meant.
  package var warnings: [Diagnostic] { worksheet.warnings }

  /// Where a number is undefined now: an operation made a NaN from numbers.
  package var undefinedNumbers: [Diagnostic] { worksheet.undefinedNumbers }

  /// The axes of a matrix: stacks, rows, columns.
  package func axes(of node: NodeID) -> [Axis] {
    graph.nodes[node.index].axes.map(sheet.axis)
  }

  /// The numbers of a matrix as they are now.
  package func values(of node: NodeID) -> Tensor { graph.values[node.index] }

  /// The number of a cell as it is now.
  package func value(of entry: Entry) -> Float {
    graph.values[entry.node.index].elements[entry.index]
  }

  /// The name of a matrix, if it has one.
  package func name(of node: NodeID) -> String? { graph.nodes[node.index].name }

  /// What a matrix is called in a formula: its name, or the part of a formula that it stands for.
  package func text(of node: NodeID) -> String {
    graph.nodes[node.index].name ?? graph.nodes[node.index].text
  }

  /// Whether the cells of a matrix can be set.
  package func isInput(_ node: NodeID) -> Bool { graph.nodes[node.index].isInput }

  /// Whether a number says where parts of axes begin or end, so that moving it resizes them.
  package func boundsParts(_ entry: Entry) -> Bool {
    name(of: entry.node).map { worksheet.scalars.values[$0] != nil } ?? false
  }

  /// Where the numbers of a matrix come from; an input that differs from its text is changed.
  package func origin(of node: NodeID) -> Origin {
    guard let start = graph.starts[node.index] else { return .computed }
    if start == graph.values[node.index] { return graph.nodes[node.index].origin }
    if isDrawn(node) { return startOrigin(of: node) }
    return trained.contains(node.index) ? .trained : .changed
  }
}

// MARK: Watching

extension Scene {
  /// Adds an expression, comparisons allowed, as a live matrix of the same graph.
  package mutating func watch(_ expression: SourceText) throws(Diagnostics) -> NodeID {
    if let node = watched[expression.text] { return node }
    let before = worksheet
    let node = try worksheet.watch(expression)
    worksheet.graph.finish()
    let outside = worksheet.domainProblems(from: before.graph.nodes.count)
    if !outside.isEmpty {
      worksheet = before
      throw Diagnostics(outside)
    }
    watches.append(expression)
    watched[expression.text] = node
    return node
  }
}

// MARK: Changing

extension Scene {
  /// Puts numbers in the place of those of a matrix; nothing that depends on it follows.
  mutating func show(_ numbers: Tensor, in node: NodeID) {
    worksheet.graph.show(numbers, in: node.index)
  }

  /// Sets one cell and works out what depends on it; cells of formulas stay as they are.
  package mutating func set(_ entry: Entry, to value: Float) {
    let target = worksheet.graph.shown(entry)
    guard worksheet.graph.nodes[target.node.index].isInput else { return }
    trained.remove(target.node.index)
    worksheet.graph.change(target.node.index) { $0.elements[target.index] = value }
    followScalars()
  }

  /// Sets several cells and works out once what depends on them.
  package mutating func set(_ entries: [Entry], to values: [Float]) {
    precondition(entries.count == values.count, "each cell gets one number")
    let pairs = zip(entries.map(source), values).filter { isInput($0.0.node) }
    for (node, changes) in Dictionary(grouping: pairs, by: \.0.node) {
      trained.remove(node.index)
      worksheet.graph.change(node.index) { tensor in
        for (entry, value) in changes { tensor.elements[entry.index] = value }
      }
    }
    followScalars()
  }

  /// Sets a whole input of the same shape; `.trained` as origin is remembered.
  package mutating func set(_ node: NodeID, to values: Tensor, origin: Origin = .changed) {
    precondition(values.shape == graph.nodes[node.index].shape, "an input keeps its shape")
    guard isInput(node) else { return }
    if origin == .trained { trained.insert(node.index) } else { trained.remove(node.index) }
    worksheet.graph.change(node.index) { $0.elements = values.elements }
    followScalars()
  }

  /// Sets whole inputs and works out once what depends on them.
  mutating func set(_ changes: [(node: NodeID, elements: [Float])], origin: Origin) {
    let inputs = changes.map(\.node.index)
    if origin == .trained { trained.formUnion(inputs) } else { trained.subtract(inputs) }
    worksheet.graph.change(inputs, then: graph.downstream(of: inputs)) { position, elements in
      precondition(changes[position].elements.count == elements.count, "an input keeps its shape")
      elements = changes[position].elements
    }
    followScalars()
  }

  /// Gives an axis another size; numbers at places that stay are kept.
  ///
  /// New places hold 0 in written lists; random inputs are drawn again for the new shape. Where the
  /// scene would then cost more than `most`, nothing is worked out.
  package mutating func resize(
    axis: String, to size: Int, within most: SceneCost = .most
  ) throws(Diagnostics) {
    let isWhole = sheet.key(axis).map { sheet.axis($0).part == nil } ?? false
    guard isWhole, (1...Graph.mostElements).contains(size) else {
      let text = SourceText(file: "", text: "size(\(axis)) = \(size)")
      _ = try worksheet.change(text)
      return
    }
    var wanted = extents
    wanted.sizes[axis] = size
    self = try resized(to: wanted, within: most)
  }

  /// The scene with these axes and parts of other sizes than the texts give them, and all others as in
  /// the texts.
  func resized(
    to extents: AxisExtents, within most: SceneCost = .most
  ) throws(Diagnostics) -> Scene {
    var resized = try readAgain(extents, within: most)
    resized.worksheet.graph.finish()
    for node in graph.nodes.indices { resized.keepChanges(of: node, from: self) }
    resized.holdScalars()
    resized.keepDrawings(from: self)
    resized.keepMemories(from: self)
    return resized
  }

  /// The scene with other sizes of its axes, read but not worked out.
  func readAgain(
    _ extents: AxisExtents, within most: SceneCost = .most
  ) throws(Diagnostics) -> Scene {
    var resized = self
    resized.worksheet = try Worksheet(sources, extents: extents, weights: worksheet.weights)
    resized.extents = AxisExtents(
      sizes: extents.sizes, bounds: resized.worksheet.scalars.moved)
    for watch in watches { _ = try resized.worksheet.watch(watch) }
    _ = try resized.worksheet.paid(from: most) { _ in false }
    return resized
  }

  /// Puts numbers into cells of inputs, and works out once what depends on them; false where they do not fit.
  mutating func put(_ cells: [Int: ChangedCells]) -> Bool {
    let fit = cells.allSatisfy { node, cells in
      graph.nodes.indices.contains(node)
        && (graph.nodes[node].isInput || graph.nodes[node].isMemory)
        && cells.fits(graph.values[node].elements.count)
    }
    guard fit else { return false }
    let nodes = cells.keys.sorted()
    worksheet.graph.change(nodes, then: graph.downstream(of: nodes)) { position, elements in
      cells[nodes[position]]?.put(into: &elements)
    }
    followScalars()
    return true
  }

  /// Takes the present numbers as those that `before(…)` speaks of, until it is told again.
  package mutating func remember() { worksheet.graph.remember() }

  /// Takes over what another scene of the same texts remembers, where the sizes allow it.
  private mutating func keepMemories(from old: Scene) {
    for node in graph.nodes.indices
    where graph.nodes[node].isMemory && graph.nodes[node].shape == old.graph.nodes[node].shape {
      worksheet.graph.change(node) { $0.elements = old.graph.values[node].elements }
    }
  }

  /// Reads the scene again where a scalar was moved that bounds parts of axes.
  ///
  /// Such a scalar moves by whole places, as far as every part has a place and lies within its parent.
  /// Where the scene cannot be read with it, it stays as it was.
  private mutating func followScalars() {
    let scalars = worksheet.scalars
    guard !scalars.values.isEmpty else { return }
    var moved = scalars
    moved.move(to: scalars.values.merging(wishes) { $1 })
    if moved != scalars, let changed = try? resized(to: extents.moving(moved.values)) {
      self = changed
    } else {
      holdScalars()
    }
  }

  /// The places to which scalars were moved: to a part of a place the next one that way.
  private var wishes: [String: Int] {
    worksheet.scalars.values.reduce(into: [:]) { wishes, scalar in
      guard let node = worksheet.entry(scalar.key)?.node else { return }
      let value = graph.values[node].elements[0]
      let most = Float(Graph.mostElements)
      guard !value.isNaN else { return }
      // A drag of 0.1 ten times over is not quite one.
      let steps = Swift.min(Swift.max(value, -most), most) - Float(scalar.value)
      let whole = abs(steps - steps.rounded()) < 1e-3 ? steps.rounded() : steps
      wishes[scalar.key] = scalar.value + Int(whole.rounded(.awayFromZero))
    }
  }

  /// Gives the scalars that bound parts the numbers by which the parts were made.
  private mutating func holdScalars() {
    for (name, value) in worksheet.scalars.values {
      guard let node = worksheet.entry(name)?.node,
        graph.values[node].elements[0] != Float(value)
      else { continue }
      worksheet.graph.change(node) { $0.elements[0] = Float(value) }
    }
  }

  private mutating func keepChanges(of node: Int, from old: Scene) {
    guard let start = old.graph.starts[node], start != old.graph.values[node] else { return }
    let axes = graph.nodes[node].axes
    let before = old.graph.values[node].reshaped(old.sheet.factorSizes(axes))
    let shape = sheet.factorSizes(axes)
    worksheet.graph.change(node) { values in
      var now = values.reshaped(shape)
      for place in before.elements.indices
      where before.elements[place].bitPattern != start.elements[place].bitPattern {
        let index = before.index(ofFlat: place)
        guard zip(index, shape).allSatisfy({ $0 < $1 }) else { continue }
        now.elements[now.flatIndex(index)] = before.elements[place]
      }
      values.elements = now.elements
    }
  }
}
