import Lessons
import Playground
import Scenes
import Tensors
import Terminal

/// A table of digits.
struct TableWidget: PanelWidget {
  private(set) var drawn: MatrixTable

  init(_ table: MatrixTable) {
    drawn = table
  }

  var tables: [MatrixTable] { [drawn] }

  func showsEverything(in size: Size, appearance: Appearance) -> Bool {
    drawn.hasWholeLabels(in: size, appearance: appearance)
  }

  func isAtEase(in size: Size, appearance: Appearance) -> Bool {
    size.width >= wantedWidth(height: size.height, appearance)
      || drawn.hasWholeNames(in: size, appearance: appearance)
  }

  func leastWidth(
    in widths: Range<Int>, height: Int, sparingNames: Bool, appearance: Appearance
  ) -> Int? {
    drawn.leastWholeWidth(
      in: widths, height: height, sparingNames: sparingNames, appearance: appearance)
  }

  /// A table too large for any page is made to be scrolled: a good part of it will do.
  func isWhole(in size: Size, appearance: Appearance) -> Bool {
    guard !drawn.isLargerThanPages else {
      return drawn.showsGoodPart(in: size, appearance: appearance)
    }
    let wanted = grown(to: Size(width: 0, height: 1)).size(
      fitting: Size(width: size.width, height: 1000), appearance: appearance)
    return size.height >= leastHeight ?? wanted.height
      && (showsEverything(in: size, appearance: appearance) || size.width >= wanted.width)
  }

  /// What has to be scrolled anyway shares the page as a picture does.
  var leastHeight: Int? { drawn.isTallerThanPages ? 10 : nil }
  var modestHeight: Int { drawn.isTallerThanPages || drawn.values.isVeiled ? 10 : .max }

  /// A single number, and what has to be scrolled, stay as they are.
  var cells: CellRoom? {
    guard leastHeight == nil, !drawn.isLargerThanPages, !drawn.columnLabels.isEmpty else {
      return nil
    }
    return CellRoom(mostHeight: drawn.heat == nil ? 2 : 5)
  }

  func grown(to cell: Size) -> TableWidget {
    var widget = self
    widget.drawn.cellSize = cell
    return widget
  }

  var withoutRowLabels: TableWidget {
    var widget = self
    widget.drawn.hideRowLabels()
    return widget
  }

  func isSameHeight(as other: any PanelWidget) -> Bool {
    guard let neighbour = (other as? TableWidget)?.drawn else { return false }
    return drawn.columnLabels.isEmpty == neighbour.columnLabels.isEmpty
      && drawn.title.isEmpty == neighbour.title.isEmpty
  }

  func cursor(in rect: Rect, appearance: Appearance) -> Point? {
    guard let cell = drawn.cursor,
      let place = drawn.place(of: cell, in: rect, appearance: appearance)
    else { return nil }
    return Point(x: max(place.right - 1, place.x), y: place.y)
  }

  func hit(
    _ point: Point, in rect: Rect, from cursor: PanelCursor, appearance: Appearance
  ) -> PanelCursor? {
    drawn.hit(point, in: rect, appearance: appearance).map(cursor.moved)
  }
}

extension PanelContent {
  /// One table, or those of a stack where the author wants them side by side.
  var matrixWidget: any PanelWidget {
    guard let run else { return TableWidget(table) }
    return TilesWidget(smallMultiples(run), pages: Array(run.pages[tilesInReach(run)]))
  }
}

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
    table.moves = moves
    table.counterpart = counterpart
    table.showsColumnSums = panel.options.sums?.hasColumns ?? false
    return table
  }

  var tableOfSlopes: MatrixTable {
    var table = table
    table.areFine = true
    return table
  }

  /// The numbers of A, where this is B.
  private var counterpart: TableValues? {
    guard side == .b, let before = numbersBefore else { return nil }
    return TableValues(
      before.elements, from: stepState.cursor(of: index).stack * extent.rows * extent.columns,
      rows: extent.rows, columns: extent.columns, isVeiled: isVeiled, hidden: veiledCells)
  }

  /// The numbers before the last change, or of A; nil where they have another shape.
  private var numbersBefore: Tensor? {
    let before = stepState.previous.map(panel.values)
    return before?.count == numbers.count ? before : nil
  }

  /// What each number gained since the picture before, while a run trains it.
  private var moves: TableValues? {
    guard isInTraining, let previous = stepState.previous else { return nil }
    let before = panel.values(in: previous)
    guard before.count == numbers.count else { return nil }
    let moves = zip(numbers.elements, before.elements).map(-)
    return TableValues(
      moves, from: stepState.cursor(of: index).stack * extent.rows * extent.columns,
      rows: extent.rows, columns: extent.columns, isVeiled: isVeiled)
  }

  /// Whether a run that plays is changing these very numbers.
  var isInTraining: Bool {
    guard let run = stepState.run, run.isPlaying, !isVeiled else { return false }
    return run.training.plan.parameters.contains(node)
  }

  /// Shares are warm by their size, all else only where the author asks.
  private var heat: MatrixTable.Heat? {
    guard panel.options.heat ?? isHeatedByCustom else { return nil }
    return MatrixTable.Heat(role, limit: areShares ? 1 : limitOfBoth)
  }

  /// The largest number of A and B, its sign left aside, so that both have one scale; nil where nothing is compared.
  private var limitOfBoth: Float? {
    guard side != nil, let other = stepState.numbersBeside(index) else { return nil }
    return (numbers.elements + other).reduce(0) { $1.isFinite ? max($0, $1.magnitude) : $0 }
  }

  private var isHeatedByCustom: Bool {
    areShares || panel.scalar != nil || (axes.count > 1 && !isInput && isSquare)
  }

  private var isSquare: Bool {
    axes[axes.count - 1] == axes[axes.count - 2]
  }

  private var isInput: Bool { scene.isInput(scene.source(of: Entry(node: node, index: 0)).node) }

  var showsSums: Bool {
    panel.options.sums.map(\.hasRows) ?? (rowsSumToOne && axes.count > 1)
  }

  var emphasizedRow: Int? {
    guard isFocused, axes.count > 1 else {
      return panel.options.row.flatMap { $0 < extent.rows ? $0 : nil }
    }
    return min(stepState.cursor(of: index).row, extent.rows - 1)
  }

  private var emphasizedColumn: Int? {
    panel.options.column.flatMap { $0 < extent.columns ? $0 : nil }
  }

  /// The cell under the hand; of a table that is hidden none is.
  var cursor: CellPosition? {
    if isVeiled { return nil }
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
