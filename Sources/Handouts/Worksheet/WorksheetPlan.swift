import Lessons
import Scenes
import Text

/// Which tables of a scene can be worked out by hand, and from what.
struct WorksheetPlan {
  /// A table to fill in.
  struct Task: Equatable {
    let definition: Definition
    /// The rows that are asked for, counted over all stacks; all others stay empty.
    let rows: [Int]
  }

  /// A table that is not asked for, or not all of it.
  struct Omission: Equatable {
    let name: String
    /// What is said of the name: `is too large: 7 × 7 numbers`.
    let reason: String
  }

  private(set) var tasks: [Task] = []
  /// The inputs that the tasks are computed from.
  private(set) var given: [Definition] = []
  private(set) var omissions: [Omission] = []

  private let scene: Scene
  /// The row in which an author is most interested, by the name of the axis.
  private let favourites: [String: Int]
  /// What stands on the sheet once the tasks so far are done.
  private var known: Set<Entry> = []

  /// More numbers than this nobody fills into one table, or into one sheet.
  private static let mostCells = 28
  private static let mostCellsInAll = 160
  /// More operands than this take too long by hand.
  private static let mostOperands = 16
  /// A given table larger than this is not copied by hand.
  private static let mostGivenCells = 96

  /// - Parameters:
  ///   - scene: where the numbers come from.
  ///   - wanted: the names to work out; with all that they are made from.
  ///   - favourites: by the name of an axis, the row to ask for where all would be too many.
  init(_ scene: Scene, wanted: [NodeID], favourites: [String: Int] = [:]) {
    self.scene = scene
    self.favourites = favourites
    for definition in scene.sorted(with: wanted) where !definition.isInput { add(definition) }
  }

  private mutating func add(_ definition: Definition) {
    // A second name, a row or a transpose needs no pen.
    guard let rows = rows(of: definition), !isView(definition) else { return }
    let columns = definition.axes.last?.size ?? 1
    let cells = rows.flatMap { row in
      (0..<columns).map { Entry(node: definition.node, index: row * columns + $0) }
    }
    if let reason = obstacle(to: cells) {
      return omissions.append(Omission(name: definition.name, reason: reason))
    }
    tasks.append(Task(definition: definition, rows: rows))
    for input in inputs(of: cells) where !given.contains(input) { given.append(input) }
    known.formUnion(cells)
    let count = scene.values(of: definition.node).count / max(columns, 1)
    if rows.count < count, let axis = definition.axes.dropLast().last {
      let row = axis.shownLabel(rows[0])
      let size = "has \(scene.values(of: definition.node).count) numbers"
      omissions.append(
        Omission(name: definition.name, reason: "\(size), so only the row of \(row) is asked for"))
    }
  }

  /// The rows that fit: all, or the favourite one; nil, and noted, where not even one does.
  private mutating func rows(of definition: Definition) -> [Int]? {
    let values = scene.values(of: definition.node)
    let columns = definition.axes.last?.size ?? 1
    if values.count <= Self.mostCells { return Array(0..<max(values.count / max(columns, 1), 1)) }
    let name = definition.name
    if definition.axes.count == 2, columns <= Self.mostCells {
      let axis = definition.axes[0]
      return [min(favourites[axis.name] ?? 0, axis.size - 1)]
    }
    let shape = definition.axes.map { String($0.size) }.joined(separator: " × ")
    omissions.append(Omission(name: name, reason: "is too large: \(shape) numbers"))
    return nil
  }

  /// Whether its numbers are those of another matrix.
  private func isView(_ definition: Definition) -> Bool {
    let explanation = scene.explanation(of: Entry(node: definition.node, index: 0))
    guard explanation.operandCount == 1, let operand = explanation.operands.first else {
      return false
    }
    return operand.value == explanation.value && operand.derivative == 1
  }

  /// Why these numbers cannot be worked out; nil where they can.
  private func obstacle(to cells: [Entry]) -> String? {
    let asked = tasks.reduce(0) { $0 + $1.rows.count * ($1.definition.axes.last?.size ?? 1) }
    if asked + cells.count > Self.mostCellsInAll { return "is left out, since the sheet is full" }
    for cell in cells {
      if scene.value(of: cell).isNaN { return "holds what is no number: NaN" }
      let (leaves, count) = leaves(of: cell)
      if count > Self.mostOperands {
        return "takes too long: each of its numbers is made from \(count)"
      }
      for leaf in leaves where !known.contains(leaf) {
        let source = scene.text(of: leaf.node)
        guard scene.isInput(leaf.node) else { return "needs more of \(source) than is asked for" }
        if scene.values(of: leaf.node).count > Self.mostGivenCells {
          return "needs \(source), which is too large to print"
        }
      }
    }
    return nil
  }

  /// The named numbers that a cell is made from, and how many numbers its steps take.
  private func leaves(of cell: Entry) -> (entries: Set<Entry>, count: Int) {
    let explanation = scene.explanation(of: cell)
    var entries: Set<Entry> = []
    var count = explanation.operandCount
    guard count <= Self.mostOperands else { return ([], count) }
    for operand in explanation.operands {
      let source = scene.source(of: operand.entry)
      if scene.name(of: source.node) != nil {
        entries.insert(source)
      } else {
        let inner = leaves(of: source)
        entries.formUnion(inner.entries)
        count = max(count, inner.count)
      }
    }
    return (entries, count)
  }

  private func inputs(of cells: [Entry]) -> [Definition] {
    let nodes = cells.reduce(into: Set<NodeID>()) { nodes, cell in
      nodes.formUnion(leaves(of: cell).entries.map(\.node))
    }
    return scene.definitions.filter { $0.isInput && nodes.contains($0.node) }
  }
}

extension Scene {
  /// The definitions of these names and of all that they are made from, each behind what it needs.
  fileprivate func sorted(with wanted: [NodeID]) -> [Definition] {
    var (order, seen) = ([NodeID](), Set<NodeID>())
    func visit(_ node: NodeID) {
      guard seen.insert(node).inserted else { return }
      for maker in makers(of: node) { visit(maker) }
      order.append(node)
    }
    for node in wanted { visit(node) }
    let byNode = Dictionary(definitions.map { ($0.node, $0) }) { first, _ in first }
    return order.compactMap { byNode[$0] }
  }
}
