import Lessons
import Scenes
import Text

extension Model {
  /// Turns the keys to another part of the page.
  mutating func changeFocus(_ change: Message.Focus) {
    guard session != nil else { return }
    let wasReading = session?.desk.isReading ?? false
    session?.desk.isReading = false
    switch change {
    case .next: session?.desk.focusNext(by: 1)
    case .previous: session?.desk.focusNext(by: -1)
    case .hand: break
    case .panel(let index): focusPanel(index)
    case .words: session?.desk.focus = .words
    case .zoom: toggleZoom()
    case .nextStack:
      session?.desk.isReading = wasReading
      nextVectorOrStack()
    }
  }

  private mutating func focusPanel(_ index: Int) {
    guard let desk = session?.desk, desk.panels.indices.contains(index) else {
      notice = Notice(text: Self.panels(session?.desk.panels.count ?? 0))
      return
    }
    session?.desk.focus = .panel(index)
    if desk.zoomed != nil { session?.desk.zoomed = index }
  }

  private static func panels(_ count: Int) -> String {
    count == 0
      ? "there are no panels here"
      : "there \(agreeing(count, "is", "are")) \(counted(count, "panel")) here"
  }

  private mutating func toggleZoom() {
    guard let desk = session?.desk, !desk.panels.isEmpty else { return }
    if desk.zoomed != nil {
      session?.desk.zoomed = nil
      return
    }
    if case .panel(let index) = desk.focus {
      session?.desk.zoomed = index
    } else {
      session?.desk.zoomed = 0
      session?.desk.focus = .panel(0)
    }
  }

  private mutating func nextVectorOrStack() {
    guard let desk = session?.desk, case .panel(let index) = desk.focus else { return }
    var cursor = desk.cursor(of: index)
    if desk.panels[index].kind == .plane {
      cursor.row = (cursor.row + 1) % max(desk.vectors(of: desk.panels[index]).count, 1)
    } else {
      cursor.stack = (cursor.stack + 1) % desk.stackCount(of: index)
    }
    session?.desk.cursors[index] = cursor
  }

  /// An arrow: what it moves depends on what is in front.
  mutating func move(_ direction: Direction) -> [Effect] {
    if prompt != nil { return [] }
    if !overlays.isEmpty {
      moveInOverlay(direction)
      return []
    }
    guard let desk = session?.desk else {
      map.select(direction, count: mapEntries.count)
      return []
    }
    session?.desk.isReading = desk.focus == .words
    switch desk.focus {
    case .words: noticeEdgeOfWords(scrolls: false)
    case .sliders: selectSlider(direction)
    case .training: selectKnob(direction)
    case .panel(let index):
      if desk.panels[index].kind == .plane { return dragTip(direction, in: index) }
      moveCursor(direction, in: index)
    }
    return []
  }

  private mutating func selectSlider(_ direction: Direction) {
    guard let desk = session?.desk, !desk.step.sliders.isEmpty else { return }
    let count = desk.step.sliders.count
    let offset = direction == .up || direction == .left ? -1 : 1
    session?.desk.selectedSlider = (desk.selectedSlider + offset + count) % count
  }

  private mutating func moveCursor(_ direction: Direction, in panel: Int) {
    guard let desk = session?.desk, let extent = desk.extent(of: panel) else { return }
    var cursor = desk.cursor(of: panel)
    cursor.move(direction, within: extent)
    session?.desk.cursors[panel] = cursor
  }
}

extension Model {
  /// Says what would take an arrow where the words do not go on.
  mutating func noticeEdgeOfWords(scrolls: Bool) {
    let hold = session?.desk.holdBesideWords ?? "there is no more to read here"
    notice = Notice(forms: [(scrolls ? "up and down scroll the words; " : "") + hold, hold])
  }
}

extension StepState {
  /// What Tab gives into the hand of a reader, in words; nil where there are words alone.
  fileprivate var holdBesideWords: String? {
    switch focusOrder.first {
    case .sliders: "tab takes hold of the sliders"
    case .training: "tab takes hold of the run"
    case .panel: "tab takes hold of a panel"
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
    session?.desk.isReading = false
    switch selection {
    case .slider(let index):
      guard session?.desk.step.sliders.indices.contains(index) == true else { return [] }
      session?.desk.focus = .sliders
      session?.desk.selectedSlider = index
    case .panel(let panel, let cursor):
      guard session?.desk.panels.indices.contains(panel) == true else { return [] }
      session?.desk.focus = .panel(panel)
      if let cursor { session?.desk.cursors[panel] = cursor }
    case .knob(let knob, let place): return take(knob, at: place)
    case .lesson(let index): map.selected = min(max(index, 0), max(mapEntries.count - 1, 0))
    }
    return []
  }

  private mutating func take(_ knob: RunKnob, at place: Double?) -> [Effect] {
    guard let desk = session?.desk, let task = desk.step.training else { return [] }
    session?.desk.focus = .training
    session?.desk.controls.knob = knob
    guard let place, knob == .step, desk.obstacleToDragging == nil else { return [] }
    return set(.step, to: Float(min(max(place, 0), 1) * Double(task.plan.steps)))
  }
}
