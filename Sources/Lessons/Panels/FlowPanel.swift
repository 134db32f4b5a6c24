import Scenes
import Text

/// Weights as lines between what asks and what answers.
enum FlowPanel: PanelRules {
  static let ranks = 2...8
  static let subject = "a matrix or a stack"
  static let optionKeys: [PanelOptionKey] = [.name, .row, .column, .sum, .each]

  static func options(
    _ text: PanelText, _ subjects: [NodeID], _ reader: inout StepReader
  ) -> PanelOptions? {
    let options = reader.options(text.options, of: subjects)
    if options.sums?.hasColumns == true, let sums = text.option(.sum) {
      reader.report.add(.panel(.noColumnSums), at: sums)
    }
    return options
  }
}
