/// Single numbers, drawn large, each with its name.
enum NumberPanel: PanelRules {
  static let ranks = 0...0
  static let subject = "a single number"
  static let subjectCount = 1...4
  static let optionKeys: [PanelOptionKey] = [.name]
  static let example = "loss"
}
