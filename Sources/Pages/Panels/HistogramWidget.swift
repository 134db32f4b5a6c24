import Scenes
import Terminal

/// How often which value occurs.
struct HistogramWidget: PanelWidget {
  let drawn: Histogram

  init(_ histogram: Histogram) {
    drawn = histogram
  }

  func showsEverything(in size: Size, appearance: Appearance) -> Bool { size.width >= 26 }
  func isAtEase(in size: Size, appearance: Appearance) -> Bool { size.width >= 30 }
  var leastHeight: Int? { drawn.values.isEmpty ? emptyPictureHeight : 6 }
  var modestHeight: Int { drawn.values.isEmpty ? emptyPictureHeight : 8 }
  var comparison: PanelComparison? { .places }
}

extension PanelContent {
  var histogram: Histogram {
    let values = isVeiled ? [] : scene.values(of: node).elements
    var histogram = Histogram(
      title: heading.emphasized, captions: captionLine, values: values,
      range: range(of: values), role: role)
    histogram.fillsPage = isZoomed
    return histogram
  }

  /// The values that the author wants to see, so that one histogram can be held against another.
  private func range(of values: [Float]) -> ClosedRange<Float>? {
    let (from, to) = (panel.options.from, panel.options.to)
    guard from != nil || to != nil else { return nil }
    let finite = values.filter(\.isFinite)
    let low = from ?? min(finite.min() ?? 0, to ?? 0)
    let high = to ?? max(finite.max() ?? 0, low)
    return low < high ? low...high : nil
  }
}
