import Lessons
import Scenes
import Text

/// Two tables: the arrows go through both at once, and the keys for a stack go from one to the other.
enum CompareHandling: PanelHandling {
  static func layerCount(of panel: Panel, in scene: Scene) -> Int { panel.subjects.count }

  static func entry(at cursor: PanelCursor, of panel: Panel, in scene: Scene) -> Entry? {
    guard let extent = extent(of: panel, in: scene) else { return nil }
    let row = min(cursor.row, extent.rows - 1)
    let column = min(cursor.column, extent.columns - 1)
    let subject = panel.subjects[min(cursor.stack, panel.subjects.count - 1)]
    return Entry(node: subject, index: row * extent.columns + column)
  }

  /// The numbers of both, and where they differ most.
  static func text(
    of panel: Panel, in scene: Scene, written: (Float) -> String
  ) -> PlainText {
    var text = PlainText(numbersOf: panel, in: scene, written: written)
    if let largest = LargestDifference(of: panel, in: scene) {
      let label = largest.labels.joined(separator: " ")
      let number = written(largest.value)
      text.rows.append(
        PlainText.Row(label: "largest difference", numbers: [label, number]))
    }
    return text
  }
}

/// Where two tables differ most.
package struct LargestDifference: Equatable, Sendable {
  package let cell: Int
  /// The second minus the first.
  package let value: Float
  /// The labels of the row, if there are rows, and of the column.
  package let labels: [String]

  /// Nothing where they do not differ.
  package init?(of panel: Panel, in scene: Scene) {
    let values = panel.subjects.map { scene.values(of: $0).elements }
    guard values.count == 2, values[0].count == values[1].count else { return nil }
    let differences = zip(values[1], values[0]).map { $0 == $1 ? 0 : $0 - $1 }
    let known = differences.indices.filter { !differences[$0].isNaN && differences[$0] != 0 }
    guard let cell = known.max(by: { differences[$0].magnitude < differences[$1].magnitude }) else {
      return nil
    }
    self.cell = cell
    value = differences[cell]
    labels = scene.axes(of: panel.table).labels(of: cell)
  }
}
