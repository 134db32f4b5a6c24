import Lessons
import Scenes
import Text

extension Model {
  /// Turns the keys to another part of the page.
  mutating func changeFocus(_ change: Message.Focus) {
    guard session != nil else { return }
    let wasReading = session?.stepState.isReading ?? false
    session?.stepState.isReading = false
    switch change {
    case .next: session?.stepState.focusNext(by: 1)
    case .previous: session?.stepState.focusNext(by: -1)
    case .hand: break
    case .panel(let index): focusPanel(index)
    case .words: session?.stepState.focus = .words
    case .zoom: toggleZoom()
    case .nextStack, .previousStack:
      session?.stepState.isReading = wasReading
      turnVectorOrStack(by: change == .nextStack ? 1 : -1)
    }
  }

  private mutating func focusPanel(_ index: Int) {
    guard let stepState = session?.stepState, stepState.panels.indices.contains(index) else {
      notice = Notice(text: Self.panels(session?.stepState.panels.count ?? 0))
      return
    }
    session?.stepState.focus = .panel(index)
    if stepState.zoomed != nil { session?.stepState.zoomed = index }
  }

  private static func panels(_ count: Int) -> String {
    count == 0
      ? "there are no panels here"
      : "there \(agreeing(count, "is", "are")) \(counted(count, "panel")) here"
  }

  private mutating func toggleZoom() {
    guard let stepState = session?.stepState, !stepState.panels.isEmpty else { return }
    if stepState.zoomed != nil {
      session?.stepState.zoomed = nil
      return
    }
    if case .panel(let index) = stepState.focus {
      session?.stepState.zoomed = index
    } else {
      session?.stepState.zoomed = 0
      session?.stepState.focus = .panel(0)
    }
  }

  private mutating func turnVectorOrStack(by offset: Int) {
    guard let stepState = session?.stepState, case .panel(let index) = stepState.focus else {
      return
    }
    session?.stepState.cursors[index] = stepState.cursor(of: index, movedBy: offset)
  }

  /// An arrow: what it moves depends on what is in front.
  mutating func move(_ direction: Direction) -> [Effect] {
    if prompt != nil { return [] }
    if !overlays.isEmpty {
      moveInOverlay(direction)
      return []
    }
    guard let stepState = session?.stepState else {
      if heads != nil {
        heads?.move(direction)
      } else if hunt != nil {
        hunt?.move(direction)
      } else if sentence == nil {
        map.select(direction, count: mapEntries.count)
      }
      return []
    }
    session?.stepState.isReading = stepState.focus == .words
    switch stepState.focus {
    case .words: noticeEdgeOfWords(scrolls: false)
    case .sliders: selectSlider(direction)
    case .training: selectKnob(direction)
    case .panel(let index):
      if stepState.context == .plane { return dragTip(direction, in: index) }
      moveCursor(direction, in: index)
    }
    return []
  }

  private mutating func selectSlider(_ direction: Direction) {
    guard let stepState = session?.stepState, !stepState.step.sliders.isEmpty else { return }
    let count = stepState.step.sliders.count
    let offset = direction == .up || direction == .left ? -1 : 1
    session?.stepState.selectedSlider = (stepState.selectedSlider + offset + count) % count
  }

  private mutating func moveCursor(_ direction: Direction, in panel: Int) {
    guard let stepState = session?.stepState, stepState.extent(of: panel) != nil else { return }
    session?.stepState.cursors[panel] = stepState.cursor(of: panel, moved: direction)
  }
}

extension Model {
  /// Says what would take an arrow where the words do not go on.
  mutating func noticeEdgeOfWords(scrolls: Bool) {
    let hold = session?.stepState.holdBesideWords ?? "there is no more to read here"
    notice = Notice(forms: [(scrolls ? "up and down scroll the words; " : "") + hold, hold])
  }
}

extension StepState {
  /// What Tab gives into the hand of a reader, in words; nil where there are words alone.
  fileprivate var holdBesideWords: String? {
    switch focusOrder.first {
    case .sliders: "\(key: .nextPart) takes hold of the sliders"
    case .training: "\(key: .nextPart) takes hold of the run"
    case .panel: "\(key: .nextPart) takes hold of a panel"
    case .words, nil: nil
    }
  }
}

extension PanelCursor {
  /// Moves by one cell and stays on the table.
  mutating func move(_ direction: Direction, within extent: TableExtent) {
    switch direction {
    case .up: row = max(row - 1, 0)
    case .down: row = min(row + 1, extent.rows - 1)
    case .left: column = max(column - 1, 0)
    case .right: column = min(column + 1, extent.columns - 1)
    }
  }
}

extension Model {
  /// Takes up what was pointed at: a slider, a cell, a knob, a lesson of the map.
  mutating func select(_ selection: Message.Selection) -> [Effect] {
    session?.stepState.isReading = false
    switch selection {
    case .slider(let index):
      guard session?.stepState.step.sliders.indices.contains(index) == true else { return [] }
      session?.stepState.focus = .sliders
      session?.stepState.selectedSlider = index
    case .panel(let panel, let cursor):
      guard session?.stepState.panels.indices.contains(panel) == true else { return [] }
      session?.stepState.focus = .panel(panel)
      if let cursor { session?.stepState.cursors[panel] = cursor }
    case .knob(let knob, let place): return take(knob, at: place)
    case .lesson(let index): map.selected = min(max(index, 0), max(mapEntries.count - 1, 0))
    }
    return []
  }

  private mutating func take(_ knob: RunKnob, at place: Double?) -> [Effect] {
    guard let stepState = session?.stepState, let task = stepState.step.training else { return [] }
    session?.stepState.focus = .training
    session?.stepState.controls.knob = knob
    guard let place, knob == .step, stepState.obstacleToRunning == nil else { return [] }
    return set(.step, to: Float(min(max(place, 0), 1) * Double(task.plan.steps)))
  }
}
