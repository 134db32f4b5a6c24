import Lessons
import Playground
import Scenes
import Terminal

extension PanelContent {
  /// A vector as bars: its labels, values and what the last key changed; a number alone is one bar.
  var bars: BarList {
    let values = tableValues
    let inHand = isFocused ? min(stepState.cursor(of: index).row, extent.columns - 1) : nil
    let largest = isVeiled ? nil : Self.largest(of: values.row(0))
    let followed = followedBar
    // Only what a page may hold becomes bars.
    let shown = Self.stretch(
      of: Self.mostBars, in: extent.columns, around: inHand ?? followed ?? largest ?? 0)
    let scale = stepState.scale(of: index) ?? scale(ofMoreThan: shown)
    let areParts = values.row(0).allSatisfy { (0...1).contains($0) } && scale?.upperBound ?? 1 <= 1
    var list = BarList(
      title: headline,
      captions: panel.caption == nil ? [] : [heading],
      bars: bars(shown),
      role: role,
      limit: areParts ? 1 : scale?.upperBound, lowerLimit: areParts ? nil : scale?.lowerBound)
    (list.before, list.total) = (shown.lowerBound, extent.columns)
    func place(_ bar: Int?) -> Int? { bar.map { $0 - shown.lowerBound } }
    list.areCounts = areCounts
    list.keepsRoomForChanges = !stepState.step.sliders.isEmpty
    list.followed = place(followed)
    list.cursor = place(inHand)
    list.emphasized = place(isFocused ? inHand : largest)
    if extent.columns <= Self.mostAiryBars { list.shareForAir = shareForAir }
    if isZoomed || isAmongBars { list.wantedBarWidth = Self.longBar }
    return list
  }

  private func bars(_ shown: Range<Int>) -> [BarList.Bar] {
    let (values, labels, moved) = (tableValues, columnLabels, changes(inRow: 0))
    return shown.map { place in
      BarList.Bar(
        labels.indices.contains(place) ? labels[place] : panel.subjectTexts[0],
        value: values[0, place], change: moved.indices.contains(place) ? moved[place] : nil)
    }
  }

  /// More bars than any page has rows for.
  private static let mostBars = 600

  /// Where all bars end, if not all of them are at hand to tell.
  private func scale(ofMoreThan shown: Range<Int>) -> ClosedRange<Float>? {
    guard shown.count < extent.columns, !isVeiled else { return nil }
    let ends = tableValues.row(0).reduce(into: (low: Float(0), high: Float(0))) { ends, value in
      guard value.isFinite else { return }
      ends = (min(ends.low, value), max(ends.high, value))
    }
    return ends.low...ends.high
  }

  /// Longer lists of bars stay together: they are read as one shape.
  private static let mostAiryBars = 8

  /// The part of the page that bars may take to have a row below each of them.
  private var shareForAir: Double {
    guard !isZoomed else { return 1 }
    return switch stepState.step.panelRows.count {
    case ...1: 1
    case 2: 0.6
    default: 0.3
    }
  }

  /// The cells of a full bar that has no table or picture beside it to leave room to.
  private static let longBar = 40

  private var isZoomed: Bool { stepState.zoomed == index }

  /// Whether all panels of the row are bars.
  private var isAmongBars: Bool {
    var first = 0
    for row in stepState.step.panelRows {
      if index < first + row.count { return row.allSatisfy { $0.kind == .bars } }
      first += row.count
    }
    return false
  }

  /// The first of the bars that no other is seen to exceed; what only rounding parts is a tie.
  private static func largest(of values: ArraySlice<Float>) -> Int? {
    guard let largest = values.max() else { return nil }
    let first = values.firstIndex { $0 == largest || abs(largest - $0) <= abs(largest) * 1e-5 }
    return first.map { $0 - values.startIndex }
  }

  /// The bar in hand, or the largest, of the first panel among those that stand over the same axis in
  /// one row: where not all bars are in view, the same ones are in all.
  private var followedBar: Int? {
    let group = stepState.barsAlike(index)
    if let focused = group.first(where: { stepState.focus == .panel($0) }) {
      return min(stepState.cursor(of: focused).row, extent.columns - 1)
    }
    let seen = group.first { panel in
      !stepState.panels[panel].subjects.contains(where: stepState.isVeiled)
    }
    return seen.flatMap {
      Self.largest(of: stepState.values(of: stepState.panels[$0]).elements[...])
    }
  }

  /// Vectors from the origin; those of one matrix share its colour.
  var plane: PlaneView {
    let vectors = stepState.vectors(of: panel)
    let cursor = stepState.cursor(of: index).row
    let partner = stepState.partner(of: cursor, among: vectors)
    let near = Self.stretch(of: Self.mostArrows, in: vectors.count, around: cursor)
    let shown = Array(near) + (partner.map { near.contains($0) ? [] : [$0] } ?? [])
    return PlaneView(
      title: headline,
      captions: near.count < vectors.count ? [Self.note(near, of: vectors.count)] : [],
      vectors: shown.map { arrow(vectors[$0]) },
      focused: shown.firstIndex(of: cursor),
      partner: partner.flatMap(shown.firstIndex),
      isMeasured: !stepState.asksForNumber && !panel.subjects.contains(where: stepState.isVeiled),
      xLabel: columnLabel(panel.options.x ?? 0),
      yLabel: columnLabel(panel.options.y ?? 1))
  }

  private func arrow(_ vector: PlaneVector) -> PlaneView.Vector {
    // An arrow to nowhere is not drawn.
    let isVeiled = stepState.isVeiled(vector.node)
    return PlaneView.Vector(
      appearance.symbols.spelled(vector.name), x: isVeiled ? .nan : scene.value(of: vector.x),
      y: isVeiled ? .nan : scene.value(of: vector.y),
      role: RoleOfName.role(of: scene.text(of: vector.node).leadingName) ?? .text)
  }

  /// More arrows than can be told apart.
  private static let mostArrows = 100

  private static func note(_ shown: Range<Int>, of count: Int) -> Line {
    Line("arrows \(shown.lowerBound + 1)–\(shown.upperBound) of \(count)", .dim)
  }

  private func columnLabel(_ column: Int) -> String {
    columnLabels.indices.contains(column) ? columnLabels[column] : ""
  }

  var formula: MathBox {
    MathBox(.row((title.spans).map(MathTree.text)))
  }

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

  var curve: CurvePlot {
    let values = isVeiled ? [] : scene.values(of: node).elements
    return CurvePlot(
      title: heading.emphasized, captions: captionLine,
      curves: [CurvePlot.Curve("", role: role, values: values)])
  }
}
