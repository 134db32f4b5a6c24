import Lessons
import Playground
import Scenes
import Tensors
import Terminal
import Text

/// What a panel shows now: its numbers, labels and titles, read from the step.
struct PanelContent {
  let stepState: StepState
  let index: Int
  let appearance: Appearance
  let panel: Panel
  let axes: [Axis]
  /// What the panel's matrix is called; nil for an expression of its own.
  let name: String?
  /// Whether the rows of the table sum to one.
  let rowsSumToOne: Bool
  /// Whether the numbers are parts of rows that do, wherever they stand in the table.
  let areShares: Bool
  /// Whether all its numbers are hidden until a question is answered.
  let isVeiled: Bool
  /// Where single numbers are.
  let veiledCells: Set<Int>
  /// All numbers of what the panel shows, in the shape of its matrix.
  let numbers: Tensor
  /// Rows and columns of the table that is in front of the stack.
  let extent: TableExtent
  /// Which of two states it shows, where they stand beside each other.
  let side: Side?

  init(stepState: StepState, index: Int, appearance: Appearance, side: Side? = nil) {
    self.side = side
    self.stepState = stepState
    self.index = index
    self.appearance = appearance
    let panel = stepState.panels[index]
    self.panel = panel
    axes = stepState.scene.axes(of: panel.table)
    name = stepState.scene.name(of: panel.table)
    let isMatrix = panel.scalar == nil
    rowsSumToOne = isMatrix && stepState.scene.rowsSumToOne(panel.table)
    areShares = isMatrix && (rowsSumToOne || stepState.scene.holdsShares(panel.table))
    let veiled = panel.veiledCells(in: stepState)
    isVeiled = veiled == nil
    veiledCells = veiled ?? []
    numbers = stepState.values(of: panel)
    extent = TableExtent(
      rows: axes.count > 1 ? axes[axes.count - 2].size : 1, columns: axes.last?.size ?? 1)
  }

  /// `A  ` before its title.
  var sideMark: Line {
    switch side {
    case .a: [Span("A  ", .bright, bold: true)]
    case .b: [Span("B  ", .hand, bold: true)]
    case nil: []
    }
  }

  var scene: Scene { stepState.scene }
  var node: NodeID { panel.table }
  var isFocused: Bool { stepState.focus == .panel(index) }
  var isZoomed: Bool { stepState.zoomed == index }
  /// Whether no other panel stands in its row, or is shown at all.
  var isAloneInRow: Bool { isZoomed || panelsInRow.count == 1 }

  /// The panels that the author put in one row with this one, itself among them.
  var panelsInRow: Range<Int> {
    var first = 0
    for row in stepState.step.panelRows {
      if index < first + row.count { return first..<first + row.count }
      first += row.count
    }
    return index..<index + 1
  }
  /// The colour of what the panel is about; grey for what is neither asked, answered nor handed over.
  var role: Role {
    // What pushes up is a gain; what pushes down takes the colour of loss by itself.
    if panel.scalar != nil { return .gain }
    return RoleOfName.role(of: node, in: scene) ?? (areShares ? .output : .dim)
  }

  /// Whether the numbers count things, as 12 heads do: all are whole, one beyond a weight.
  var areCounts: Bool {
    let values = numbers.elements
    guard !isVeiled, values.count <= 1024, values.allSatisfy(isCount) else { return false }
    return values.contains { $0 >= 10 }
  }

  func isCount(_ value: Float) -> Bool { value >= 0 && NumberFormat.isWhole(value) }

  /// The numbers of the page in front, read in place.
  var tableValues: TableValues { values(ofPage: stepState.cursor(of: index).stack) }

  func values(ofPage page: Int) -> TableValues {
    TableValues(
      numbers.elements, from: page * extent.rows * extent.columns, rows: extent.rows,
      columns: extent.columns, isVeiled: isVeiled, hidden: veiledCells)
  }

  /// What the last key changed in a row of the page in front; empty where nothing can be compared.
  func changes(inRow row: Int) -> [Float] {
    changes(inRow: row, ofPage: stepState.cursor(of: index).stack)
  }

  /// What the last key changed in a row of a page; empty where nothing can be compared.
  func changes(inRow row: Int, ofPage page: Int) -> [Float] {
    guard let previous = stepState.previous, !isVeiled else { return [] }
    let before = panel.values(in: previous)
    guard before.count == numbers.count else { return [] }
    let old = TableValues(
      before.elements, from: page * extent.rows * extent.columns, rows: extent.rows,
      columns: extent.columns)
    return zip(values(ofPage: page).row(row), old.row(row)).map { $0 == $1 ? 0 : $0 - $1 }
  }

  var rowLabels: AxisLabels {
    guard axes.count > 1 else { return [] }
    return labels(of: axes[axes.count - 2])
  }

  var columnLabels: AxisLabels {
    guard let axis = axes.last else { return [] }
    return labels(of: axis)
  }

  func labels(of axis: Axis) -> AxisLabels {
    let labels = appearance.symbols.isASCII ? axis.labels : axis.shownLabels
    return labels.map(AxisLabels.init) ?? AxisLabels(numbers: axis.size)
  }

  /// A place's label as these symbols can show it.
  func written(_ place: Int, on axis: Axis) -> String {
    appearance.symbols.isASCII ? axis.label(place) : axis.shownLabel(place)
  }

  /// So many of `count` places that one place is among them, near the middle if it can be.
  static func stretch(of most: Int, in count: Int, around place: Int) -> Range<Int> {
    let start = max(0, min(place - most / 2, count - most))
    return start..<min(start + most, count)
  }
}
