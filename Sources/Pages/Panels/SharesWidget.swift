import Lessons
import Playground
import Scenes
import Tensors
import Terminal

/// Rows of weights as bars of 100 %.
struct SharesWidget: PanelWidget {
  private(set) var drawn: ShareBars

  init(_ shares: ShareBars) {
    drawn = shares
  }

  func showsEverything(in size: Size, appearance: Appearance) -> Bool { size.width >= 28 }
  func isAtEase(in size: Size, appearance: Appearance) -> Bool { size.width >= 40 }
  var saysWhatIsHidden: Bool { true }
  var leastHeight: Int? { drawn.isVeiled ? emptyPictureHeight : drawn.leastHeight }
  var modestHeight: Int {
    if drawn.isVeiled { return emptyPictureHeight }
    return drawn.leastHeight + (drawn.cuts.count > 1 ? 0 : 2)
  }

  /// All shares are parts of a whole, and a whole is as long here as there.
  var lengthScale: LengthScale? {
    LengthScale(limit: 1, lowerLimit: nil, isLogarithmic: false, areParts: true)
  }

  func barCells(in size: Size, appearance: Appearance) -> Int {
    drawn.wholeCells(in: size, appearance: appearance)
  }

  func limited(toBarCells cells: Int) -> SharesWidget {
    var copy = self
    copy.drawn.mostWholeCells = cells
    return copy
  }

  func cursor(in rect: Rect, appearance: Appearance) -> Point? {
    drawn.cursorPlace(in: rect, appearance: appearance)
  }

  func hit(
    _ point: Point, in rect: Rect, from cursor: PanelCursor, appearance: Appearance
  ) -> PanelCursor? {
    drawn.hit(point, in: rect, appearance: appearance).map(cursor.moved)
  }
}

extension PanelContent {
  /// Rows of weights, each as a bar that is cut into pieces.
  var shareBars: ShareBars {
    let cuts = panel.cuts(in: scene)
    var bars = ShareBars(
      title: headline, captions: panel.caption == nil ? [] : [heading],
      cuts: zip(cuts, names(of: cuts)).map(bar),
      role: RoleOfName.role(of: node, in: scene) ?? .output)
    bars.marks = isVeiled ? [:] : panel.options.marks
    bars.hatched = Set(panel.options.hatched)
    bars.keepsRoomForChanges = !stepState.step.sliders.isEmpty
    if isFocused {
      let cursor = stepState.cursor(of: index)
      let row = min(cursor.row, cuts.count - 1)
      bars.cursor = CellPosition(row: row, column: min(cursor.column, cuts[row].axis.size - 1))
    }
    return bars
  }

  /// What tells several rows apart: of one matrix their labels, the same row of several its names, else all of it.
  private func names(of cuts: [ShareCut]) -> [String] {
    let sources = cuts.map(source)
    let (tables, rows) = (Set(sources.map { $0?.table }), Set(sources.map { $0?.row }))
    return zip(cuts, sources).map { cut, source in
      guard let source, cuts.count > 1 else { return cut.title }
      if tables.count == 1, rows.count == cuts.count { return source.row }
      return rows.count == 1 && tables.count == cuts.count ? source.table : cut.title
    }
  }

  /// The matrix and the label of its row that a vector shows.
  private func source(of cut: ShareCut) -> (table: String, row: String)? {
    let source = scene.source(of: Entry(node: cut.node, index: 0))
    let axes = scene.axes(of: source.node)
    guard source.node != cut.node, axes.count == 2, axes[1] == cut.axis, axes[0].labels != nil,
      source.index % cut.axis.size == 0, let name = scene.name(of: source.node)
    else { return nil }
    return (name, axes[0].shownLabel(source.index / cut.axis.size))
  }

  private func bar(_ cut: ShareCut, named title: String) -> ShareBars.Cut {
    let name = Line(appearance.symbols.spelled(title), .dim)
    let labels = labels(of: cut.axis)
    guard !stepState.isVeiled(cut.node) else {
      return ShareBars.Cut(name: name, labels: labels, values: [])
    }
    let values = scene.values(of: cut.node).elements[cut.range]
    var bar = ShareBars.Cut(
      name: name, labels: labels, values: Array(values), before: before(cut, values))
    bar.flaw = CutFlaw(values)?.sentence
    if let scores = panel.options.scores, !stepState.isVeiled(scores) {
      let scores = scene.values(of: scores)
      (bar.scores, bar.portions) = (
        scores.elements, scores.elements.map(UnaryFunction.exp.value)
      )
    }
    return bar
  }

  /// The cut before the last change; nothing where it is the same or cannot be compared.
  private func before(_ cut: ShareCut, _ values: ArraySlice<Float>) -> [Float] {
    guard let previous = stepState.previous, previous.axes(of: cut.node) == scene.axes(of: cut.node)
    else { return [] }
    let before = previous.values(of: cut.node).elements[cut.range]
    return before == values ? [] : Array(before)
  }
}
