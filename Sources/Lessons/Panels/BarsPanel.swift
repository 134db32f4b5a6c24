import Scenes
import Text

/// A bar for each component of a vector; several vectors share their labels and one scale.
enum BarsPanel: PanelRules {
  static let ranks = 0...1
  static let subject = "a vector"
  static let subjectCount = 1...6
  static let optionKeys: [PanelOptionKey] = [
    .name, .row, .column, .scale, .log, .from, .to,
  ]
  static let example = "weight[\"it\"]"

  static func options(
    _ text: PanelText, _ subjects: [NodeID], _ reader: inout StepReader
  ) -> PanelOptions? {
    let axes = subjects.map { reader.axes(of: $0) }
    for (place, own) in axes.enumerated() where own != axes[0] {
      let (one, other) = (text.subjects[0], text.subjects[place])
      reader.report.add(.panel(.unlikeAxes(one.text, other.text)), at: other)
    }
    let options = reader.options(text.options, of: subjects)
    if options.isLogarithmic { checkLogarithms(text, subjects, &reader) }
    return options
  }

  private static func checkLogarithms(
    _ text: PanelText, _ subjects: [NodeID], _ reader: inout StepReader
  ) {
    for (subject, node) in zip(text.subjects, subjects) {
      guard let values = reader.scene?.values(of: node).elements else { continue }
      if values.contains(where: { $0 < 0 }) {
        reader.report.add(.panel(.negativeLogarithm(subject.text)), at: subject)
      }
    }
  }
}
