import Lessons
import Scenes
import Text

/// Lengths with what they took: the arrows go through the times.
enum MeasureHandling: PanelHandling {
  static func extent(of panel: Panel, in scene: Scene) -> TableExtent? {
    TableExtent(rows: scene.axes(of: panel.table)[0].size, columns: 1)
  }

  static func entry(at cursor: PanelCursor, of panel: Panel, in scene: Scene) -> Entry? {
    guard let options = panel.options.measurement, let extent = extent(of: panel, in: scene) else {
      return nil
    }
    return Entry(node: options.times, index: min(max(cursor.row, 0), extent.rows - 1))
  }

  static func layerCount(of panel: Panel, in scene: Scene) -> Int { 1 }

  static func summary(of panel: Panel, in scene: Scene) -> String? {
    let rows = panel.measured(in: scene)
    let times = rows.compactMap { row in
      row.milliseconds.map {
        "\(NumberFormat.inSentence(row.tokens)) took \(SpokenNumber.fine($0)) milliseconds"
      }
    }
    let lengths = rows.map { NumberFormat.inSentence($0.tokens) }.joined(separator: ", ")
    let measured = times.isEmpty ? "not measured yet" : times.joined(separator: ", ")
    return "Attention over \(lengths) tokens, on this machine: \(measured)."
  }

  static func text(
    of panel: Panel, in scene: Scene, written: (Float) -> String
  ) -> PlainText {
    PlainText(
      title: "attention over \(panel.subjectTexts[0]), measured on this machine",
      columns: ["milliseconds", "times the one before", "bytes of its table of weights"],
      rows: panel.measured(in: scene).map { row in
        PlainText.Row(
          label: written(row.tokens),
          numbers: [
            row.milliseconds.map(written) ?? "not measured yet",
            row.growth.map(NumberFormat.cell) ?? "", written(row.bytes),
          ])
      })
  }
}

/// A length and what attention over it took.
package struct MeasuredLength: Equatable, Sendable {
  package let tokens: Float
  /// nil while it is not measured.
  package let milliseconds: Float?
  /// How many times the time of the length before.
  package let growth: Float?
  /// How many times as many pairs as the length before.
  package let square: Float?
  /// What the weights of all heads would take, written down in 32 bits each.
  package let bytes: Float
}

extension Panel {
  /// The lengths of a `measure` panel and their times; 0 is not measured yet.
  package func measured(in scene: Scene) -> [MeasuredLength] {
    guard let options = options.measurement else { return [] }
    let lengths = scene.values(of: subjects[0]).elements
    let times = scene.values(of: options.times).elements
    return lengths.indices.map { place in
      let before = place > 0 ? place - 1 : nil
      let isMeasured = times[place] > 0
      let growth = before.flatMap {
        isMeasured && times[$0] > 0 ? times[place] / times[$0] : nil
      }
      let square = before.flatMap { lengths[$0] > 0 ? lengths[place] / lengths[$0] : nil }
      return MeasuredLength(
        tokens: lengths[place], milliseconds: isMeasured ? times[place] : nil, growth: growth,
        square: square.map { $0 * $0 },
        bytes: 4 * Float(options.heads) * lengths[place] * lengths[place])
    }
  }
}
