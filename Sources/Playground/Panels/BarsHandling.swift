import Lessons
import Scenes

/// A vector that stands upright: one column of numbers.
enum BarsHandling: PanelHandling {
  static let comparesLengths = true

  static func extent(of panel: Panel, in scene: Scene) -> TableExtent? {
    TableExtent(rows: scene.axes(of: panel.table).last?.size ?? 1, columns: 1)
  }
}
