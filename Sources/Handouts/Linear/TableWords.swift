import Playground
import Scenes
import Text

/// The tables of a step in sentences, as far as nothing hides them.
struct TableWords {
  let stepState: StepState

  private var scene: Scene { stepState.scene }

  /// So many numbers of a row are said until somebody asks for more.
  static let mostNumbers = 7

  init(_ stepState: StepState) {
    self.stepState = stepState
  }

  // MARK: Names

  /// What one types to mean a cell or a part of a matrix: `weight "it" "cat"`.
  static func typed(_ label: String) -> String {
    let bare = label.replacing("[:,", with: " column ").replacing("[", with: " ")
      .replacing("]", with: "").replacing(",", with: " ")
    return bare.singleSpaced
  }

  func name(of entry: Entry) -> String { Self.typed(scene.label(of: scene.source(of: entry))) }

  /// The labels of a cell without the name of its matrix: `"it" "cat"`.
  func labels(of cell: Int, in axes: [Axis]) -> String {
    zip(axes, axes.places(of: cell)).map { $0.quotedLabel($1) }.joined(separator: " ")
  }

  // MARK: What a table is

  /// What a table is, such as `X is a table, 7 tokens by 4 features, set by hand`.
  func summary(of table: NamedTable) -> String {
    guard let hidden = stepState.veiledCells(of: table.node) else {
      return "\(table.name)\(shown(table)) is hidden until you answer."
    }
    let part = hidden.isEmpty ? "" : " A part of it is hidden until you answer."
    return "\(table.name)\(shown(table)) \(shape(of: table)).\(part)"
  }

  private func shown(_ table: NamedTable) -> String { table.title.map { ", \"\($0)\"," } ?? "" }

  private func shape(of table: NamedTable) -> String {
    let axes = scene.axes(of: table.node)
    let sizes = axes.map(\.counted)
    switch axes.count {
    case 0: return "is \(number(Entry(node: table.node, index: 0)))" + origin(of: table)
    case 1: return "is a row of \(sizes[0])" + origin(of: table)
    case 2: return "is a table, \(sizes[0]) by \(sizes[1])" + origin(of: table)
    case _:
      let stack = sizes.dropLast(2).joined(separator: " by ")
      let page = sizes.suffix(2).joined(separator: " by ")
      return "is a stack, \(stack), each a table of \(page)" + origin(of: table)
    }
  }

  /// How a matrix came about: `, set by hand`, `: weight = softmax(scaled)`.
  private func origin(of table: NamedTable) -> String {
    guard let definition = scene.name(of: table.node).flatMap(scene.definition) else { return "" }
    switch scene.origin(of: table.node) {
    case .handSet: return ", set by hand"
    case .random: return ", drawn at random"
    case .constant: return ", filled in by a rule"
    case .learned(let model): return ", learned by \(model)"
    case .trained: return ", found by training"
    case .changed: return ", changed by you"
    case .computed:
      let isShort = definition.formula.count <= Self.longestFormula
      return definition.isInput || !isShort ? "" : ": \(definition.name) = \(definition.formula)"
    }
  }

  func number(_ entry: Entry) -> String {
    stepState.isVeiled(entry) ? "hidden" : SpokenNumber.cell(scene.value(of: entry))
  }

  /// A longer formula is said to who asks why.
  private static let longestFormula = 32

  // MARK: Numbers

  /// A row of a matrix, such as `Row "it" of X: noun 0.10, animal 0.40`.
  func row(_ place: Int, of table: NamedTable) -> String {
    let axes = scene.axes(of: table.node)
    let width = axes.last?.size ?? 1
    let cells = place * width..<(place + 1) * width
    let label = Array(axes.dropLast()).quotedLabels(of: place)
    let lead = label.isEmpty ? table.name : "Row \(label) of \(table.name)"
    let hasLabels = axes.last?.labels != nil
    return lead
      + numbers(
        cells.map { ($0, hasLabels ? axes.last?.label($0 - cells.lowerBound) ?? "" : "") }, table)
  }

  /// A column of a matrix, such as `Column "seek" of W_q: noun 0.10, animal 0.30`.
  func column(_ place: Int, of table: NamedTable) -> String {
    let axes = scene.axes(of: table.node)
    let (rows, width) = (axes.dropLast(), axes.last?.size ?? 1)
    let count = rows.reduce(1) { $0 * $1.size }
    let cells = (0..<count).map { row in
      (row * width + place, Array(rows).labels(of: row).joined(separator: " "))
    }
    let label = axes.last?.quotedLabel(place) ?? ""
    return "Column \(label) of \(table.name)" + numbers(cells, table)
  }

  /// Inputs in their order; what is computed the largest first, for these are compared.
  private func numbers(_ cells: [(cell: Int, label: String)], _ table: NamedTable) -> String {
    let isInput = scene.isInput(scene.source(of: Entry(node: table.node, index: 0)).node)
    let isRanked = !isInput && cells.allSatisfy { !$0.label.isEmpty }
    func value(_ cell: Int) -> Float { scene.values(of: table.node).elements[cell] }
    let hidden = stepState.veiledCells(of: table.node) ?? []
    let open = cells.filter { cell, label in
      // A drawing has holes where there is no number.
      !hidden.contains(cell) && !(label.isEmpty && value(cell).isNaN)
    }
    let ranked =
      !isRanked || open.count < 3
      ? open
      : open.enumerated().sorted {
        (value($1.element.cell), $0.offset) < (value($0.element.cell), $1.offset)
      }.map(\.element)
    let order = !isRanked || open.count < 3 ? ": " : ", largest first: "
    let shown = ranked.prefix(ranked.count > Self.mostNumbers + 2 ? Self.mostNumbers : ranked.count)
    let parts = shown.map { cell, label in
      label.isEmpty
        ? SpokenNumber.cell(value(cell))
        : "\(isInput ? label : "\"\(label)\"") \(SpokenNumber.cell(value(cell)))"
    }
    let rest = ranked.count - shown.count
    let others = rest > 0 ? ["and \(rest) more"] : []
    let left = cells.count - open.count
    let veiled = left == 0 ? [] : [hidden.isEmpty ? "the rest not numbers" : "the rest hidden"]
    return order + (parts + others + veiled).joined(separator: ", ") + "."
  }

  /// Everything that a table holds: what it is, then its rows, the one in hand first.
  func lines(of table: NamedTable) -> [String] {
    let axes = scene.axes(of: table.node)
    guard stepState.veiledCells(of: table.node) != nil, !axes.isEmpty else {
      return [summary(of: table)]
    }
    guard axes.count > 1 else { return [row(0, of: table)] }
    let count = axes.dropLast().reduce(1) { $0 * $1.size }
    let hand = min(table.row ?? 0, count - 1)
    let rows = [hand] + (0..<min(count, Self.mostRows)).filter { $0 != hand }
    return [summary(of: table)] + rows.map { row($0, of: table) }
  }

  private static let mostRows = 64
}

/// A matrix, or a part of one, that a step shows or its scene names.
struct NamedTable: Equatable {
  let node: NodeID
  /// What one types to hear it.
  let name: String
  /// What its author calls it, where that is something else.
  let title: String?
  /// The row that is looked at, counted over all leading axes.
  let row: Int?
}

extension Axis {
  /// How many places there are: `7 tokens`, `3 entries`.
  var counted: String {
    let isAfterVowel = name.dropLast().last.map { "aeiou".contains($0) } ?? true
    if name.hasSuffix("y"), !isAfterVowel {
      return Text.counted(size, name, plural: name.dropLast() + "ies")
    }
    let needsE = ["ss", "x", "ch", "sh"].contains { name.hasSuffix($0) }
    // An author may have named it in the plural already.
    let ending = needsE ? "es" : name.hasSuffix("s") ? "" : "s"
    return Text.counted(size, name, plural: name + ending)
  }

  /// A label in quotation marks; a mere number stands without.
  func quotedLabel(_ place: Int) -> String {
    labels == nil ? label(place) : "\"\(label(place))\""
  }
}

extension [Axis] {
  /// The labels of a cell in quotation marks.
  func quotedLabels(of cell: Int) -> String {
    zip(self, places(of: cell)).map { $0.quotedLabel($1) }.joined(separator: " ")
  }
}
