import Lessons
import Playground
import Scenes
import Terminal

/// Two versions of one table.
struct CompareWidget: PanelWidget {
  let drawn: TablePair
  /// Which of the tables the keys are on.
  let table: Int

  init(_ pair: TablePair, table: Int = 0) {
    drawn = pair
    self.table = table
  }

  var tables: [MatrixTable] { [drawn.first, drawn.second] }

  func showsEverything(in size: Size, appearance: Appearance) -> Bool {
    drawn.hasWholeLabels(in: size, appearance: appearance)
  }

  func cursor(in rect: Rect, appearance: Appearance) -> Point? {
    drawn.place(inTable: table, in: rect, appearance: appearance)
  }

  func hit(
    _ point: Point, in rect: Rect, from cursor: PanelCursor, appearance: Appearance
  ) -> PanelCursor? {
    drawn.hit(point, in: rect, appearance: appearance).map { hit in
      var moved = cursor.moved(to: hit.cell)
      moved.stack = hit.table
      return moved
    }
  }
}

extension PanelContent {
  /// Both tables; the second's ground is what it has more or less than the first.
  var tablePair: TablePair {
    var first = compared(0)
    var second = compared(1)
    if axes.count > 1 || areShares {
      first.heat = MatrixTable.Heat(role, limit: areShares ? 1 : nil)
    }
    let areBothShown = !panel.subjects.contains(where: stepState.isVeiled)
    second.heat = MatrixTable.Heat(.gain)
    second.heatValues = areBothShown ? differences : TableValues([])
    let inHand = stepState.cursor(of: index).stack
    if isFocused { (first.cursor, second.cursor) = inHand == 0 ? (cursor, nil) : (nil, cursor) }
    return TablePair(first, second, notes: areBothShown ? largestDifference : [])
  }

  private func compared(_ place: Int) -> MatrixTable {
    let node = panel.subjects[place]
    let isVeiled = stepState.isVeiled(node)
    let name = place == 0 ? panel.options.name : nil
    return MatrixTable(
      title: sideMark
        + (name.map { Line($0, .bright, bold: true) } ?? nameOfSubject(place).emphasized),
      captions: place == 0 ? captionLine : [Line("ground: the difference", .dim)],
      rowLabels: rowLabels, columnLabels: columnLabels,
      values: TableValues(
        scene.values(of: node).elements, rows: extent.rows, columns: extent.columns,
        isVeiled: isVeiled),
      emphasizedRow: emphasizedRow, cursor: nil)
  }

  private var differences: TableValues {
    let (one, other) = (
      scene.values(of: panel.subjects[0]).elements, scene.values(of: panel.subjects[1]).elements
    )
    return TableValues(
      zip(other, one).map { $0 == $1 ? 0 : $0 - $1 }, rows: extent.rows, columns: extent.columns)
  }

  /// Such as `largest difference: it, cat  .83 → .15  −.68`.
  private var largestDifference: [Line] {
    guard let largest = LargestDifference(of: panel, in: scene) else {
      return [Line("no difference", .dim)]
    }
    let numbers = panel.subjects.map { scene.values(of: $0).elements[largest.cell] }
    let labels = largest.labels.map(appearance.symbols.spelled).joined(separator: ", ")
    let change = appearance.number(largest.value)
    let sign = largest.value > 0 ? "+" : ""
    let (before, after) = (appearance.number(numbers[0]), appearance.number(numbers[1]))
    let lead = Span("largest difference: ", .dim)
    let name = Span(labels, .bright, bold: true)
    let values = Span("  \(before) \(appearance.symbols.becomes) \(after)  ")
    let mark = Span(sign + change, largest.value > 0 ? .gain : .loss, bold: true)
    return [
      [lead, name, values, mark], [name, values, mark], [name, Span("  "), mark], [mark],
    ]
  }
}
