/// Rows of words under each other, each column as wide as it should be; flush right, or flush left where
/// its width is negative.
struct Table {
  let columns: [Int]
  let rows: [[String]]

  var text: String {
    rows.map { row in
      zip(row, columns).map { word, width in
        let space = String(repeating: " ", count: max(0, abs(width) - word.count))
        return width < 0 ? word + space : space + word
      }.joined()
    }
    .joined(separator: "\n")
  }
}
