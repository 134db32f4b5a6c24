extension ArraySlice<Cell> {
  /// The styles to write the cells of some columns in: their own, but for blanks in a short gap between
  /// two words, where one cannot see the difference, that of the word before.
  ///
  /// A terminal then need not be told of the blank's colour, and of the word's once more.
  package func stylesToWrite(in columns: Range<Int>) -> [Style] {
    // A word beyond either end may close a gap.
    let around = Swift.max(columns.lowerBound - longestGap, startIndex)
    let end = Swift.min(columns.upperBound + longestGap, endIndex)
    var styles = self[around..<end].map(\.style)
    var word: Int?
    for x in around..<end where self[x].isInk {
      if let word, (1...longestGap).contains(x - word - 1) {
        let ink = self[word].style
        for gap in word + 1..<x where self[gap].isBlank && ink.looksAlikeOnBlank(self[gap].style) {
          styles[gap - around] = ink
        }
      }
      word = x
    }
    return Array(styles[columns.lowerBound - around..<columns.upperBound - around])
  }
}

/// Longer gaps are cleared or jumped over.
private let longestGap = 8

extension Cell {
  fileprivate var isBlank: Bool { glyph == .blank }
  fileprivate var isInk: Bool { !isBlank && !isRightHalf }
}

extension Style {
  fileprivate func looksAlikeOnBlank(_ other: Style) -> Bool {
    background == other.background && attributes.isUnseenOnBlank && other.attributes.isUnseenOnBlank
  }
}

extension Style.Attributes {
  fileprivate var isUnseenOnBlank: Bool { isDisjoint(with: [.underlined, .reversed]) }
}
