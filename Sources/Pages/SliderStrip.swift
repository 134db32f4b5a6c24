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

  init(_ desk: StepState, width: Int, look: Appearance) {
    let sliders = desk.step.sliders
    let isFocused = desk.focus == .sliders
    let shared = Self.sharedGroup(of: sliders)
    let sloped = desk.slopedNow
    let slopes = sloped.map(desk.slopes) ?? []
    grid = SliderGrid(
      rows: sliders.enumerated().map { place, slider in
        var row = Self.row(slider, in: desk, under: shared, look)
        row.slope = slopes.isEmpty ? nil : slopes[place]
        return row
      },
      focused: isFocused && !sliders.isEmpty ? desk.selectedSlider : nil)
    let wanted = grid.size(fitting: Size(width: width - 4, height: Self.mostRows), look: look)
    rows = wanted.height
    let heading = shared.isEmpty ? [] : Line(shared, isFocused ? .bright : .dim, bold: isFocused)
    title = heading + (sloped.map { Self.note(on: $0, in: desk, look) } ?? [])
  }

  /// `   ∂ weight["it","cat"]`: whose slopes stand beside the sliders.
  private static func note(on number: Entry, in desk: StepState, _ look: Appearance) -> Line {
    let label = desk.scene.label(of: desk.scene.source(of: number))
    return [Span("   \(look.symbols.partial) ", .dim), Span(label, .text)]
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
    guard slider.group != heading else { return "" }
    guard slider.group.hasPrefix(heading), case .entry(let entry) = slider.target else {
      return slider.group + " "
    }
    return scene.shownLabels(of: entry).dropLast().joined(separator: ",") + " "
  }

  private static func row(
    _ slider: Slider, in desk: StepState, under heading: String, _ look: Appearance
  ) -> SliderRow {
    let start = desk.step.scene.value(of: slider.target)
    let value = desk.target(of: slider).map(desk.scene.value(of:)) ?? start
    let change = desk.previous.flatMap { previous in
      desk.step.target(of: slider, in: previous).map { value - previous.value(of: $0) }
    }
    let label = lead(slider, under: heading, in: desk.step.scene) + slider.label
    return SliderRow(
      label: look.symbols.spelled(label), value: value, range: slider.range,
      start: start, change: change, isWhole: slider.isWhole)
  }
}

extension Slider {
  /// Sizes count whole things.
  fileprivate var isWhole: Bool {
    switch target {
    case .axis: true
    case .entry: false
    }
  }
}
