import Playground
import Terminal
import Text

extension HTML {
  /// A table of numbers with its labels, in a box of its own that scrolls where it is too wide.
  init(_ table: MatrixTable, caption: HTML) {
    if table.isScalar {
      let number = HTML(tag: "strong", ["class": "scalar"], Self.cell(table, 0, 0))
      self.init(tag: "p", ["class": "single"], caption, HTML(" "), number)
      return
    }
    let table = table.withHeatLimit
    let rows = (0..<table.rowCount).map { Self.row($0, of: table) }
    self.init(
      tableOf: [Self.head(of: table)] + [
        HTML(tag: "tbody", [:], rows + Self.columnSums(of: table))
      ],
      caption: caption, columns: table.columnCount)
  }

  /// What `v` says of a panel, as a table.
  init(_ text: PlainText, caption: HTML) {
    let head =
      text.columns.isEmpty
      ? HTML()
      : HTML(
        tag: "thead", [:],
        HTML(tag: "tr", [:], [HTML(tag: "td")] + text.columns.map { Self.title($0) }))
    let rows = text.rows.map { row in
      HTML(tag: "tr", [:], [Self.title(row.label, scope: "row")] + row.numbers.map(Self.number))
    }
    self.init(
      tableOf: [head, HTML(tag: "tbody", [:], rows)], caption: caption,
      columns: text.rows.map(\.numbers.count).max() ?? 0)
  }

  init(tableOf parts: [HTML], caption: HTML, columns: Int, id: String? = nil) {
    let size = columns > Self.mostAiryColumns ? "dense" : nil
    self.init(
      tag: "div", ["class": "scroll"],
      HTML(tag: "table", ["class": size, "id": id], [HTML(tag: "caption", [:], caption)] + parts))
  }

  /// Wider tables are set smaller, so that paper holds them.
  private static let mostAiryColumns = 10

  static func title(_ text: String, scope: String = "col") -> HTML {
    HTML(tag: "th", ["scope": scope], HTML(text))
  }

  private static func number(_ text: String) -> HTML {
    text == "hidden"
      ? HTML(tag: "td", ["class": "blank"], .hidden(text)) : HTML(tag: "td", [:], HTML(text))
  }

  private static func head(of table: MatrixTable) -> HTML {
    guard !table.columnLabels.isEmpty else { return HTML() }
    let corner = table.rowLabels.isEmpty ? [] : [HTML(tag: "td")]
    let titles = table.columnLabels.map { title($0) }
    let sum = table.showsSums ? [sumTitle("col")] : []
    return HTML(tag: "thead", [:], HTML(tag: "tr", [:], corner + titles + sum))
  }

  private static func sumTitle(_ scope: String) -> HTML {
    HTML(
      tag: "th", ["scope": scope, "class": "faint"], HTML(tag: "abbr", ["title": "sum"], HTML("Σ")))
  }

  private static func row(_ row: Int, of table: MatrixTable) -> HTML {
    let labels = table.rowLabels
    let stub = labels.indices.contains(row) ? [title(labels[row], scope: "row")] : []
    let cells = (0..<table.columnCount).map { cell($0, ofRow: row, of: table) }
    let sum =
      table.showsSums
      ? [HTML(tag: "td", ["class": "faint"], HTML(table.sumText(row, .page)))] : []
    let isLit = row == table.emphasizedRow
    return HTML(tag: "tr", ["class": isLit ? "lit" : nil], stub + cells + sum)
  }

  private static func cell(_ column: Int, ofRow row: Int, of table: MatrixTable) -> HTML {
    guard let value = table.values[row, column] else {
      return HTML(tag: "td", ["class": "blank"], .hidden("hidden"))
    }
    let isLit = column == table.emphasizedColumn
    let isFaint = table.heat == nil && (NumberFormat.isZero(value) || value == -.infinity)
    return HTML(
      tag: "td",
      ["class": isLit ? "lit" : isFaint ? "faint" : nil, "style": heat(row, column, of: table)],
      cell(table, row, column))
  }

  private static func cell(_ table: MatrixTable, _ row: Int, _ column: Int) -> HTML {
    guard table.values[row, column] != nil else { return .blank("hidden") }
    return HTML(table.cellText(row, column, .page))
  }

  private static func columnSums(of table: MatrixTable) -> [HTML] {
    guard table.hasColumnSums else { return [] }
    let stub = table.rowLabels.isEmpty ? [] : [sumTitle("row")]
    let sums = (0..<table.columnCount).map {
      HTML(tag: "td", ["class": "faint"], HTML(table.columnSumText($0, .page)))
    }
    return [HTML(tag: "tr", [:], stub + sums)]
  }

  /// Ink and ground of a warm cell, on a light page and on a dark one.
  private static func heat(_ row: Int, _ column: Int, of table: MatrixTable) -> String? {
    guard table.heat != nil else { return nil }
    let (light, dark) = (
      table.cellStyle(row, column, .page), table.cellStyle(row, column, .nightPage)
    )
    let grounds = [light, dark].map(\.background)
    guard grounds.allSatisfy({ $0 != .standard }) else { return nil }
    return "--g:\(grounds[0].hex);--i:\(light.foreground.hex);"
      + "--dg:\(grounds[1].hex);--di:\(dark.foreground.hex)"
  }
}

extension Appearance {
  /// How numbers look on a page.
  static let page = Appearance(theme: .light, motion: false)
  static let nightPage = Appearance(theme: .dark, motion: false)
}
