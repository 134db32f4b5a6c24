extension Buffer {
  /// The rows as plain text, without the blanks at their ends.
  package func text() -> [String] {
    (0..<size.height).map { y in
      let row = row(y).map(\.text).joined()
      return String(row.reversed().drop { $0 == " " }.reversed())
    }
  }
}
