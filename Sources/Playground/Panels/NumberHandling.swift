import Lessons
import Scenes

/// Single numbers, one below the other.
enum NumberHandling: PanelHandling {
  static func extent(of panel: Panel, in scene: Scene) -> TableExtent? {
    TableExtent(rows: panel.subjects.count, columns: 1)
  }

  static func entry(at cursor: PanelCursor, of panel: Panel, in scene: Scene) -> Entry? {
    Entry(node: panel.subjects[min(cursor.row, panel.subjects.count - 1)], index: 0)
  }
}
