import Scenes
import Terminal

/// How often which value occurs.
struct HistogramWidget: PanelWidget {
  let drawn: HistogramStack
  /// Whether it has a row of the page to itself, and may fill it.
  let isAlone: Bool

  init(_ histograms: HistogramStack, isAlone: Bool = false) {
    drawn = histograms
    self.isAlone = isAlone
  }

  func size(fitting available: Size, appearance: Appearance) -> Size {
    let size = drawn.size(fitting: available, appearance: appearance)
    guard isAlone, !drawn.isEmpty, !drawn.fillsPage else { return size }
    return Size(
      width: min(available.width, 100),
      height: min(available.height, max(size.height, available.height * 2 / 3)))
  }

  func showsEverything(in size: Size, appearance: Appearance) -> Bool { size.width >= 26 }
  func isAtEase(in size: Size, appearance: Appearance) -> Bool { size.width >= 30 }
  var leastHeight: Int? { drawn.isEmpty ? emptyPictureHeight : drawn.leastHeight }
  var modestHeight: Int { drawn.isEmpty ? emptyPictureHeight : max(8, drawn.leastHeight) }
  var comparison: PanelComparison? { .places }
}

extension PanelContent {
  /// The values of each expression, on one scale.
  var histogram: HistogramStack {
    let isAlone = panel.subjects.count == 1
    let all = panel.subjects.map { node in
      stepState.isVeiled(node) ? [] : scene.values(of: node).elements
    }
    var stack = HistogramStack(
      title: sideMark + heading.emphasized, captions: captionLine,
      histograms: all.enumerated().map { place, values in
        histogram(of: values, name: isAlone ? [] : nameOfSubject(place), of: panel.subjects[place])
      },
      range: range(of: all.flatMap { $0 }))
    if !isAlone, panel.options.name == nil { (stack.title, stack.captions) = (headline, []) }
    stack.fillsPage = isZoomed
    return stack
  }

  private func histogram(of values: [Float], name: Line, of node: NodeID) -> Histogram {
    let spread = panel.options.marksSpread ? Spread(of: values) : nil
    var histogram = Histogram(
      title: name, captions: spread.map { [$0.note(appearance)] } ?? [], values: values,
      role: RoleOfName.role(of: node, in: scene) ?? role)
    histogram.marks = spread.map { [$0.mean - $0.deviation, $0.mean + $0.deviation] } ?? []
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

/// The mean of values and how far from it they lie, as the root of the mean square.
private struct Spread {
  let mean: Float
  let deviation: Float

  /// Nothing where no value is finite.
  init?(of values: [Float]) {
    let finite = values.filter(\.isFinite).map(Double.init)
    guard !finite.isEmpty else { return nil }
    let mean = finite.reduce(0, +) / Double(finite.count)
    let square = finite.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(finite.count)
    self.mean = Float(mean)
    deviation = Float(square.squareRoot())
  }

  /// `spread 7.94`.
  func note(_ appearance: Appearance) -> Line {
    Line("spread \(appearance.number(deviation))", .dim)
  }
}
