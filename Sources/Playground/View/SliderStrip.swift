import Lessons
import Scenes
import Terminal

/// The sliders of a step as a widget, and the title of the group in hand.
struct SliderStrip {
  let grid: SliderGrid
  let title: Line
  /// The rows that all sliders would take.
  let rows: Int

  private static let mostRows = 4

  init(_ desk: Desk, width: Int, look: Look) {
    let sliders = desk.step.sliders
    let groups = Set(sliders.map(\.group))
    let isFocused = desk.focus == .sliders
    grid = SliderGrid(
      rows: sliders.map { Self.row($0, in: desk, showsGroup: groups.count > 1) },
      focused: isFocused && !sliders.isEmpty ? desk.selectedSlider : nil)
    let wanted = grid.size(fitting: Size(width: width - 4, height: Self.mostRows), look: look)
    rows = wanted.height
    let group = groups.count == 1 ? sliders.first?.group ?? "" : "sliders"
    title = sliders.isEmpty ? [] : Line(group, isFocused ? .bright : .dim, bold: isFocused)
  }

  private static func row(_ slider: Slider, in desk: Desk, showsGroup: Bool) -> SliderRow {
    let value = desk.scene.value(of: slider.target)
    let change = desk.previous.map { value - $0.value(of: slider.target) }
    let label =
      showsGroup && !slider.group.isEmpty ? "\(slider.group) \(slider.label)" : slider.label
    return SliderRow(
      label: label, value: value, range: slider.range,
      start: desk.step.scene.value(of: slider.target), change: change, isWhole: slider.isWhole)
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
