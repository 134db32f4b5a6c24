import Lessons
import Playground
import Scenes
import Terminal

extension PanelContent {
  var table: MatrixTable {
    var table = MatrixTable(
      title: title, axes: axesCaption, captions: captions, rowLabels: rowLabels,
      columnLabels: columnLabels,
      values: tableValues, heat: heat, showsSums: showsSums, emphasizedRow: emphasizedRow,
      emphasizedColumn: emphasizedColumn, cursor: cursor, pinnedRow: pin.row,
      pinnedColumn: pin.column,
      changes: heat == nil ? [] : changesOrRoom)
    table.areCounts = areCounts
    return table
  }

  /// Shares are warm by their size, all else only where the author asks.
  private var heat: MatrixTable.Heat? {
    guard panel.options.heat ?? isHeatedByCustom else { return nil }
    return MatrixTable.Heat(role, limit: areShares ? 1 : nil)
  }

  private var isHeatedByCustom: Bool {
    areShares || panel.scalar != nil || (axes.count > 1 && !isInput && isSquare)
  }

  private var isSquare: Bool {
    axes[axes.count - 1] == axes[axes.count - 2]
  }

  private var isInput: Bool { scene.isInput(scene.source(of: Entry(node: node, index: 0)).node) }

  var showsSums: Bool { panel.options.sum ?? (areShares && axes.count > 1) }

  var emphasizedRow: Int? {
    guard isFocused, axes.count > 1 else {
      return panel.options.row.flatMap { $0 < extent.rows ? $0 : nil }
    }
    return min(stepState.cursor(of: index).row, extent.rows - 1)
  }

  private var emphasizedColumn: Int? {
    panel.options.column.flatMap { $0 < extent.columns ? $0 : nil }
  }

  var cursor: CellPosition? {
    guard isFocused else { return handPosition }
    let cursor = stepState.cursor(of: index)
    return CellPosition(
      row: min(cursor.row, extent.rows - 1), column: min(cursor.column, extent.columns - 1))
  }

  /// The cell that the slider in hand drags, if this table shows it.
  private var handPosition: CellPosition? {
    guard stepState.focus == .sliders, let slider = stepState.sliderInHand,
      case .entry(let entry)? = stepState.target(of: slider), entry.node == node
    else { return nil }
    return CellPosition(
      row: entry.index / extent.columns % extent.rows, column: entry.index % extent.columns)
  }

  /// What the author or the student keeps in view.
  private var pin: TablePin { stepState.pin(of: index) }

  /// The row that is current has its change; an empty one keeps the room, so that the table
  /// does not jump when a change comes and goes.
  private var changesOrRoom: [[Float]] {
    guard let row = emphasizedRow ?? (extent.rows == 1 ? 0 : nil) else { return [[]] }
    return Array(repeating: [], count: row) + [changes(inRow: row)]
  }
}
