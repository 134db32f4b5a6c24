import Lessons
import Scenes

/// Vectors that stand upright: a row for each label, a column for each vector; numbers alone stand below each
/// other.
enum BarsHandling: PanelHandling {
  static let comparesLengths = true
  static let hidesSingleCells = true

  static func extent(of panel: Panel, in scene: Scene) -> TableExtent? {
    guard let axis = scene.axes(of: panel.table).last else {
      return NumberHandling.extent(of: panel, in: scene)
    }
    return TableExtent(rows: axis.size, columns: panel.subjects.count)
  }

  static func entry(at cursor: PanelCursor, of panel: Panel, in scene: Scene) -> Entry? {
    guard let axis = scene.axes(of: panel.table).last else {
      return NumberHandling.entry(at: cursor, of: panel, in: scene)
    }
    let subject = panel.subjects[min(cursor.column, panel.subjects.count - 1)]
    return Entry(node: subject, index: min(cursor.row, axis.size - 1))
  }
}
