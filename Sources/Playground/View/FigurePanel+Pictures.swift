import Lessons
import Scenes
import Terminal

extension FigurePanel {
  /// A vector as bars: its labels, values and what the last key changed.
  var bars: BarList {
    let values = (0..<extent.columns).map { tableValues[0, $0] }
    let moved = changes(inRow: 0)
    let scale = desk.scale(of: index)
    let areParts = values.allSatisfy { (0...1).contains($0 ?? 0) } && scale?.upperBound ?? 1 <= 1
    var list = BarList(
      title: headline,
      captions: panel.caption == nil ? [] : [heading],
      bars: values.indices.map { place in
        BarList.Bar(
          columnLabels[place], value: values[place],
          change: moved.indices.contains(place) ? moved[place] : nil)
      },
      role: role,
      emphasized: isFocused || isVeiled ? nil : Self.largest(of: values),
      limit: areParts ? 1 : scale?.upperBound, lowerLimit: areParts ? nil : scale?.lowerBound)
    list.areCounts = areCounts
    list.keepsRoomForChanges = !desk.step.sliders.isEmpty
    list.followed = followedBar
    if isFocused {
      list.cursor = min(desk.cursor(of: index).row, values.count - 1)
      list.emphasized = list.cursor
    }
    if values.count <= Self.mostAiryBars { list.shareForAir = shareForAir }
    if isZoomed || isAmongBars { list.wantedBarWidth = Self.longBar }
    return list
  }

  /// Longer lists of bars stay together: they are read as one shape.
  private static let mostAiryBars = 8

  /// The part of the page that bars may take to have a row below each of them.
  private var shareForAir: Double {
    guard !isZoomed else { return 1 }
    return switch desk.step.panelRows.count {
    case ...1: 1
    case 2: 0.6
    default: 0.3
    }
  }

  /// The cells of a full bar that has no table or picture beside it to leave room to.
  private static let longBar = 40

  private var isZoomed: Bool { desk.zoomed == index }

  /// Whether all panels of the row are bars.
  private var isAmongBars: Bool {
    var first = 0
    for row in desk.step.panelRows {
      if index < first + row.count { return row.allSatisfy { $0.kind == .bars } }
      first += row.count
    }
    return false
  }

  /// The first of the bars that no other is seen to exceed; what only rounding parts is a tie.
  private static func largest(of values: [Float?]) -> Int? {
    let largest = values.compactMap(\.self).max()
    return values.firstIndex { value in
      guard let value, let largest else { return false }
      return value == largest || abs(largest - value) <= abs(largest) * 1e-5
    }
  }

  /// The bar in hand, or the largest, of the first panel among those that stand over the same axis in
  /// one row: where not all bars are in view, the same ones are in all.
  private var followedBar: Int? {
    let group = desk.barsAlike(index)
    if let focused = group.first(where: { desk.focus == .panel($0) }) {
      return min(desk.cursor(of: focused).row, extent.columns - 1)
    }
    let seen = group.first { panel in !desk.panels[panel].subjects.contains(where: desk.isVeiled) }
    return seen.flatMap { Self.largest(of: desk.values(of: desk.panels[$0]).elements) }
  }

  /// Vectors from the origin; those of one matrix share its colour.
  var plane: PlaneView {
    let vectors = desk.vectors(of: panel)
    let partner = desk.partner(of: desk.cursor(of: index).row, among: vectors)
    let cursor = desk.cursor(of: index).row
    return PlaneView(
      title: headline,
      vectors: vectors.map { vector in
        PlaneView.Vector(
          // An arrow to nowhere is not drawn.
          look.symbols.spelled(vector.name),
          x: desk.isVeiled(vector.node) ? .nan : scene.value(of: vector.x),
          y: desk.isVeiled(vector.node) ? .nan : scene.value(of: vector.y),
          role: RoleOfName.role(of: scene.text(of: vector.node).leadingName) ?? .text)
      },
      focused: vectors.indices.contains(cursor) ? cursor : nil,
      partner: partner,
      isMeasured: !desk.asksForNumber && !vectors.contains { desk.isVeiled($0.node) },
      xLabel: columnLabel(panel.options.x ?? 0),
      yLabel: columnLabel(panel.options.y ?? 1))
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
