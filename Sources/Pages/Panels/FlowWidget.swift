import Lessons
import Playground
import Scenes
import Terminal

/// Weights as lines from what asks to what answers.
struct FlowWidget: PanelWidget {
  let drawn: FlowView

  init(_ flow: FlowView) {
    drawn = flow
  }

  func showsEverything(in size: Size, appearance: Appearance) -> Bool { drawn.isLegible(in: size) }

  func isAtEase(in size: Size, appearance: Appearance) -> Bool {
    var modest = drawn
    modest.fillsPage = false
    let room = Size(width: 1000, height: size.height)
    return size.width >= modest.size(fitting: room, appearance: appearance).width
  }

  var leastHeight: Int? { drawn.leastHeight }
  var modestHeight: Int { drawn.leastHeight + 1 }

  func cursor(in rect: Rect, appearance: Appearance) -> Point? {
    drawn.cursor.flatMap { drawn.place(of: $0, in: rect) }
  }

  func hit(
    _ point: Point, in rect: Rect, from cursor: PanelCursor, appearance: Appearance
  ) -> PanelCursor? { drawn.hit(point, in: rect).map(cursor.moved) }
}

/// The flows of a stack side by side.
struct FlowTilesWidget: PanelWidget {
  let drawn: FlowTiles
  /// Which page of the stack each of them is.
  let pages: [Int]

  init(_ flows: FlowTiles, pages: [Int]) {
    drawn = flows
    self.pages = pages
  }

  func showsEverything(in size: Size, appearance: Appearance) -> Bool { drawn.isLegible(in: size) }
  func isAtEase(in size: Size, appearance: Appearance) -> Bool { drawn.isLegible(in: size) }
  var leastHeight: Int? { drawn.leastHeight }
  var modestHeight: Int { drawn.leastHeight }

  func cursor(in rect: Rect, appearance: Appearance) -> Point? { drawn.place(in: rect) }

  func hit(
    _ point: Point, in rect: Rect, from cursor: PanelCursor, appearance: Appearance
  ) -> PanelCursor? {
    guard let hit = drawn.hit(point, in: rect) else { return nil }
    var moved = hit.cell.map(cursor.moved) ?? cursor
    moved.stack = pages[hit.flow]
    return moved
  }
}

extension PanelContent {
  /// One flow, or those of a stack where the author wants them side by side.
  var flowWidget: any PanelWidget {
    guard let run else { return FlowWidget(flow) }
    let shown = tilesInReach(run)
    var tiles = FlowTiles(
      title: title, captions: captionLine, flows: shown.map { tile($0, of: run) },
      perLine: run.rowLength, focused: isFocused ? run.place - shown.lowerBound : nil)
    if shown.count < run.pages.count { tiles.perLine = nil }
    return FlowTilesWidget(tiles, pages: Array(run.pages[shown]))
  }

  /// The flow of one page, on the scale of all pages.
  private func tile(_ place: Int, of run: StackRun) -> FlowView {
    let page = run.pages[place]
    var flow = flow
    flow.title = Line(longName(ofTile: place, of: run), .dim)
    flow.captions = []
    flow.weights = values(ofPage: page)
    flow.limit = areShares ? 1 : largest
    flow.cursor = place == run.place && isFocused ? cursor : nil
    flow.changes = []
    flow.showsSum = false
    return flow
  }

  /// Weights as lines from what asks to what answers.
  var flow: FlowView {
    let query = emphasizedRow
    var flow = FlowView(
      title: title, captions: captions,
      queryTitle: Line(rowsSumToOne ? "asks" : axes[axes.count - 2].name, .query),
      keyTitle: Line(rowsSumToOne ? "answers" : axes[axes.count - 1].name, .key),
      queryLabels: rowLabels, keyLabels: columnLabels, weights: tableValues, role: role,
      limit: areShares ? 1 : nil, focusedQuery: query, cursor: isFocused ? cursor : nil,
      changes: query.map(changesOrRoom) ?? [], showsSum: showsSums)
    flow.fillsPage = isAloneInRow
    return flow
  }

  /// What the last key changed in a row; zeros keep the room.
  private func changesOrRoom(inRow row: Int) -> [Float] {
    let changes = changes(inRow: row)
    return changes.isEmpty ? Array(repeating: 0, count: extent.columns) : changes
  }
}
