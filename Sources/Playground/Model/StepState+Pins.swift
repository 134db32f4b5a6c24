import Lessons

/// The row and the column of a table that stay in view while it is scrolled.
package struct TablePin: Hashable, Codable, Sendable {
  package var row: Int?
  package var column: Int?
}

extension StepState {
  /// What stays in view in a panel: at first what the author asked for.
  package func pin(of panel: Int) -> TablePin {
    let options = panels[panel].options
    return pins[panel] ?? TablePin(row: options.pinnedRow, column: options.pinnedColumn)
  }

  /// Keeps the row or the column under the cursor in view, or lets it go.
  package mutating func togglePin(_ change: Message.Pin) {
    guard case .panel(let panel) = focus else { return }
    let cursor = cursor(of: panel)
    var pin = pin(of: panel)
    switch change {
    case .row: pin.row = pin.row == cursor.row ? nil : cursor.row
    case .column: pin.column = pin.column == cursor.column ? nil : cursor.column
    }
    pins[panel] = pin
  }
}
