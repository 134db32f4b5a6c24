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
  /// The places of single numbers that are hidden.
  private let hidden: Set<Int>

  /// A table of so many rows and columns; fewer rows where the matrix ends before.
  package init(
    _ elements: [Float], from start: Int = 0, rows: Int, columns: Int, isVeiled: Bool = false,
    hidden: Set<Int> = []
  ) {
    self.elements = elements
    self.start = max(0, start)
    columnCount = max(0, columns)
    rowCount = columnCount == 0 ? 0 : max(0, min(rows, (elements.count - self.start) / columnCount))
    self.isVeiled = isVeiled
    self.hidden = hidden
  }

  /// A table from rows; nothing is a number that is hidden, as is one that a shorter row lacks.
  package init(_ rows: [[Float?]]) {
    let columns = rows.map(\.count).max() ?? 0
    var numbers: [Float] = []
    var hidden: Set<Int> = []
    for row in rows {
      for column in 0..<columns {
        let number = column < row.count ? row[column] : nil
        if number == nil { hidden.insert(numbers.count) }
        numbers.append(number ?? 0)
      }
    }
    self.init(numbers, rows: rows.count, columns: columns, hidden: hidden)
  }

  /// The number of a cell; nothing where it is veiled or there is no such cell.
  package subscript(row: Int, column: Int) -> Float? {
    guard !isVeiled, has(row, column) else { return nil }
    let place = start + row * columnCount + column
    return hidden.isEmpty || !hidden.contains(place) ? elements[place] : nil
  }

  private func has(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < rowCount && column >= 0 && column < columnCount
  }

  /// The numbers of a row; none where some of them are hidden.
  package func row(_ row: Int) -> ArraySlice<Float> {
    guard !isVeiled, has(row, 0) else { return [] }
    let first = start + row * columnCount
    let places = first..<first + columnCount
    return hidden.isEmpty || hidden.isDisjoint(with: places) ? elements[places] : []
  }

  /// The largest number there is, its sign left aside.
  var largestMagnitude: Float {
    guard !isVeiled, rowCount > 0 else { return 0 }
    // A hidden number must not tell itself by the shade of the others.
    return (start..<start + rowCount * columnCount).reduce(0) { largest, place in
      let number = elements[place]
      return number.isFinite && (hidden.isEmpty || !hidden.contains(place))
        ? max(largest, number.magnitude) : largest
    }
  }
}

extension TableValues: ExpressibleByArrayLiteral {
  package init(arrayLiteral rows: [Float?]...) {
    self.init(rows)
  }
}
