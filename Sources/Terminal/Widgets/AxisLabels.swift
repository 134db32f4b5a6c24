import Text

/// The names of rows or columns: words, or the numbers of places that have none.
///
/// A number is written only where it is shown: a million of them as texts would take longer than a frame.
package struct AxisLabels: RandomAccessCollection, Equatable, Sendable {
  /// Empty where places have numbers for names.
  private let words: [String]
  package let endIndex: Int

  package var startIndex: Int { 0 }

  package init(_ words: [String]) {
    self.words = words
    endIndex = words.count
  }

  /// The numbers of so many places, from 0.
  package init(numbers count: Int) {
    words = []
    endIndex = count
  }

  package subscript(place: Int) -> String { words.isEmpty ? String(place) : words[place] }

  /// Of more than so many labels, which no page holds, only those around one place are measured.
  static let mostMeasured = 1_000

  /// The cells of the widest label, or of the widest around a place where there are very many.
  func width(around place: Int) -> Int {
    let start = Swift.min(Swift.max(place - Self.mostMeasured / 2, 0), count)
    let end = Swift.min(start + Self.mostMeasured, count)
    return self[start..<end].reduce(0) { Swift.max($0, TextWidth.width(of: $1)) }
  }
}

extension AxisLabels: ExpressibleByArrayLiteral {
  package init(arrayLiteral words: String...) {
    self.init(words)
  }
}
