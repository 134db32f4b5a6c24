import Lessons
import Scenes

/// Arrows, one of which is in hand by its tip.
enum PlaneHandling: PanelHandling {
  static let context = Context.plane

  static func entry(at cursor: PanelCursor, of panel: Panel, in scene: Scene) -> Entry? {
    let vectors = PlaneVectors(of: panel, in: scene)
    return vectors.indices.contains(cursor.row) ? vectors[cursor.row].x : nil
  }

  static func layerCount(of panel: Panel, in scene: Scene) -> Int {
    PlaneVectors(of: panel, in: scene).count
  }

  static func cursor(_ cursor: PanelCursor, onLayer layer: Int) -> PanelCursor {
    PanelCursor(row: layer, column: cursor.column, stack: cursor.stack)
  }

  static func layer(of cursor: PanelCursor) -> Int { cursor.row }
}
