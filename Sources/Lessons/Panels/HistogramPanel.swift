import Scenes
import Text

/// How often which value occurs; several are one below the other, on one scale.
enum HistogramPanel: PanelRules {
  static let ranks = 1...8
  static let subject = "a vector or more"
  static let subjectCount = 1...4
  static let optionKeys: [PanelOptionKey] = [.name, .from, .to, .marks]

  static func options(
    _ text: PanelText, _ subjects: [NodeID], _ reader: inout StepReader
  ) -> PanelOptions? {
    var options = reader.options(text.options, of: subjects)
    if let marks = text.options.first(where: { $0.key.text == PanelOptionKey.marks.rawValue }) {
      options.marksSpread = reader.choice(marks) == HistogramMarks.spread
    }
    return options
  }
}
