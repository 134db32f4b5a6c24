import Lessons
import Scenes

/// Words about three matrices: there is no cell to take hold of.
enum RolesHandling: PanelHandling {
  static func extent(of panel: Panel, in scene: Scene) -> TableExtent? { nil }
  static func layerCount(of panel: Panel, in scene: Scene) -> Int { 1 }

  static func summary(of panel: Panel, in scene: Scene) -> String? {
    panel.roles(in: scene).map { row in
      let made = row.formula.map { " = \($0)" } ?? ""
      return "\(row.role.rawValue) is \(row.name)\(made), \(row.purpose)"
    }.joined(separator: "; ") + "."
  }

  static func text(
    of panel: Panel, in scene: Scene, written: (Float) -> String
  ) -> PlainText {
    PlainText(
      title: panel.title(in: scene), columns: ["matrix", "what it is for"],
      rows: panel.roles(in: scene).map { row in
        let made = row.formula.map { " = \($0)" } ?? (row.isGiven ? ", given" : "")
        return PlainText.Row(label: row.role.rawValue, numbers: [row.name + made, row.purpose])
      })
  }
}

/// A row of a `roles` panel.
package struct RoleRow: Equatable, Sendable {
  package let role: AttentionRole
  package let name: String
  /// How the matrix is made; nil for an input, and for an expression that is its own formula.
  package let formula: String?
  /// Whether it is an input of the scene.
  package let isGiven: Bool
  package let purpose: String
}

extension Panel {
  /// Who plays which part, how it is made and what it is for.
  package func roles(in scene: Scene) -> [RoleRow] {
    AttentionRole.allCases.enumerated().map { place, role in
      let definition = scene.name(of: subjects[place]).flatMap(scene.definition)
      let isGiven = scene.isInput(subjects[place])
      return RoleRow(
        role: role, name: definition?.name ?? subjectTexts[place],
        formula: isGiven ? nil : definition?.formula, isGiven: isGiven,
        purpose: options.purposes[place])
    }
  }
}
