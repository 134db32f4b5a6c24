import Lessons
import Scenes
import Text

/// The way of a token through attention: left and right walk the boxes, up and down the numbers of one,
/// and the token is the layer.
enum PipelineHandling: PanelHandling {
  static func extent(of panel: Panel, in scene: Scene) -> TableExtent? {
    let boxes = panel.pipeline(in: scene, token: 0)
    return TableExtent(rows: boxes.map(\.cells.count).max() ?? 1, columns: boxes.count)
  }

  static func firstCursor(of panel: Panel) -> PanelCursor {
    PanelCursor(stack: panel.options.row ?? 0)
  }

  static func moved(
    _ cursor: PanelCursor, _ direction: Direction, of panel: Panel, in scene: Scene
  ) -> PanelCursor {
    let boxes = panel.pipeline(in: scene, token: 0)
    var moved = cursor
    moved.column = min(max(cursor.column, 0), boxes.count - 1)
    moved.row = min(max(cursor.row, 0), boxes[moved.column].cells.count - 1)
    moved.move(
      direction,
      within: TableExtent(rows: boxes[moved.column].cells.count, columns: boxes.count))
    if moved.column != cursor.column { moved.row = 0 }
    return moved
  }

  static func entry(at cursor: PanelCursor, of panel: Panel, in scene: Scene) -> Entry? {
    let boxes = panel.pipeline(in: scene, token: cursor.stack)
    let box = boxes[min(max(cursor.column, 0), boxes.count - 1)]
    let cell = box.cells.lowerBound + min(max(cursor.row, 0), box.cells.count - 1)
    return Entry(node: box.node, index: cell)
  }

  static func layerCount(of panel: Panel, in scene: Scene) -> Int {
    panel.askingAxis(in: scene).size
  }

  static func summary(of panel: Panel, in scene: Scene) -> String? {
    let token = panel.askingAxis(in: scene).label(panel.options.row ?? 0)
    let names = panel.subjectTexts.joined(separator: ", ")
    return "The way of \"\(token)\" through attention: \(names)."
  }

  static func text(
    of panel: Panel, in scene: Scene, written: (Float) -> String
  ) -> PlainText {
    let token = panel.options.row ?? 0
    let label = panel.askingAxis(in: scene).label(token)
    return PlainText(
      title: "from \(panel.subjectTexts[0]) to \(panel.subjectTexts[panel.subjects.count - 1]) "
        + "for \"\(label)\"",
      rows: panel.pipeline(in: scene, token: token).flatMap { box in
        stride(from: box.cells.lowerBound, to: box.cells.upperBound, by: box.columns.size)
          .map { start in
            let row = box.rows.label(start / box.columns.size)
            let values = scene.values(of: box.node).elements[start..<start + box.columns.size]
            let numbers = zip(0..., values).map {
              "\(box.columns.label($0)) \(written($1))"
            }
            return PlainText.Row(label: "\(box.title) of \(row)", numbers: numbers)
          }
      })
  }
}

/// A box of a `pipeline` panel: the row of one token, or a whole table.
package struct PipelineBox: Equatable, Sendable {
  package let stage: PipelineStage
  package let node: NodeID
  package let title: String
  package let rows: Axis
  package let columns: Axis
  /// Its numbers among those of the matrix.
  package let cells: Range<Int>
}

extension Panel {
  /// The boxes of a pipeline, for the token that asks.
  package func pipeline(in scene: Scene, token: Int) -> [PipelineBox] {
    zip(PipelineStage.stages(subjects.count), subjects.enumerated()).map { stage, subject in
      let axes = scene.axes(of: subject.element)
      let width = axes[1].size
      let row = min(max(token, 0), axes[0].size - 1)
      let cells = stage.asks ? row * width..<(row + 1) * width : 0..<axes[0].size * width
      return PipelineBox(
        stage: stage, node: subject.element, title: subjectTexts[subject.offset], rows: axes[0],
        columns: axes[1], cells: cells)
    }
  }

  /// The tokens that ask.
  package func askingAxis(in scene: Scene) -> Axis { scene.axes(of: subjects[0])[0] }
}
