import Lessons
import Scenes
import Text

/// A panel as text that can be read aloud, searched and pasted.
package struct PlainText: Equatable, Sendable {
  /// The numbers of one row of a matrix.
  package struct Row: Equatable, Sendable {
    package let label: String
    package let numbers: [String]
  }

  package internal(set) var title: String
  package var columns: [String] = []
  package var rows: [Row] = []

  /// One line a row, separated by tabs, as spreadsheets take it.
  package var lines: [String] {
    let head = columns.isEmpty ? [] : [([""] + columns).joined(separator: "\t")]
    return head
      + rows.map { row in
        let label = columns.isEmpty && row.label.isEmpty ? [] : [row.label]
        return (label + row.numbers).joined(separator: "\t")
      }
  }
}

extension StepState {
  /// A panel as plain text, labels first; its numbers with all their digits unless they are to be written otherwise.
  package func plainText(
    of panel: Int, written: (Float) -> String = NumberFormat.plain
  ) -> PlainText? {
    guard panels.indices.contains(panel) else { return nil }
    let title = panels[panel].title(in: scene)
    guard let hidden = panels[panel].veiledCells(in: self) else {
      let note = PlainText.Row(label: "hidden until you answer", numbers: [])
      return PlainText(title: title, rows: [note])
    }
    let text = panels[panel].kind.handling
      .text(of: panels[panel], in: scene, written: written).hiding(hidden)
    guard isCompared(panel), let before = keptState?.plainText(of: panel, written: written) else {
      return text
    }
    return text.beside(before)
  }
}

extension PlainText {
  /// The same text without the numbers of these cells, counted row by row.
  fileprivate func hiding(_ cells: Set<Int>) -> PlainText {
    guard !cells.isEmpty else { return self }
    var (text, place) = (self, 0)
    text.rows = rows.map { row in
      defer { place += row.numbers.count }
      return Row(
        label: row.label,
        numbers: row.numbers.enumerated().map { offset, number in
          cells.contains(place + offset) ? "hidden" : number
        })
    }
    return text
  }

  /// A's rows, then those of this text as B.
  fileprivate func beside(_ before: PlainText) -> PlainText {
    var text = self
    text.title = title == before.title ? "A | B: \(title)" : "A: \(before.title) | B: \(title)"
    text.rows = before.rows.map { $0.led(by: "A") } + rows.map { $0.led(by: "B") }
    return text
  }

  /// The numbers of a panel, a row for each row of what it shows.
  init(
    numbersOf panel: Panel, in scene: Scene, written: (Float) -> String = NumberFormat.plain
  ) {
    title = panel.title(in: scene)
    let tables = panel.scalar == nil ? panel.subjects : [panel.table]
    let columns = Set(tables.map { scene.axes(of: $0).last })
    if columns.count == 1, let axis = columns.first ?? nil {
      self.columns = (0..<axis.size).map(axis.label)
    }
    for (place, node) in tables.enumerated() {
      let values = panel.scalar == nil ? scene.values(of: node) : panel.values(in: scene)
      let name = tables.count > 1 ? panel.subjectTexts[place] : ""
      rows += Self.rows(values.elements.map(written), over: scene.axes(of: node), of: name)
    }
  }

  private static func rows(_ numbers: [String], over axes: [Axis], of name: String) -> [Row] {
    guard let columns = axes.last else { return [Row(label: name, numbers: numbers)] }
    return stride(from: 0, to: numbers.count, by: columns.size).map { start in
      let label = rowLabel(start / columns.size, axes: axes)
      return Row(
        label: [name, label].filter { !$0.isEmpty }.joined(separator: " "),
        numbers: Array(numbers[start..<start + columns.size]))
    }
  }

  /// The labels of the axes before the last, for the row of this number.
  private static func rowLabel(_ row: Int, axes: [Axis]) -> String {
    Array(axes.dropLast()).labels(of: row).joined(separator: " ")
  }
}

extension PlainText.Row {
  fileprivate func led(by side: String) -> PlainText.Row {
    PlainText.Row(label: label.isEmpty ? side : "\(side) \(label)", numbers: numbers)
  }
}

extension Model {
  /// The panel that the keys are on, as text.
  package var plainTextInFront: PlainText? {
    guard let stepState = session?.stepState else {
      return heads == nil ? sentence?.plainText : nil
    }
    switch stepState.focus {
    case .panel(let index): return stepState.plainText(of: index)
    case .training: return stepState.lossText
    case .words, .sliders: return nil
    }
  }
}
