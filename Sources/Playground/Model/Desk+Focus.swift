import Lessons
import Scenes

extension Desk {
  /// The panels of the step in reading order.
  package var panels: [Panel] { step.panelRows.flatMap { $0 } }

  /// The parts of the page that Tab goes through.
  package var focusOrder: [Focus] {
    let hasWords = !isWordless
    return (step.sliders.isEmpty ? [] : [.sliders]) + panels.indices.map(Focus.panel)
      + (hasWords ? [.words] : [])
  }

  /// The free playground has nothing to read.
  package var isWordless: Bool { !step.blocks.contains(where: \.isRead) }

  package var context: Context {
    switch focus {
    case .words: .words
    case .sliders: .sliders
    case .panel(let index): panels[index].kind == .plane ? .plane : .table
    }
  }

  mutating func focusNext(by offset: Int) {
    let order = focusOrder
    guard !order.isEmpty else { return }
    let current = order.firstIndex(of: focus) ?? 0
    focus = order[(current + offset + order.count) % order.count]
    if zoomed != nil, case .panel(let index) = focus { zoomed = index }
  }

  package func cursor(of panel: Int) -> PanelCursor { cursors[panel] ?? PanelCursor() }

  /// The slider that the keys drag, if the sliders have the focus.
  var sliderInHand: Slider? {
    let sliders = step.sliders
    return sliders.indices.contains(selectedSlider) ? sliders[selectedSlider] : nil
  }
}

extension Block {
  /// Whether the block puts words on the page.
  fileprivate var isRead: Bool {
    switch self {
    case .prose, .question, .goal, .say: true
    case .show, .sliders, .hint, .pause, .notes: false
    }
  }
}
