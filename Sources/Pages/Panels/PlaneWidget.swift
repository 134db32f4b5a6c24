import Lessons
import Playground
import Scenes
import Terminal

/// Vectors as arrows from the origin.
struct PlaneWidget: PanelWidget {
  let drawn: PlaneView
  /// Whether it has a row of the page to itself, and may fill it.
  let isAlone: Bool

  init(_ plane: PlaneView, isAlone: Bool = false) {
    drawn = plane
    self.isAlone = isAlone
  }

  /// On a large page arrows may grow as histograms do; alone they take what there is, as long as they grow.
  func size(fitting available: Size, appearance: Appearance) -> Size {
    if isAlone, !drawn.isEmpty {
      let width = max(48, available.height * 2 + 24)
      return Size(width: min(available.width, width), height: available.height)
    }
    let size = drawn.size(fitting: available, appearance: appearance)
    return Size(width: size.width, height: max(size.height, available.height * 8 / 15))
  }

  /// Arrows need width and height alike.
  var onItsOwnLine: PlaneWidget? {
    drawn.isEmpty ? nil : PlaneWidget(drawn, isAlone: true)
  }

  func showsEverything(in size: Size, appearance: Appearance) -> Bool {
    size.width >= min(max(drawn.title.width, 26), 36)
  }

  func isAtEase(in size: Size, appearance: Appearance) -> Bool {
    size.width >= max(drawn.title.width, 34)
  }

  var leastHeight: Int? { drawn.isEmpty ? emptyPictureHeight : 8 }
  var modestHeight: Int { drawn.isEmpty ? emptyPictureHeight : 9 }
}

extension PanelContent {
  /// Vectors from the origin; those of one matrix share its colour.
  var plane: PlaneView {
    let vectors = stepState.vectors(of: panel)
    let cursor = stepState.cursor(of: index).row
    let partner = stepState.partner(of: cursor, on: panel, among: vectors)
    let near = Self.stretch(of: Self.mostArrows, in: vectors.count, around: cursor)
    let shown = Array(near) + (partner.map { near.contains($0) ? [] : [$0] } ?? [])
    return PlaneView(
      title: headline,
      captions: near.count < vectors.count ? [Self.note(near, of: vectors.count)] : [],
      vectors: shown.map { place in
        var arrow = arrow(vectors[place])
        if !hasRoles { arrow.role = place == cursor ? .hand : place == partner ? .bright : .dim }
        return arrow
      },
      focused: shown.firstIndex(of: cursor),
      partner: partner.flatMap(shown.firstIndex),
      isMeasured: isMeasured(cursor, against: partner, of: vectors),
      xLabel: columnLabel(panel.options.x ?? 0),
      yLabel: columnLabel(panel.options.y ?? 1))
  }

  /// Whether it may be told what two arrows are to each other: not while that is to be worked out, or hidden.
  private func isMeasured(_ vector: Int, against partner: Int?, of vectors: PlaneVectors) -> Bool {
    guard !stepState.asksForWork, !panel.subjects.contains(where: stepState.isVeiled) else {
      return false
    }
    guard let partner, vectors.indices.contains(vector) else { return true }
    return !stepState.hidesWhatIsMade(of: vectors[vector].node, and: vectors[partner].node)
  }

  /// Whether the matrices have colours of their own; where not, the two arrows in question have.
  private var hasRoles: Bool {
    panel.subjects.contains { RoleOfName.role(of: $0, in: scene) != nil }
  }

  private func arrow(_ vector: PlaneVector) -> PlaneView.Vector {
    // An arrow to nowhere is not drawn.
    let isVeiled = stepState.isVeiled(vector.node)
    var arrow = PlaneView.Vector(
      appearance.symbols.spelled(name(of: vector)), x: isVeiled ? .nan : scene.value(of: vector.x),
      y: isVeiled ? .nan : scene.value(of: vector.y),
      role: RoleOfName.role(of: vector.node, in: scene) ?? .text)
    arrow.ghost = isVeiled ? nil : ghost(of: vector)
    return arrow
  }

  /// Rows of two matrices have the same names, which only colours tell apart.
  private func name(of vector: PlaneVector) -> String {
    let isRow = vector.name != panel.subjectTexts[vector.subject]
    guard appearance.colors == .mono, panel.subjects.count > 1, isRow else { return vector.name }
    return panel.subjectTexts[vector.subject] + " " + vector.name
  }

  /// Where an arrow pointed before the last deliberate change.
  private func ghost(of vector: PlaneVector) -> SIMD2<Float>? {
    guard let before = stepState.sceneBeforeChange,
      before.axes(of: vector.node) == scene.axes(of: vector.node)
    else { return nil }
    let ghost = SIMD2(before.value(of: vector.x), before.value(of: vector.y))
    let now = SIMD2(scene.value(of: vector.x), scene.value(of: vector.y))
    return ghost == now ? nil : ghost
  }

  /// More arrows than can be told apart.
  private static let mostArrows = 100

  private static func note(_ shown: Range<Int>, of count: Int) -> Line {
    Line("arrows \(shown.lowerBound + 1)–\(shown.upperBound) of \(count)", .dim)
  }

  private func columnLabel(_ column: Int) -> String {
    columnLabels.indices.contains(column) ? columnLabels[column] : ""
  }
}
