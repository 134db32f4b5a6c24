import Tensors

/// Every matrix of a scene, operands before results, and what it holds now.
struct Graph: Sendable {
  /// The most numbers that all matrices of a scene may hold together.
  static let mostElements = 16_777_216

  private(set) var nodes: [Node] = []
  private(set) var values: [Tensor] = []
  /// What kernels noted for the way back; most note nothing.
  private(set) var notes: [[Float]] = []
  /// What each input held when the scene was read; nil for formulas.
  private(set) var starts: [Tensor?] = []
  /// Whether each matrix depends on any input, an input on itself.
  private var moves: [Bool] = []
  /// What depends on the input that was changed last; a drag changes the same one many times.
  private var lastDownstream: (input: Int, nodes: [Int])?
  /// How many matrices have been worked out since the scene was read.
  private(set) var evaluations = 0
  private var elementCount = 0
}

/// One matrix of the graph.
struct Node: Sendable {
  /// The part of the scene that it stands for.
  let slice: SourceSlice
  var name: String?
  let axes: [AxisKey]
  let shape: [Int]
  /// Nil for numbers written out.
  let operation: Operation?
  let operands: [Int]
  let kernel: any Kernel
  /// What is true of its numbers by the way they are made; nil for numbers written out.
  let traits: Operation.Traits?
  var isInput = false
  /// Where an input's first numbers come from.
  var origin = Origin.computed

  /// What the scene says there.
  var text: String { slice.text }
}

// MARK: Growing

extension Graph {
  /// Adds a matrix whose operands are there already, or nothing where it would be too large.
  mutating func add(_ node: Node, count: Int?) -> Int? {
    guard let count, count <= Self.mostElements - elementCount else { return nil }
    elementCount += count
    nodes.append(node)
    return nodes.count - 1
  }

  /// Takes back what has been added and not worked out.
  mutating func removeMatrices(from node: Int) {
    precondition(node >= values.count, "what has been worked out stays")
    for removed in nodes[node...] { elementCount -= removed.shape.reduce(1, *) }
    nodes.removeSubrange(node...)
  }

  /// Makes a matrix an input with a name, or a formula with one.
  mutating func name(_ node: Int, _ name: String, isInput: Bool, origin: Origin) {
    nodes[node].name = name
    nodes[node].isInput = isInput
    nodes[node].origin = origin
  }

  /// Puts numbers in the place of those of a matrix; nothing that depends on it follows.
  mutating func show(_ numbers: Tensor, in node: Int) { values[node] = numbers }

  /// Works out what has been added since the last time, but for the numbers that are known already.
  mutating func finish(knowing known: [Int: Tensor] = [:]) {
    let added = values.count..<nodes.count
    for node in added {
      let noteCount = nodes[node].kernel.noteCount
      notes.append(Array(repeating: 0, count: noteCount))
      // What is noted beside a result is not known with it.
      if let tensor = known[node], noteCount == 0 {
        values.append(tensor)
      } else {
        values.append(Tensor(shape: nodes[node].shape, repeating: 0))
        evaluate([node])
      }
      starts.append(nodes[node].isInput ? values[node] : nil)
      moves.append(nodes[node].isInput || nodes[node].operands.contains { moves[$0] })
    }
    if !added.isEmpty { lastDownstream = nil }
  }
}

// MARK: What depends on what

extension Graph {
  /// Whether a matrix moves with any input.
  func dependsOnInputs(_ node: Int) -> Bool { moves[node] }

  /// What depends on any of these inputs, operands first, the inputs themselves left out.
  ///
  /// It is found by going through the matrices once: a list kept for every input would take memory for
  /// each pair of an input and a matrix that depends on it.
  func downstream(of inputs: [Int]) -> [Int] {
    guard let first = inputs.min() else { return [] }
    var isReached = [Bool](repeating: false, count: nodes.count)
    for input in inputs { isReached[input] = true }
    var reached: [Int] = []
    for node in (first + 1)..<max(nodes.count, first + 1) where !nodes[node].isInput {
      guard nodes[node].operands.contains(where: { isReached[$0] }), !nodes[node].isMemory
      else { continue }
      isReached[node] = true
      reached.append(node)
    }
    return reached
  }

  private mutating func downstream(ofChanged input: Int) -> [Int] {
    if let lastDownstream, lastDownstream.input == input { return lastDownstream.nodes }
    let nodes = downstream(of: [input])
    lastDownstream = (input, nodes)
    return nodes
  }
}

// MARK: Working out

extension Graph {
  /// Changes an input and works out all that depends on it.
  mutating func change(_ input: Int, _ change: (inout Tensor) -> Void) {
    change(&values[input])
    evaluate(downstream(ofChanged: input))
  }

  /// Changes several inputs, each given by its position in `inputs`, and works out these matrices.
  mutating func change(
    _ inputs: [Int], then list: [Int], _ change: (_ position: Int, inout [Float]) -> Void
  ) {
    for (position, input) in inputs.enumerated() { change(position, &values[input].elements) }
    evaluate(list)
  }

  /// Works these matrices out in order; nothing is allocated, and no name is looked up.
  mutating func evaluate(_ list: [Int]) {
    evaluations += list.count
    values.withUnsafeMutableBufferPointer { values in
      for index in list {
        // The result is moved out and back, so that it can be written while operands are read.
        var result: [Float] = []
        swap(&result, &values[index].elements)
        let operands = Operands(
          tensors: UnsafeBufferPointer(values), nodes: nodes[index].operands)
        nodes[index].kernel.fill(&result, noting: &notes[index], from: operands)
        swap(&result, &values[index].elements)
      }
    }
  }
}

// MARK: Looking through

extension Graph {
  /// The cell that nameless slices and transposes show.
  func shown(_ entry: Entry) -> Entry {
    var (node, index) = (entry.node.index, entry.index)
    while nodes[node].name == nil, let shown = nodes[node].kernel.shown(index) {
      (node, index) = (nodes[node].operands[0], shown)
    }
    return Entry(node: NodeID(index: node), index: index)
  }
}

// MARK: Derivatives

extension Graph {
  /// ∂ cell / ∂ matrix for every matrix that the cell depends on, by walking the graph backwards.
  func sensitivities(of entry: Entry) -> [Tensor?] {
    var sums: [Tensor?] = Array(repeating: nil, count: entry.node.index + 1)
    var seed = Tensor(shape: nodes[entry.node.index].shape, repeating: 0)
    seed.elements[entry.index] = 1
    sums[entry.node.index] = seed
    for node in stride(from: entry.node.index, through: 0, by: -1) where !nodes[node].isInput {
      guard let sensitivity = sums[node] else { continue }
      pass(sensitivity, from: node, into: &sums)
    }
    return sums
  }

  /// The derivatives of a cell by the numbers it was made from, operand by operand.
  func localSensitivities(of entry: Entry) -> [Tensor] {
    let node = nodes[entry.node.index]
    var seed = Tensor(shape: node.shape, repeating: 0)
    seed.elements[entry.index] = 1
    return node.operands.indices.map { position in
      var sum = Tensor(shape: nodes[node.operands[position]].shape, repeating: 0)
      addGradient(to: &sum.elements, of: position, entry.node.index, seed.elements)
      return sum
    }
  }

  /// Hands a matrix's sensitivity on to its operands.
  private func pass(_ sensitivity: Tensor, from node: Int, into sums: inout [Tensor?]) {
    for (position, operand) in nodes[node].operands.enumerated() {
      var sum = sums[operand] ?? Tensor(shape: nodes[operand].shape, repeating: 0)
      // Moved out, so that adding does not copy.
      sums[operand] = nil
      addGradient(to: &sum.elements, of: position, node, sensitivity.elements)
      sums[operand] = sum
    }
  }

  private func addGradient(
    to sum: inout [Float], of position: Int, _ node: Int, _ sensitivity: [Float]
  ) {
    values.withUnsafeBufferPointer { tensors in
      let operands = Operands(tensors: tensors, nodes: nodes[node].operands)
      let back = Backward(
        operands: operands, result: tensors[node].elements, notes: notes[node],
        sensitivity: sensitivity)
      nodes[node].kernel.addGradient(to: &sum, of: position, back)
    }
  }
}
