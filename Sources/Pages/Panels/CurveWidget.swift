import Playground
import Scenes
import Terminal

/// Values over their place, a curve for each expression.
struct CurveWidget: PanelWidget {
  let drawn: CurvePlot
  /// Whether it has a row of the page to itself, and may fill it.
  let isAlone: Bool

  init(_ curve: CurvePlot, isAlone: Bool = false) {
    drawn = curve
    self.isAlone = isAlone
  }

  /// As high as there is room for, and as wide where it is alone; an empty one waits for its curves as it is.
  func size(fitting available: Size, appearance: Appearance) -> Size {
    let size = drawn.size(fitting: available, appearance: appearance)
    guard !drawn.isEmpty else { return size }
    return Size(
      width: isAlone ? min(available.width, 100) : size.width,
      height: min(available.height, max(size.height, available.height * 2 / 3)))
  }

  func showsEverything(in size: Size, appearance: Appearance) -> Bool { size.width >= 26 }
  func isAtEase(in size: Size, appearance: Appearance) -> Bool { size.width >= 30 }
  var leastHeight: Int? { drawn.isEmpty ? emptyPictureHeight : 6 }
  var modestHeight: Int { drawn.isEmpty ? emptyPictureHeight : 8 }
  var comparison: PanelComparison? { .places }
}

extension PanelContent {
  /// Several curves share one axis, and each wears its name.
  var curve: CurvePlot {
    let isAlone = panel.subjects.count == 1
    var plot = CurvePlot(
      title: sideMark + (isAlone || panel.options.name != nil ? heading.emphasized : []),
      captions: captionLine,
      curves: panel.subjects.enumerated().map { place, node in
        let values = stepState.isVeiled(node) ? [] : scene.values(of: node).elements
        return CurvePlot.Curve(
          isAlone ? "" : panel.subjectTexts[place],
          role: isAlone ? role : role(ofCurve: place, node), values: values)
      })
    plot.range = startingRange
    plot.hasMarks = !isAlone
    plot.endLabels = endLabels
    return plot
  }

  /// The first and the last label of the axis that the curves share; nothing where it has numbers alone.
  private var endLabels: [String] {
    let axes = Set(panel.subjects.flatMap(scene.axes))
    guard axes.count == 1, let axis = axes.first, axis.labels != nil, axis.size > 0 else {
      return []
    }
    return [axis.shownLabel(0), axis.shownLabel(axis.size - 1)]
  }

  /// What the curves covered where the step began: a change must move them, not the axis.
  private var startingRange: ClosedRange<Float>? {
    let shown = panel.subjects.filter { !stepState.isVeiled($0) }
    let values = shown.flatMap { stepState.step.scene.values(of: $0).elements }
      .filter(\.isFinite)
    guard let low = values.min(), let high = values.max() else { return nil }
    return low...high
  }

  /// Two curves without a role of their own must not look the same.
  private func role(ofCurve place: Int, _ node: NodeID) -> Role {
    RoleOfName.role(of: node, in: scene) ?? Self.roles[place % Self.roles.count]
  }

  private static let roles: [Role] = [.text, .dim, .bright]
}
