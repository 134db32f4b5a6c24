import Lessons
import Playground
import Terminal

/// The table of query, key and value.
struct RolesWidget: PanelWidget {
  let drawn: RoleTable

  init(_ table: RoleTable) {
    drawn = table
  }

  func showsEverything(in size: Size, appearance: Appearance) -> Bool { drawn.fits(size) }
  var leastHeight: Int? { drawn.leastHeight }
}

extension PanelContent {
  var roleTable: RoleTable {
    RoleTable(
      title: panel.options.name == nil && panel.caption == nil ? [] : headline,
      rows: panel.roles(in: scene).map { row in
        RoleTable.Row(
          name: Span(row.role.rawValue, row.role.color, bold: true), made: made(row),
          purpose: row.purpose)
      })
  }

  /// `Q = X·W_q`, or `Q, given`.
  private func made(_ row: RoleRow) -> Line {
    guard row.formula != nil || row.isGiven else { return Formula(row.name, appearance).line }
    let name: Line = [Span(row.name, row.role.color)]
    guard let formula = row.formula else { return name + [Span(", given", .dim)] }
    return name + [Span(" = ", .dim)] + Formula(formula, appearance).line
  }
}

extension AttentionRole {
  fileprivate var color: Role {
    switch self {
    case .query: .query
    case .key: .key
    case .value: .value
    }
  }
}
