import Lessons
import Playground
import Scenes
import Terminal

/// The tables of a stack side by side.
struct TilesWidget: PanelWidget {
  let drawn: SmallMultiples
  /// Which page of the stack each of them is.
  let pages: [Int]

  init(_ tables: SmallMultiples, pages: [Int]) {
    drawn = tables
    self.pages = pages
  }

  var tables: [MatrixTable] { drawn.tables }

  func showsEverything(in size: Size, appearance: Appearance) -> Bool {
    drawn.showsEverything(in: size, appearance: appearance)
  }

  /// With more rows it would grow, but it needs no more than these.
  func isWhole(in size: Size, appearance: Appearance) -> Bool {
    showsEverything(in: size, appearance: appearance)
  }

  func leastWidth(
    in widths: Range<Int>, height: Int, sparingNames: Bool, appearance: Appearance
  ) -> Int? {
    drawn.leastWholeWidth(in: widths, height: height, appearance: appearance)
  }

  func cursor(in rect: Rect, appearance: Appearance) -> Point? {
    drawn.place(in: rect, appearance: appearance)
  }

  func hit(
    _ point: Point, in rect: Rect, from cursor: PanelCursor, appearance: Appearance
  ) -> PanelCursor? {
    guard let hit = drawn.hit(point, in: rect, appearance: appearance) else { return nil }
    var moved = hit.cell.map(cursor.moved) ?? cursor
    moved.stack = pages[hit.tile]
    return moved
  }
}

/// Which pages of a stack lie along one or two of its axes, through the page in front.
struct StackRun: Equatable {
  /// One axis, or that of the rows and that of the columns.
  let axes: [Axis]
  /// The page of each place, the last axis running fastest.
  let pages: [Int]
  /// The place of the page in front.
  let place: Int

  /// Nothing where the matrix lacks one of the stack axes.
  init?(along names: [String], of axes: [Axis], through page: Int) {
    let stack = Array(axes.dropLast(2))
    let positions = names.compactMap { name in stack.firstIndex { $0.name == name } }
    guard !positions.isEmpty, positions.count == names.count else { return nil }
    var pages = [page]
    var place = 0
    for position in positions {
      let stride = stack[(position + 1)...].reduce(1) { $0 * $1.size }
      let own = page / stride % stack[position].size
      pages = pages.flatMap { page in
        (0..<stack[position].size).map { page + ($0 - own) * stride }
      }
      place = place * stack[position].size + own
    }
    self.axes = positions.map { stack[$0] }
    self.pages = pages
    self.place = place
  }

  /// How many pages make a row of the grid, where rows mean something.
  var rowLength: Int? { axes.count > 1 ? axes[axes.count - 1].size : nil }
}

extension PanelContent {
  /// The tables that stand side by side, where the author asked for them.
  var run: StackRun? {
    StackRun(
      along: panel.options.each, of: axes, through: stepState.cursor(of: index).stack)
  }

  /// Every table along one or two stack axes, at one scale.
  func smallMultiples(_ run: StackRun) -> SmallMultiples {
    let shown = tilesInReach(run)
    var tables = SmallMultiples(
      title: title, captions: captionLine,
      tiles: shown.map { place in
        let page = run.pages[place]
        var tile = SmallMultiples.Tile(
          name(ofTile: place, of: run), values(ofPage: page),
          changes: emphasizedRow.map { changes(inRow: $0, ofPage: page) } ?? [])
        if run.axes.count == 2 {
          let names = names(ofTile: place, of: run)
          (tile.line, tile.column) = (names[0], names[1])
        }
        return tile
      },
      rowLabels: rowLabels, columnLabels: columnLabels,
      heat: MatrixTable.Heat(role, limit: areShares ? 1 : largest),
      emphasizedRow: emphasizedRow, focusedTile: isFocused ? run.place - shown.lowerBound : nil,
      cursor: isFocused ? cursor : nil)
    (tables.before, tables.total) = (shown.lowerBound, run.pages.count)
    if shown.count == run.pages.count { tables.perLine = run.rowLength }
    tables.fillsPage = isZoomed || stepState.panels.count == 1
    return tables
  }

  /// `head 2` of one axis; of two their labels, `1.2` where they are numbers.
  func name(ofTile place: Int, of run: StackRun) -> String {
    let places = run.axes.places(of: place)
    if run.axes.count == 1, run.axes[0].labels == nil { return "\(run.axes[0].name) \(place)" }
    let areNumbers = run.axes.allSatisfy { $0.labels == nil }
    return zip(run.axes, places).map { written($1, on: $0) }
      .joined(separator: areNumbers ? "." : " ")
  }

  /// `layer 1, head 2`, or the labels.
  func longName(ofTile place: Int, of run: StackRun) -> String {
    let areNumbers = run.axes.allSatisfy { $0.labels == nil }
    return names(ofTile: place, of: run).joined(separator: areNumbers ? ", " : " ")
  }

  /// What a tile is called on each axis: its label, or `head 2`.
  private func names(ofTile place: Int, of run: StackRun) -> [String] {
    zip(run.axes, run.axes.places(of: place)).map { axis, place in
      axis.labels == nil ? "\(axis.name) \(place)" : written(place, on: axis)
    }
  }

  /// The places of a stack's tables that a page may hold.
  func tilesInReach(_ run: StackRun) -> Range<Int> {
    Self.stretch(of: Self.mostTiles, in: run.pages.count, around: run.place)
  }

  private static let mostTiles = 120

  /// The largest number of the whole stack, its sign left aside.
  var largest: Float {
    numbers.elements.reduce(0) { $1.isFinite ? max($0, $1.magnitude) : $0 }
  }
}
