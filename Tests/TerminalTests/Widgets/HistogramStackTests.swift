import Testing

@testable import Terminal

/// Histograms that are held against each other.
struct HistogramStackTests {
  private let stack = HistogramStack(
    title: "scores",
    histograms: [
      Histogram(title: "short", values: [0, 0, 0, 0, 1]),
      Histogram(title: "long", values: [-4, 0, 4]),
    ])

  @Test func theyStandBelowEachOtherOnOneAxis() {
    let lines = rows(stack, width: 33, height: 12)
    #expect(lines[0].hasPrefix("scores"))
    #expect(lines[1].hasPrefix("short") && lines.contains { $0.hasPrefix("long") })
    #expect(lines[11].hasPrefix("−4.00") && lines[11].trimmingSuffix(" ").hasSuffix("4.00"))
    // Zero stands in the middle of both.
    let columns = lines.compactMap { line in
      line.firstIndex(of: "█").map { line.distance(from: line.startIndex, to: $0) }
    }
    #expect(columns.contains(16))
  }

  /// How high the middle column is in the first and in the second.
  private func heights(_ stack: HistogramStack) -> [Int] {
    let lines = rows(stack, width: 33, height: 23)
    let first = lines.firstIndex { $0.hasPrefix("long") }
    return [lines[..<(first ?? 0)], lines[(first ?? 0)...]].map { part in
      part.count { $0.dropFirst(16).first.map { "▁▂▃▄▅▆▇█".contains($0) } ?? false }
    }
  }

  @Test func aColumnMeansTheSamePartOfItsValuesInEach() {
    var heights = heights(stack)
    #expect(heights[0] > heights[1] + 2 && heights[1] > 0)
    // Ten times as many values of the same shape look the same.
    var alike = stack
    alike.histograms[0].values = Array(repeating: [-4, 0, 4], count: 10).flatMap(\.self)
    heights = self.heights(alike)
    #expect(abs(heights[0] - heights[1]) <= 1 && heights[0] > 5)
  }

  @Test func aMarkHidesNoColumn() {
    var marked = Histogram(title: "one", values: [0, 1, 1, 1, 2])
    let plain = drawing(marked, width: 32, height: 8)
    marked.marks = [1]
    let drawn = drawing(marked, width: 32, height: 8)
    let columns = plain.text().indices.filter { plain[16, $0].text == "█" }
    #expect(columns.count > 3)
    for row in columns {
      #expect(drawn[16, row].text == "│" && drawn[16, row].style != drawn[16, 0].style)
      #expect(drawn[16, row].style == plain[16, row].style.with(reversed: true))
    }
  }

  @Test func marksGoUpThroughTheColumns() {
    var marked = stack
    marked.histograms[1].marks = [2]
    let lines = rows(marked, width: 33, height: 12)
    #expect(lines.contains { $0.dropFirst(24).hasPrefix("│") || $0.dropFirst(25).hasPrefix("│") })
  }
}

extension String {
  fileprivate func trimmingSuffix(_ sign: Character) -> String {
    var text = self
    while text.last == sign { text.removeLast() }
    return text
  }
}
