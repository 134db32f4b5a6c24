/// A table of digits, with a ground of heat.
enum MatrixPanel: PanelRules {
  static let ranks = 0...8
  static let subject = "a matrix, a vector or a stack"
  static let optionKeys: [PanelOptionKey] = [.name, .row, .column, .sum, .heat, .each, .pin]
}
