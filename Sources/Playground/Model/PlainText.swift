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

  package let title: String
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
  /// A panel as plain text, labels first.
  package func plainText(of panel: Int) -> PlainText? {
    guard panels.indices.contains(panel) else { return nil }
    let title = panels[panel].title(in: scene)
    if panels[panel].subjects.contains(where: isVeiled) {
      let note = PlainText.Row(label: "veiled until the question is answered", numbers: [])
      return PlainText(title: title, rows: [note])
    }
    return numbers(of: panels[panel], title: title)
  }

  private func numbers(of panel: Panel, title: String) -> PlainText {
    let axes = scene.axes(of: panel.table)
    let numbers = values(of: panel).elements.map(NumberFormat.plain)
    guard let columns = axes.last else {
      return PlainText(title: title, rows: [PlainText.Row(label: "", numbers: numbers)])
    }
    let rows = stride(from: 0, to: numbers.count, by: columns.size).map { start in
      PlainText.Row(
        label: rowLabel(start / columns.size, axes: axes),
        numbers: Array(numbers[start..<start + columns.size]))
    }
    return PlainText(title: title, columns: (0..<columns.size).map(columns.label), rows: rows)
  }

  /// The labels of the axes before the last, for the row of this number.
  private func rowLabel(_ row: Int, axes: [Axis]) -> String {
    Array(axes.dropLast()).labels(of: row).joined(separator: " ")
  }
}

extension Model {
  /// The panel that the keys are on, as text.
  package var plainTextInFront: PlainText? {
    guard let stepState = session?.stepState else { return nil }
    switch stepState.focus {
    case .panel(let index): return stepState.plainText(of: index)
    case .training: return stepState.lossText
    case .words, .sliders: return nil
    }
  }
}
