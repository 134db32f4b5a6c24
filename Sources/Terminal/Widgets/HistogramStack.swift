import Text

/// Histograms below each other on one scale: the same stretch of values, and the same part of all
/// values for a row of a column.
package struct HistogramStack: Widget, Equatable, Sendable {
  package var title: Line
  package var captions: [Line]
  /// From the top to the bottom; the title of each is its name.
  package var histograms: [Histogram]
  /// The stretch of values to show; nothing means from the smallest to the largest of all.
  package var range: ClosedRange<Float>?
  /// Whether it takes all the room on offer, as where it stands alone.
  package var fillsPage = false

  package init(
    title: Line = [], captions: [Line] = [], histograms: [Histogram],
    range: ClosedRange<Float>? = nil
  ) {
    self.title = title
    self.captions = captions
    self.histograms = histograms
    self.range = range
  }

  package var isEmpty: Bool { histograms.allSatisfy(\.values.isEmpty) }

  /// The rows below which columns cannot be told apart.
  package var leastHeight: Int { histograms.count == 1 ? 6 : 2 + 3 * histograms.count }

  package func size(fitting: Size, appearance: Appearance) -> Size {
    guard !fillsPage else { return fitting }
    let height = min(fitting.height, max(8, leastHeight, fitting.height / 2))
    return Size(width: min(fitting.width, 60), height: height)
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    guard histograms.count > 1 else {
      return single?.draw(in: rect, on: &buffer, appearance: appearance) ?? ()
    }
    var area = rect
    if !title.isEmpty, rect.height > 2 {
      PanelTitle(title: title, captions: captions).draw(Pen(rect, appearance), on: &buffer)
      area = area.split(top: 1).rest
    }
    let range = sharedRange
    if area.height > 1, let first = histograms.first {
      let parts = area.split(bottom: 1)
      first.drawEnds(of: range, Pen(parts.bottom, appearance), on: &buffer)
      area = parts.rest
    }
    drawStripes(of: range, in: area, on: &buffer, appearance: appearance)
  }

  private var single: Histogram? {
    guard var histogram = histograms.first else { return nil }
    histogram.title = title
    histogram.captions = captions + histogram.captions
    histogram.range = range
    return histogram
  }

  private var sharedRange: ClosedRange<Float> {
    if let range { return range }
    let ranges = histograms.filter { !$0.values.isEmpty }.map(\.shownRange)
    let low = ranges.map(\.lowerBound).min() ?? 0
    let high = ranges.map(\.upperBound).max() ?? 1
    return low...high
  }

  /// Each gets as many rows as the others, and equal parts of their values have equal heights.
  private func drawStripes(
    of range: ClosedRange<Float>, in area: Rect, on buffer: inout Buffer, appearance: Appearance
  ) {
    let highestPart = histograms.map { histogram in
      Double(histogram.highest(columns: area.width, in: range))
        / Double(max(histogram.values.count, 1))
    }.max()
    for (place, histogram) in histograms.enumerated() {
      let top = area.height * place / histograms.count
      let bottom = area.height * (place + 1) / histograms.count
      let stripe = Rect(
        x: area.x, y: area.y + top, width: area.width, height: max(0, bottom - top))
      var histogram = histogram
      (histogram.range, histogram.hasEnds) = (range, false)
      histogram.mostInColumn = highestPart.map {
        Int(($0 * Double(histogram.values.count)).rounded())
      }
      histogram.draw(in: stripe, on: &buffer, appearance: appearance)
    }
  }
}
