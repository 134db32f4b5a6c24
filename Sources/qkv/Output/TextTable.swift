import Scenes
import Tensors
import Terminal
import Text

/// A tensor as aligned rows and columns of digits, one table after another for its stacks.
struct TextTable {
  let lines: [String]

  init(axes: [Axis], values: Tensor) {
    switch axes.count {
    case 0:
      lines = values.elements.map(NumberFormat.readable)
    case 1:
      lines = Self.grid([
        (0..<axes[0].size).map(axes[0].label), values.elements.map(NumberFormat.readable),
      ])
    case let rank:
      lines = Self.stacks(axes.dropLast(2), axes[rank - 2], axes[rank - 1], values.elements)
    }
  }

  private static func stacks(
    _ stacks: ArraySlice<Axis>, _ rows: Axis, _ columns: Axis, _ elements: [Float]
  ) -> [String] {
    let count = rows.size * columns.size
    let total = stacks.reduce(1) { $0 * $1.size }
    return (0..<total).flatMap { stack in
      let part = elements[(stack * count)..<((stack + 1) * count)]
      let table = table(rows, columns, Array(part))
      return stacks.isEmpty ? table : [title(of: stack, in: stacks)] + table
    }
  }

  private static func title(of stack: Int, in axes: ArraySlice<Axis>) -> String {
    let axes = Array(axes)
    let parts = zip(axes, axes.labels(of: stack)).map { "\($0.name) \($1)" }
    return parts.joined(separator: ", ") + ":"
  }

  private static func table(_ rows: Axis, _ columns: Axis, _ elements: [Float]) -> [String] {
    let header = [""] + (0..<columns.size).map(columns.label)
    let body = (0..<rows.size).map { row in
      let start = row * columns.size
      return [rows.label(row)]
        + elements[start..<(start + columns.size)].map(NumberFormat.readable)
    }
    return grid([header] + body)
  }

  /// Every column as wide as its widest cell; the first to the left, the others to the right.
  private static func grid(_ rows: [[String]]) -> [String] {
    let rows = rows.map { $0.map(\.printableOnOneLine) }
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { TextWidth.width(of: $0[column]) }.max() ?? 0
    }
    let leads = rows.count > 1 && rows[0].first == ""
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - TextWidth.width(of: cell))
        return leads && column == 0 ? cell + space : space + cell
      }
      return cells.joined(separator: "  ")
    }
  }
}
