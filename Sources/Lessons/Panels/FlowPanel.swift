/// Weights as lines between what asks and what answers.
enum FlowPanel: PanelRules {
  static let ranks = 2...8
  static let subject = "a matrix or a stack"
  static let optionKeys: [PanelOptionKey] = [.name, .row, .column, .sum]
}
