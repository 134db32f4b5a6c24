/// Where the lines of a text begin, and which of them a place is in.
///
/// Places count what the text is made of, bytes or characters, from 0.
package struct LineIndex: Equatable, Sendable {
  /// The first is 0.
  package let starts: [Int]
  /// How long the text is.
  private let end: Int

  /// - Parameters:
  ///   - ends: the places of what ends a line.
  ///   - count: how long the text is.
  package init(endingAt ends: [Int], count: Int) {
    starts = [0] + ends.map { $0 + 1 }
    end = count
  }

  /// The line in which a place lies, counted from 0.
  package func line(at place: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= place { low = middle } else { high = middle }
    }
    return low
  }

  /// The places of a line, without what ends it.
  package func range(of line: Int) -> Range<Int> {
    let isLast = line + 1 == starts.count
    return starts[line]..<(isLast ? end : starts[line + 1] - 1)
  }
}
