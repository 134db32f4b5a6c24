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
  var leastHeight: Int? { drawn.leastHeight }
  var modestHeight: Int { drawn.leastHeight + 1 }

  func cursor(in rect: Rect, appearance: Appearance) -> Point? {
    drawn.cursor.flatMap { drawn.place(of: $0, in: rect) }
  }

  func hit(
    _ point: Point, in rect: Rect, from cursor: PanelCursor, appearance: Appearance
  ) -> PanelCursor? { drawn.hit(point, in: rect).map(cursor.moved) }
}

extension PanelContent {
  /// Weights as lines from what asks to what answers.
  var flow: FlowView {
    let query = emphasizedRow
    return FlowView(
      title: title, captions: captions,
      queryTitle: Line(rowsSumToOne ? "asks" : axes[axes.count - 2].name, .query),
      keyTitle: Line(rowsSumToOne ? "answers" : axes[axes.count - 1].name, .key),
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
