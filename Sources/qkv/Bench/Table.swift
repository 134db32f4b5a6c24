/// Rows of words under each other, each column as wide as it should be and flush right.
struct Table {
  let columns: [Int]
  let rows: [[String]]

  var text: String {
    rows.map { row in
      zip(row, columns).map { String(repeating: " ", count: max(0, $1 - $0.count)) + $0 }.joined()
    }
    .joined(separator: "\n")
  }
}
