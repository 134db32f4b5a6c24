import Terminal
import Text

/// Cells of text in columns, each as wide as its widest cell.
struct Columns {
  let lines: [String]

  init(_ rows: [[String]]) {
    let rows = rows.map { $0.map(\.printableOnOneLine) }
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? TextWidth.width(of: $0[column]) : 0 }.max() ?? 0
    }
    lines = rows.map { row in
      let padded = row.enumerated().map { column, cell in
        let isLast = column == row.count - 1
        let space = isLast ? 0 : widths[column] - TextWidth.width(of: cell)
        return cell + String(repeating: " ", count: space)
      }
      return padded.joined(separator: "  ")
    }
  }
}
