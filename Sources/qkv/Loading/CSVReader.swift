import Text

/// Reads comma-separated values as RFC 4180 has them: numbers, perhaps with labels above and to the left.
///
/// The first line holds labels where none but its corner is a number; the first column does where none of
/// its cells below the first line is one.
struct CSVReader {
  private struct Cell {
    let text: String
    let location: SourceLocation
  }

  private let path: String
  private var rows: [[Cell]] = []

  init(_ path: String, _ text: String) throws(CommandFailure) {
    self.path = path
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
      rows.append(try Self.cells(of: line, path, line: number + 1))
    }
    // A mark of the byte order may stand before the first cell.
    if let first = rows.first?.first, first.text.hasPrefix("\u{FEFF}") {
      rows[0][0] = Cell(text: String(first.text.dropFirst()), location: first.location)
    }
  }

  func table() throws(CommandFailure) -> LoadedTable {
    guard let first = rows.first else { throw CommandFailure("\(path) holds no numbers.") }
    let hasHeader = first.count > 1 ? isLabels(first.dropFirst()) : isLabels(first[...])
    let body = rows.dropFirst(hasHeader ? 1 : 0)
    guard let width = body.first?.count else { throw CommandFailure("\(path) holds no numbers.") }
    let column = body.compactMap(\.first)
    let hasColumn = width > 1 && isLabels(column[...])
    var elements: [Float] = []
    for row in body {
      guard row.count == width else { throw uneven(row, width) }
      for cell in row.dropFirst(hasColumn ? 1 : 0) { elements.append(try number(cell)) }
    }
    let columns = hasColumn ? width - 1 : width
    var labels = hasHeader ? first[...] : []
    // A corner above labels of rows belongs to neither side.
    if hasHeader, hasColumn, labels.count == width { labels = labels.dropFirst() }
    guard !hasHeader || labels.count == columns else { throw uneven(first, width) }
    return LoadedTable(
      shape: [body.count, columns], elements: elements,
      rowLabels: hasColumn ? column.map(Self.label) : [],
      columnLabels: labels.map(Self.label))
  }

  private func isLabels(_ cells: ArraySlice<Cell>) -> Bool {
    cells.allSatisfy { Float($0.text) == nil }
  }

  private static func label(_ cell: Cell) -> LoadedTable.Label {
    LoadedTable.Label(text: cell.text, location: cell.location)
  }

  private func number(_ cell: Cell) throws(CommandFailure) -> Float {
    guard let number = Float(cell.text), !number.isNaN else {
      let what = cell.text.isEmpty ? "An empty cell" : "“\(cell.text)”"
      throw CommandFailure(
        "\(what) is no number. Decimals follow a point; inf is ∞.", location: cell.location)
    }
    return number
  }

  private func uneven(_ row: [Cell], _ width: Int) -> CommandFailure {
    CommandFailure(
      "This line has \(counted(row.count, "cell")), but others have \(width).",
      location: row.first?.location)
  }

  /// The cells of a line; quotation marks may hold a comma, and two of them are one.
  private static func cells(
    of line: Substring, _ path: String, line number: Int
  ) throws(CommandFailure) -> [Cell] {
    var cells: [Cell] = []
    var (text, isQuoted, start) = ("", false, 1)
    var previous: Character?
    func cell() -> Cell {
      Cell(
        text: text.trimmingSpaces, location: SourceLocation(file: path, line: number, column: start)
      )
    }
    for (place, character) in line.enumerated() {
      switch character {
      case "\"":
        if !isQuoted, previous == "\"" { text.append("\"") }
        isQuoted.toggle()
      case "," where !isQuoted:
        cells.append(cell())
        (text, start) = ("", place + 2)
      case _: text.append(character)
      }
      previous = character
    }
    guard !isQuoted else {
      throw CommandFailure(
        "This cell has no closing quotation mark.",
        location: SourceLocation(file: path, line: number, column: start))
    }
    return cells + [cell()]
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
