import Lessons
import Scenes
import Terminal

/// A panel as lines that can be read aloud, searched and pasted.
package struct PlainText: Equatable, Sendable {
  package let title: String
  package let lines: [String]
}

extension Desk {
  /// A panel as plain text: one line an entry's row, labels first.
  func plainText(of panel: Int) -> PlainText? {
    guard panels.indices.contains(panel), let node = panels[panel].subjects.first else {
      return nil
    }
    let title = panels[panel].subjectTexts.joined(separator: ", ")
    if panels[panel].subjects.contains(where: isVeiled) {
      return PlainText(title: title, lines: ["veiled until the question is answered"])
    }
    return PlainText(title: title, lines: lines(of: node))
  }

  private func lines(of node: NodeID) -> [String] {
    let axes = scene.axes(of: node)
    let values = scene.values(of: node).elements
    guard let columns = axes.last else { return values.map(NumberFormat.plain) }
    let head = "\t" + (0..<columns.size).map(columns.label).joined(separator: "\t")
    let rows = stride(from: 0, to: values.count, by: columns.size).map { start in
      let numbers = values[start..<start + columns.size].map(NumberFormat.plain)
      return ([rowLabel(start / columns.size, axes: axes)] + numbers).joined(separator: "\t")
    }
    return [head] + rows
  }

  /// The labels of the axes before the last, for the row of this number.
  private func rowLabel(_ row: Int, axes: [Axis]) -> String {
    var rest = row
    var labels: [String] = []
    for axis in axes.dropLast().reversed() {
      labels.append(axis.label(rest % axis.size))
      rest /= axis.size
    }
    return labels.reversed().joined(separator: " ")
  }
}

extension Model {
  /// The panel that the keys are on, as text.
  var plainTextInFront: PlainText? {
    guard let desk = session?.desk, case .panel(let index) = desk.focus else { return nil }
    return desk.plainText(of: index)
  }
}
