import Lessons
import Playground
import Scenes
import Terminal

/// A bar for each component of a vector.
struct BarsWidget: PanelWidget {
  private(set) var drawn: BarList

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

  var lengthScale: LengthScale? {
    drawn.limit.map {
      LengthScale(limit: $0, lowerLimit: drawn.lowerLimit, isLogarithmic: drawn.isLogarithmic)
    }
  }

  func barCells(in size: Size, appearance: Appearance) -> Int {
    drawn.barCells(in: size, appearance: appearance)
  }

  func limited(toBarCells cells: Int) -> BarsWidget {
    var copy = self
    copy.drawn.mostBarCells = cells
    return copy
  }

  func cursor(in rect: Rect, appearance: Appearance) -> Point? {
    drawn.cursorPlace(in: rect, appearance: appearance)
  }

  func hit(
    _ point: Point, in rect: Rect, from cursor: PanelCursor, appearance: Appearance
  ) -> PanelCursor? {
    let bar = drawn.hit(point, in: rect, appearance: appearance)
    return bar.map {
      let bar = drawn.before + $0
      return cursor.moved(
        to: CellPosition(row: bar / drawn.groupSize, column: bar % drawn.groupSize))
    }
  }
}

extension PanelContent {
  /// One of the vectors of a panel of bars, or all its numbers where they are single ones.
  private struct BarKind {
    let node: NodeID
    let role: Role
    let values: [Float?]
    let changes: [Float]
    let ghosts: [Float]
  }

  /// Vectors as bars: their labels, values and what the last key changed; a number alone is one bar.
  ///
  /// Several vectors share their labels and one scale.
  var bars: BarList {
    let kinds = barKinds
    let length = kinds[0].values.count
    let inHand = isFocused ? barInHand(of: length, kinds.count) : nil
    let largest = Self.largest(of: kinds[0].values)
    let followed = followedBar
    // Only what a page may hold becomes bars.
    let shown = Self.stretch(
      of: Self.mostBars / kinds.count, in: length,
      around: inHand.map { $0 / kinds.count } ?? followed ?? largest ?? 0)
    var list = BarList(
      title: kinds.count > 1 ? legend(kinds) : headline, captions: barCaptions,
      bars: shown.flatMap { place in kinds.indices.map { bar(place, $0, kinds) } }, role: role)
    setScale(&list)
    if panel.options.isLogarithmic { list.title = scaleNote(list) + list.title }
    func place(_ bar: Int?) -> Int? { bar.map { ($0 - shown.lowerBound) * kinds.count } }
    (list.before, list.total) = (shown.lowerBound * kinds.count, length * kinds.count)
    list.groupSize = kinds.count
    list.areCounts = kinds.allSatisfy { areCounts($0.values) }
    list.keepsRoomForChanges = !stepState.step.sliders.isEmpty
    list.followed = place(followed)
    list.cursor = inHand.map { $0 - shown.lowerBound * kinds.count }
    list.emphasized = isFocused ? list.cursor : kinds.count > 1 ? nil : place(largest)
    if length <= Self.mostAiryBars { list.shareForAir = shareForAir }
    list.countBeside = isZoomed ? 0 : longestBeside
    if isZoomed || isAmongBars { list.wantedBarWidth = Self.longBar }
    return list
  }

  /// Bars of shares end at 1, all others where the scale of their panel says.
  private func setScale(_ list: inout BarList) {
    if panel.options.isLogarithmic {
      let scale = stepState.logarithmicScale(of: index)
      (list.isLogarithmic, list.limit, list.lowerLimit) = (true, scale.upperBound, scale.lowerBound)
      return
    }
    let scale = stepState.scale(of: index) ?? 0...1
    let hasEnds = panel.options.from != nil || panel.options.to != nil
    let areParts =
      !hasEnds && scale.upperBound <= 1
      && list.bars.allSatisfy { $0.value.map { (0...1).contains($0) } ?? true }
    list.limit = areParts ? 1 : scale.upperBound
    list.lowerLimit = areParts ? nil : scale.lowerBound
  }

  /// `log scale .01…10`, which must not be missed: it comes before the title.
  private func scaleNote(_ list: BarList) -> Line {
    let ends = [list.lowerLimit, list.limit].compactMap(\.self).map(appearance.fineNumber)
    return [Span("log scale \(ends.joined(separator: "…"))   ", .dim)]
  }

  private var barCaptions: [Line] {
    if panel.subjects.count > 1 { return axes.isEmpty ? [] : captionLine }
    return panel.caption == nil ? [] : [heading]
  }

  /// The vectors, or else all single numbers as one.
  private var barKinds: [BarKind] {
    guard axes.isEmpty, panel.subjects.count > 1 else {
      return panel.subjects.enumerated().map { barKind($1, place: $0) }
    }
    let kinds = panel.subjects.enumerated().map { barKind($1, place: $0) }
    return [
      BarKind(
        node: node, role: role, values: kinds.flatMap(\.values),
        changes: kinds.flatMap { $0.changes.isEmpty ? [0] : $0.changes },
        ghosts: kinds.contains { $0.ghosts.isEmpty } ? [] : kinds.flatMap(\.ghosts))
    ]
  }

  private func barKind(_ node: NodeID, place: Int) -> BarKind {
    let role = roleOfBars(node, place)
    let values = scene.values(of: node).elements
    guard !stepState.isVeiled(node) else {
      return BarKind(
        node: node, role: role, values: values.map { _ in nil }, changes: [], ghosts: [])
    }
    func other(_ scene: Scene?) -> [Float] {
      guard let elements = scene?.values(of: node).elements, elements.count == values.count else {
        return []
      }
      return elements
    }
    let changes = zip(values, other(stepState.previous)).map { $0 == $1 ? 0 : $0 - $1 }
    return BarKind(
      node: node, role: role, values: values, changes: changes,
      ghosts: other(stepState.sceneBeforeChange))
  }

  /// Bars that stand together differ in colour, even where two matrices play the same part.
  private func roleOfBars(_ node: NodeID, _ place: Int) -> Role {
    guard place > 0 else { return role }
    let earlier = panel.subjects[..<place].map { RoleOfName.role(of: $0, in: scene) ?? role }
    if let own = RoleOfName.role(of: node, in: scene), own != role, !earlier.contains(own) {
      return own
    }
    return [Role.text, .dim, .bright, .faint, .hand][(place - 1) % 5]
  }

  private func bar(_ place: Int, _ kind: Int, _ kinds: [BarKind]) -> BarList.Bar {
    let own = kinds[kind]
    var bar = BarList.Bar(
      kind == 0 ? barLabel(place) : "", value: own.values[place],
      change: own.changes.indices.contains(place) ? own.changes[place] : nil)
    bar.ghost = own.ghosts.indices.contains(place) ? own.ghosts[place] : nil
    if kinds.count > 1 { (bar.role, bar.kind) = (own.role, kind) }
    return bar
  }

  private func barLabel(_ place: Int) -> String {
    guard axes.isEmpty else {
      let labels = columnLabels
      return labels.indices.contains(place) ? labels[place] : ""
    }
    return appearance.symbols.spelled(panel.subjectTexts[min(place, panel.subjectTexts.count - 1)])
  }

  /// `█ A["it"]   ▒ B["it"]`: the name of each vector before the look of its bars.
  private func legend(_ kinds: [BarKind]) -> Line {
    if let name = panel.options.name { return sideMark + Line(name, .bright, bold: true) }
    return sideMark
      + Line(
        kinds.indices.flatMap { kind in
          let sign = BarList.texture(ofKind: kind, appearance)
          return [Span((kind > 0 ? "   " : "") + sign + " ", kinds[kind].role)]
            + nameOfSubject(kind).spans
        })
  }

  /// The bar under the hand, counted over all groups.
  private func barInHand(of length: Int, _ kindCount: Int) -> Int {
    let cursor = stepState.cursor(of: index)
    return min(cursor.row, length - 1) * kindCount + min(cursor.column, kindCount - 1)
  }

  private func areCounts(_ values: [Float?]) -> Bool {
    let shown = values.compactMap(\.self)
    return shown.count == values.count && shown.count <= 1024
      && shown.allSatisfy(isCount) && shown.contains { $0 >= 10 }
  }

  /// More bars than any page has rows for.
  private static let mostBars = 600

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
    panelsInRow.allSatisfy { stepState.panels[$0].kind == panel.kind }
  }

  /// The bars of the longest list among the panels of its row.
  private var longestBeside: Int {
    let lists = panelsInRow.filter { stepState.panels[$0].kind == panel.kind }
    return lists.map { stepState.values(of: stepState.panels[$0]).count }.max() ?? 0
  }

  /// The first of the bars that no other is seen to exceed; what only rounding parts is a tie.
  private static func largest(of values: [Float?]) -> Int? {
    guard let largest = values.compactMap(\.self).max() else { return nil }
    return values.firstIndex {
      $0.map { $0 == largest || abs(largest - $0) <= abs(largest) * 1e-5 } ?? false
    }
  }

  /// The bar in hand, or the largest, of the first panel among those that stand over the same axis in
  /// one row: where not all bars are in view, the same ones are in all.
  private var followedBar: Int? {
    let group = stepState.barsAlike(index)
    if let focused = group.first(where: { stepState.focus == .panel($0) }) {
      return min(stepState.cursor(of: focused).row, max(extent.columns - 1, 0))
    }
    let seen = group.first { panel in
      !stepState.panels[panel].subjects.contains(where: stepState.isVeiled)
    }
    return seen.flatMap {
      Self.largest(of: stepState.values(of: stepState.panels[$0]).elements)
    }
  }
}
