import Scenes
import Text

/// The table of query, key and value: how each is made, and what it is for.
enum RolesPanel: PanelRules {
  static let ranks = 1...8
  static let subject = "queries, keys or values"
  static let subjectCount = 3...3
  static let optionKeys: [PanelOptionKey] = [.name, .query, .key, .value]
  static let example = "Q, K, V"

  static func options(
    _ text: PanelText, _ subjects: [NodeID], _ reader: inout StepReader
  ) -> PanelOptions? {
    var options = reader.options(text.options, of: subjects)
    options.purposes = AttentionRole.allCases.map { text.option($0.key)?.text ?? $0.purpose }
    return options
  }
}

/// What a matrix does in attention, in the order in which a `roles` panel names the matrices.
package enum AttentionRole: String, CaseIterable, Sendable {
  case query
  case key
  case value

  /// The option that says it in the author's words.
  fileprivate var key: PanelOptionKey {
    switch self {
    case .query: .query
    case .key: .key
    case .value: .value
    }
  }

  /// What it is for, where the author does not say.
  fileprivate var purpose: String {
    switch self {
    case .query: "what it asks"
    case .key: "what it answers to"
    case .value: "what it hands over"
    }
  }
}
