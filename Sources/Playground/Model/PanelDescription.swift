import Lessons
import Scenes
import Text

extension StepState {
  /// What a panel is, in a few words: `bars: dot products with “it”`.
  package func name(of panel: Int) -> String {
    let shown = panels[panel]
    return "\(shown.kind.rawValue): "
      + (shown.caption ?? shown.options.name ?? shown.title(in: scene))
  }

  /// What a panel shows, in a sentence or two for whoever cannot see it.
  ///
  /// A few numbers are all told, of many the extremes.
  package func description(of panel: Int) -> String {
    let title = panels[panel].title(in: scene) + ". "
    guard panels[panel].veiledCells(in: self) != nil,
      let text = plainText(of: panel, written: NumberFormat.inWords)
    else { return title + "The numbers are hidden until you answer." }
    let count = text.rows.reduce(0) { $0 + $1.numbers.count }
    return title + (count <= Self.mostToldNumbers ? text.sentence : extremes(of: panel, text))
  }

  /// More numbers than this are not listened to.
  private static let mostToldNumbers = 24

  private func extremes(of panel: Int, _ text: PlainText) -> String {
    let extent = "\(counted(text.rows.count, "row")) of \(counted(text.columns.count, "number"))"
    let shown = panels[panel]
    let values = shown.values(in: scene).elements
    guard shown.subjects.count == 1, shown.veiledCells(in: self) == [],
      let largest = values.indices.filter({ values[$0].isFinite })
        .max(by: { values[$0] < values[$1] })
    else { return extent + "." }
    let place = scene.axes(of: shown.table).labels(of: largest).joined(separator: ", ")
    return "\(extent). The largest is \(NumberFormat.inWords(values[largest])), at \(place)."
  }
}

extension PlainText {
  /// Row for row: `it: the 0.02, cat 0.81`.
  fileprivate var sentence: String {
    let told = rows.map { row in
      let numbers = row.numbers.enumerated().map { place, number in
        columns.indices.contains(place) ? "\(columns[place]) \(number)" : number
      }
      let all = numbers.joined(separator: ", ")
      return row.label.isEmpty ? all : all.isEmpty ? row.label : "\(row.label): \(all)"
    }
    return told.joined(separator: "; ") + "."
  }
}

extension NumberFormat {
  /// A number in a sentence that is heard: `0.71`, with a digit before the point.
  static func inWords(_ value: Float) -> String {
    let text = inSentence(value)
    let digits = text.hasPrefix("−") ? text.dropFirst() : text[...]
    return (digits.count < text.count ? "−" : "") + (digits.hasPrefix(".") ? "0" : "") + digits
  }
}
