/// A bar for each component of a vector.
enum BarsPanel: PanelRules {
  static let ranks = 0...1
  static let subject = "a vector"
  static let optionKeys: [PanelOptionKey] = [.name, .row, .column]
}
