import Lessons
import Playground
import Scenes
import Terminal

/// The sliders of a step as a widget, and the title of the group in hand.
struct SliderStrip {
  let grid: SliderGrid
  let title: Line
  /// The rows that all sliders would take.
  let rows: Int

  private static let mostRows = 4

  init(_ stepState: StepState, width: Int, appearance: Appearance) {
    let sliders = stepState.step.sliders
    let isFocused = stepState.focus == .sliders
    let shared = Self.sharedGroup(of: sliders)
    let sloped = stepState.slopedNow
    let slopes = sloped.map(stepState.slopes) ?? []
    let areCounts = sliders.allSatisfy { $0.isCount(in: stepState) }
    grid = SliderGrid(
      rows: sliders.enumerated().map { place, slider in
        var row = Self.row(slider, in: stepState, under: shared, appearance)
        row.isWhole = row.isWhole || areCounts
        row.slope = slopes.isEmpty ? nil : slopes[place]
        return row
      },
      focused: isFocused && !sliders.isEmpty ? stepState.selectedSlider : nil)
    let wanted = grid.size(
      fitting: Size(width: width - 4, height: Self.mostRows), appearance: appearance)
    rows = wanted.height
    let side: Line = stepState.kept == nil ? [] : [Span("B", .hand, bold: true)]
    let heading = shared.isEmpty ? [] : Line(shared, isFocused ? .bright : .dim, bold: isFocused)
    let parts = [
      side, heading, Self.formula(inHandOf: stepState, appearance),
      sloped.map { Self.note(on: $0, in: stepState, appearance) } ?? [],
    ]
    title = Line(Array(parts.filter { !$0.isEmpty }.map(\.spans).joined(separator: [Span("   ")])))
  }

  /// `scaled = score / √d`: the version that runs now, where a switch is in hand.
  private static func formula(inHandOf stepState: StepState, _ appearance: Appearance) -> Line {
    guard let formula = stepState.sliderInHand.flatMap({ stepState.formula(of: $0.target) }) else {
      return []
    }
    let text = formula.versions[stepState.step.version(of: formula)].text
    return [Span("\(formula.name) = ", .dim)] + Formula(text, appearance).line
  }

  /// `∂ weight["it","cat"]`: whose slopes stand beside the sliders.
  private static func note(on number: Entry, in stepState: StepState, _ appearance: Appearance)
    -> Line
  {
    let label = stepState.scene.label(of: stepState.scene.source(of: number))
    return [Span("\(appearance.symbols.partial) ", .dim), Span(label, .text)]
  }

  /// The heading that all sliders can stand under: their row, or else their matrix.
  private static func sharedGroup(of sliders: [Slider]) -> String {
    let groups = Set(sliders.map(\.group))
    if groups.count == 1 { return sliders[0].group }
    let matrices = Set(groups.map { String($0.prefix { $0 != "[" }) })
    return matrices.count == 1 ? matrices.first ?? "" : "sliders"
  }

  /// What the heading leaves unsaid: of `W_q["noun"]` under `W_q`, noun.
  private static func lead(_ slider: Slider, under heading: String, in scene: Scene) -> String {
    guard slider.group != heading, !slider.group.isEmpty, !slider.isNamed else { return "" }
    guard slider.group.hasPrefix(heading), case .entry(let entry) = slider.target else {
      return slider.group + " "
    }
    return scene.shownLabels(of: entry).dropLast().joined(separator: ",") + " "
  }

  private static func row(
    _ slider: Slider, in stepState: StepState, under heading: String, _ appearance: Appearance
  ) -> SliderRow {
    let start = slider.start(in: stepState.step.scene)
    let value = stepState.target(of: slider).map { stepState.value(of: slider, moving: $0) }
    let change = stepState.previous.flatMap { previous in
      stepState.step.target(of: slider, in: previous).map {
        slider.domain.change(
          from: slider.domain.counted(previous.value(of: $0)), to: value ?? start)
      }
    }
    let label = lead(slider, under: heading, in: stepState.step.scene) + slider.label
    return SliderRow(
      label: appearance.symbols.spelled(label), value: value ?? start,
      start: start, change: change, isWhole: slider.isWhole,
      scale: slider.scale(in: stepState.scene),
      word: slider.domain.label(of: value ?? start, in: stepState.scene)
        .map(appearance.symbols.spelled))
  }
}

extension Slider {
  /// Sizes count whole things.
  fileprivate var isWhole: Bool {
    switch target {
    case .axis: true
    case .entry, .angle, .length, .version: false
    }
  }

  /// Whether it starts and stands at a whole number among none but whole ones.
  fileprivate func isCount(in stepState: StepState) -> Bool {
    let value = stepState.target(of: self).map { stepState.value(of: self, moving: $0) }
    let start = start(in: stepState.step.scene)
    return domain.isWhole && [value ?? start, start].allSatisfy { $0 == $0.rounded() }
  }

  fileprivate func scale(in scene: Scene) -> SliderScale {
    switch domain {
    case .range(let range, _, .closed), .range(let range, _, .wrapped): .range(range)
    case .range(let range, let step, .minusInfinity):
      .range(range.lowerBound - step...range.upperBound)
    case .list(let numbers): .list(numbers)
    case .places, .versions: .range(0...Float(max(domain.count(in: scene) - 1, 1)))
    }
  }
}
