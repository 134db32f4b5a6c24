import Lessons
import Scenes

extension StepState {
  /// The parts of the page that Tab goes through.
  package var focusOrder: [Focus] {
    let hasWords = !isWordless
    return (step.sliders.isEmpty ? [] : [.sliders]) + (step.training == nil ? [] : [.training])
      + panels.indices.map(Focus.panel)
      + (hasWords ? [.words] : [])
  }

  /// What the hand begins with: sliders, a run once it may be started, else the words.
  package var firstFocus: Focus {
    if !step.sliders.isEmpty { return .sliders }
    return step.training != nil && obstacleToRunning == nil ? .training : .words
  }

  /// The free playground has nothing to read.
  package var isWordless: Bool { !step.blocks.contains(where: \.isRead) }

  package var context: Context {
    switch focus {
    case .words: .words
    case .sliders: .sliders
    case .training: .training
    case .panel(let index): panels[index].context
    }
  }

  package mutating func focusNext(by offset: Int) {
    let order = focusOrder
    guard !order.isEmpty else { return }
    let current = order.firstIndex(of: focus) ?? 0
    focus = order[(current + offset + order.count) % order.count]
    if zoomed != nil, case .panel(let index) = focus { zoomed = index }
  }

  /// Where the cursor of a panel stands: at first on what the author emphasised.
  package func cursor(of panel: Int) -> PanelCursor {
    if let cursor = cursors[panel] { return cursor }
    guard panels.indices.contains(panel) else { return PanelCursor() }
    return panels[panel].kind.handling.firstCursor(of: panels[panel])
  }

  /// The slider that the keys drag, if the sliders have the focus.
  package var sliderInHand: Slider? {
    let sliders = step.sliders
    return sliders.indices.contains(selectedSlider) ? sliders[selectedSlider] : nil
  }
}

extension Block {
  /// Whether the block puts words on the page.
  fileprivate var isRead: Bool {
    switch self {
    case .prose, .question, .goal, .train, .say: true
    case .show, .sliders, .formulaSwitch, .hint, .pause, .notes: false
    }
  }
}
