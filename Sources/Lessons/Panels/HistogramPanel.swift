/// How often which value occurs.
enum HistogramPanel: PanelRules {
  static let ranks = 1...8
  static let subject = "a vector or more"
  static let optionKeys: [PanelOptionKey] = [.name, .from, .to]
}
