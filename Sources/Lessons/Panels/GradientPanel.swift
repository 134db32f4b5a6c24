import Scenes
import Text

/// How each number of an input moves one number.
enum GradientPanel: PanelRules {
  static let ranks = 0...0
  static let subject = "the gradient of a single number"
  static let optionKeys: [PanelOptionKey] = [.over, .name, .row, .column, .pin]

  /// Rows and columns are those of the input over which the gradient is taken.
  static func options(
    _ text: PanelText, _ subjects: [NodeID], _ reader: inout StepReader
  ) -> PanelOptions? {
    guard let over = text.option(.over) else {
      reader.report.add(.panel(.missingInput(subject: text.subjects[0].text)), at: text.kind)
      return nil
    }
    guard let input = reader.input(over) else { return nil }
    var options = reader.options(text.options, of: [input])
    options.over = input
    return options
  }
}
