import Lessons
import Playground
import Scenes
import Terminal

extension PanelContent {
  /// Weights as lines from what asks to what answers.
  var flow: FlowView {
    let query = emphasizedRow
    return FlowView(
      title: title, captions: captions,
      queryTitle: Line(areShares ? "asks" : axes[axes.count - 2].name, .query),
      keyTitle: Line(areShares ? "answers" : axes[axes.count - 1].name, .key),
      queryLabels: rowLabels, keyLabels: columnLabels, weights: tableValues, role: role,
      limit: areShares ? 1 : nil, focusedQuery: query, cursor: isFocused ? cursor : nil,
      changes: query.map(changesOrRoom) ?? [], showsSum: showsSums)
  }

  /// What the last key changed in a row; zeros keep the room.
  private func changesOrRoom(inRow row: Int) -> [Float] {
    let changes = changes(inRow: row)
    return changes.isEmpty ? Array(repeating: 0, count: extent.columns) : changes
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
