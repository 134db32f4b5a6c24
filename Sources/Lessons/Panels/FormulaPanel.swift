/// The definition in mathematical notation.
enum FormulaPanel: PanelRules {
  static let ranks = 0...8
  static let subject = "any expression"
  static let optionKeys: [PanelOptionKey] = [.name]
}
