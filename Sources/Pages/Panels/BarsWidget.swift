import Lessons
import Playground
import Scenes
import Terminal

/// A bar for each component of a vector.
struct BarsWidget: PanelWidget {
  let drawn: BarList

  init(_ bars: BarList) {
    drawn = bars
  }

  func showsEverything(in size: Size, appearance: Appearance) -> Bool { size.width >= 20 }

  func isAtEase(in size: Size, appearance: Appearance) -> Bool {
    let wanted = wantedWidth(height: size.height, appearance)
    return size.width >= max(drawn.title.width, wanted - drawn.wantedBarWidth + Self.easyBar)
  }

  /// The cells of a full bar that looks long enough.
  private static let easyBar = 10

  var leastHeight: Int? { drawn.shareForAir > 0 ? drawn.leastHeight : nil }
  var modestHeight: Int { min(drawn.leastHeight, drawn.isVeiled ? 10 : .max) }
  var comparison: PanelComparison? { .lengths }

  func cursor(in rect: Rect, appearance: Appearance) -> Point? {
    drawn.cursorPlace(in: rect, appearance: appearance)
  }

  func hit(
    _ point: Point, in rect: Rect, from cursor: PanelCursor, appearance: Appearance
  ) -> PanelCursor? {
    let bar = drawn.hit(point, in: rect, appearance: appearance)
    return bar.map {
      cursor.moved(to: CellPosition(row: drawn.before + $0, column: cursor.column))
    }
  }
}

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

  /// Whether all panels of the row are bars, as this one is.
  private var isAmongBars: Bool {
    var first = 0
    for row in stepState.step.panelRows {
      if index < first + row.count { return row.allSatisfy { $0.kind == panel.kind } }
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
}
