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

  func showsEverything(in size: Size, appearance: Appearance) -> Bool {
    drawn.showsEverything(in: size, appearance: appearance)
  }

  func leastWidth(in widths: Range<Int>, height: Int, appearance: Appearance) -> Int? {
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

/// Which pages of a stack lie along one of its axes, through the page in front.
struct StackRun: Equatable {
  let axis: Axis
  /// The page of each place on the axis.
  let pages: [Int]
  /// The place of the page in front.
  let place: Int

  /// Nothing where the matrix has no such stack axis.
  init?(along name: String, of axes: [Axis], through page: Int) {
    let stack = axes.dropLast(2)
    guard let position = stack.firstIndex(where: { $0.name == name }) else { return nil }
    let axis = stack[position]
    let stride = stack[(position + 1)...].reduce(1) { $0 * $1.size }
    let place = page / stride % axis.size
    self.axis = axis
    self.place = place
    pages = (0..<axis.size).map { page + ($0 - place) * stride }
  }

}

extension PanelContent {
  /// The tables that stand side by side, where the author asked for them.
  var run: StackRun? {
    panel.options.each.flatMap {
      StackRun(along: $0, of: axes, through: stepState.cursor(of: index).stack)
    }
  }

  /// Every table along a stack axis, at one scale.
  func smallMultiples(_ run: StackRun) -> SmallMultiples {
    let shown = tilesInReach(run)
    var tables = SmallMultiples(
      title: title, captions: captionLine,
      tiles: shown.map { place in
        let page = run.pages[place]
        return SmallMultiples.Tile(
          run.axis.labels == nil ? "\(run.axis.name) \(place)" : written(place, on: run.axis),
          values(ofPage: page),
          changes: emphasizedRow.map { changes(inRow: $0, ofPage: page) } ?? [])
      },
      rowLabels: rowLabels, columnLabels: columnLabels,
      heat: MatrixTable.Heat(role, limit: areShares ? 1 : largest),
      emphasizedRow: emphasizedRow, focusedTile: isFocused ? run.place - shown.lowerBound : nil,
      cursor: isFocused ? cursor : nil)
    (tables.before, tables.total) = (shown.lowerBound, run.pages.count)
    return tables
  }

  /// The places of a stack's tables that a page may hold.
  func tilesInReach(_ run: StackRun) -> Range<Int> {
    Self.stretch(of: Self.mostTiles, in: run.pages.count, around: run.place)
  }

  private static let mostTiles = 120

  private var largest: Float {
    numbers.elements.reduce(0) { $1.isFinite ? max($0, $1.magnitude) : $0 }
  }
}
