/// The numbers of one table of a matrix, read in place: showing a part of it copies nothing.
package struct TableValues: Equatable, Sendable {
  /// All numbers of the matrix, the last axis running fastest.
  private let elements: [Float]
  /// Where the table begins among them.
  private let start: Int
  package let rowCount: Int
  package let columnCount: Int
  /// Whether the numbers are hidden for now.
  package var isVeiled: Bool

  /// A table of so many rows and columns; fewer rows where the matrix ends before.
  package init(
    _ elements: [Float], from start: Int = 0, rows: Int, columns: Int, isVeiled: Bool = false
  ) {
    self.elements = elements
    self.start = max(0, start)
    columnCount = max(0, columns)
    rowCount = columnCount == 0 ? 0 : max(0, min(rows, (elements.count - self.start) / columnCount))
    self.isVeiled = isVeiled
  }

  /// A table from rows that are equally long.
  package init(_ rows: [[Float]]) {
    let columns = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == columns }, "the rows of a table are equally long")
    self.init(rows.flatMap(\.self), rows: rows.count, columns: columns)
  }

  /// The number of a cell; nothing where it is veiled or there is no such cell.
  package subscript(row: Int, column: Int) -> Float? {
    guard !isVeiled, has(row, column) else { return nil }
    return elements[start + row * columnCount + column]
  }

  private func has(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < rowCount && column >= 0 && column < columnCount
  }

  /// The numbers of a row; none while they are veiled.
  package func row(_ row: Int) -> ArraySlice<Float> {
    guard !isVeiled, has(row, 0) else { return [] }
    let first = start + row * columnCount
    return elements[first..<first + columnCount]
  }
}
