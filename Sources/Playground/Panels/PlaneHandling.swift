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

  /// The numbers of the rows that have arrows.
  static func text(
    of panel: Panel, in scene: Scene, written: (Float) -> String
  ) -> PlainText {
    var text = PlainText(numbersOf: panel, in: scene, written: written)
    guard panel.options.rows.contains(where: { !$0.isEmpty }) else { return text }
    var start = 0
    var shown: [PlainText.Row] = []
    for (place, node) in panel.subjects.enumerated() {
      let count = scene.axes(of: node).dropLast().last?.size ?? 1
      let chosen = panel.options.rows[place].filter { $0 < count }
      let own = Array(text.rows[start..<start + count])
      shown += chosen.isEmpty ? own : chosen.map { own[$0] }
      start += count
    }
    text.rows = shown
    return text
  }
}
