import Tensors

/// How a scene differs from another one of the same texts, as a value that can be written to a file.
///
/// What is nil or missing is as in the other scene.
package struct SceneDifference: Equatable, Codable, Sendable {
  /// The axes that have another size than the texts give them.
  var sizes: [String: Int]?
  /// The scalars that bound parts of axes and hold another number than the texts give them.
  var bounds: [String: Int]?
  /// Which draw each random input holds that was drawn again, by its matrix.
  var draws: [Int: Int]?
  /// The inputs that gradient descent has set.
  var trained: [Int]?
  /// The cells that hold another number, by their matrix.
  var cells: [Int: ChangedCells]?

  package var isEmpty: Bool {
    sizes == nil && bounds == nil && draws == nil && trained == nil && cells == nil
  }
}

/// Cells of one matrix and the numbers that they hold.
struct ChangedCells: Equatable, Codable, Sendable {
  /// The cells, row by row; nil where they are all there are.
  let places: [Int]?
  let numbers: PackedNumbers

  /// The cells in which `now` differs from `before`; nil where it does not.
  ///
  /// The matrices have the same shape. Numbers are compared bit by bit.
  init?(_ now: Tensor, since before: Tensor) {
    // A change leaves the storage of every other matrix as it is, which saves looking at its numbers.
    guard !now.sharesStorage(with: before) else { return nil }
    let (new, old) = (now.elements, before.elements)
    let places = new.indices.filter { new[$0].bitPattern != old[$0].bitPattern }
    if places.isEmpty { return nil }
    // A place takes about as much room as its number.
    let isWhole = places.count * 2 > new.count
    self.places = isWhole ? nil : places
    numbers = PackedNumbers(isWhole ? new : places.map { new[$0] })
  }

  /// Replaces the numbers of these cells.
  func put(into elements: inout [Float]) {
    guard let places else {
      elements = numbers.elements
      return
    }
    for (place, number) in zip(places, numbers.elements) { elements[place] = number }
  }

  /// Whether a matrix of so many numbers has these cells.
  func fits(_ count: Int) -> Bool {
    guard let places else { return numbers.elements.count == count }
    return places.count == numbers.elements.count && places.allSatisfy((0..<count).contains)
  }
}

extension Scene {
  /// Of the texts and the watched expressions, which give each matrix its number: what was kept of
  /// another scene does not fit.
  package var digest: String {
    (sources + watches).flatMap { Array($0.text.utf8) + [0] }.digest
  }

  /// What changes another scene of the same texts into this one.
  package func difference(from other: Scene) -> SceneDifference {
    var difference = SceneDifference()
    var canvas = other
    if extents != other.extents {
      if extents.sizes != other.extents.sizes { difference.sizes = extents.sizes }
      if extents.bounds != other.extents.bounds { difference.bounds = extents.bounds }
      // Both scenes were read with these texts, so a size that one has can be given to the other.
      canvas = (try? canvas.resized(to: extents)) ?? canvas
    }
    if draws != canvas.draws {
      difference.draws = draws
      canvas.redraw(draws)
    }
    if trained != canvas.trained { difference.trained = trained.sorted() }
    for node in graph.nodes.indices where graph.nodes[node].isInput || graph.nodes[node].isMemory {
      guard let cells = ChangedCells(graph.values[node], since: canvas.graph.values[node]) else {
        continue
      }
      difference.cells = (difference.cells ?? [:]).merging([node: cells]) { $1 }
    }
    return difference
  }

  /// This scene changed by a difference that was taken from it; nil where it does not fit.
  package func applying(_ difference: SceneDifference) -> Scene? {
    var changed = self
    if difference.sizes != nil || difference.bounds != nil {
      let wanted = AxisExtents(
        sizes: difference.sizes ?? extents.sizes, bounds: difference.bounds ?? extents.bounds)
      guard wanted.sizes.values.allSatisfy((1...Graph.mostElements).contains),
        wanted.bounds.values.allSatisfy((-Graph.mostElements...Graph.mostElements).contains),
        let resized = try? changed.resized(to: wanted)
      else { return nil }
      changed = resized
    }
    if let draws = difference.draws {
      guard draws.keys.allSatisfy(changed.isRandomInput),
        draws.values.allSatisfy((0...Self.mostDraws).contains)
      else { return nil }
      changed.redraw(draws)
    }
    if let cells = difference.cells {
      guard changed.put(cells) else { return nil }
    }
    if let trained = difference.trained {
      guard trained.allSatisfy(changed.isInput) else { return nil }
      changed.trained = Set(trained)
    }
    return changed
  }

  /// Whether a cell is one of this scene's.
  package func contains(_ entry: Entry) -> Bool {
    graph.nodes.indices.contains(entry.node.index)
      && graph.values[entry.node.index].elements.indices.contains(entry.index)
  }

  /// More than anybody draws by hand.
  private static var mostDraws: Int { 1 << 30 }

  private var draws: [Int: Int] { drawings.mapValues(\.draw) }

  private func isInput(_ node: Int) -> Bool {
    graph.nodes.indices.contains(node) && graph.nodes[node].isInput
  }

  private func isRandomInput(_ node: Int) -> Bool {
    isInput(node) && graph.nodes[node].origin.isRandom
  }

  /// Random inputs as so many draws give them; those that are not named, as their text does.
  private mutating func redraw(_ draws: [Int: Int]) {
    for node in Set(drawings.keys).union(draws.keys).sorted() {
      redraw([NodeID(index: node)], draws[node] ?? 0)
    }
  }
}
