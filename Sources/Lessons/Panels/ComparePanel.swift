import Scenes
import Text

/// Two versions of one table side by side, the second with the difference as its heat.
enum ComparePanel: PanelRules {
  static let ranks = 1...2
  static let subject = "a vector or a matrix"
  static let subjectCount = 2...2
  static let optionKeys: [PanelOptionKey] = [.name, .row, .column]
  static let example = "healthy, weight"

  static func options(
    _ text: PanelText, _ subjects: [NodeID], _ reader: inout StepReader
  ) -> PanelOptions? {
    if subjects.count == 2, reader.axes(of: subjects[0]) != reader.axes(of: subjects[1]) {
      let mistake = PanelError.unlikeTables(text.subjects[0].text, text.subjects[1].text)
      reader.report.add(.panel(mistake), at: text.subjects[1])
    }
    return reader.options(text.options, of: subjects)
  }
}
