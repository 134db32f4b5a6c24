/// Values over their place, a curve for each expression.
enum CurvePanel: PanelRules {
  static let ranks = 1...2
  static let subject = "a vector or a matrix"
  static let subjectCount = 1...Int.max
  static let optionKeys: [PanelOptionKey] = [.name, .row, .column]
}
