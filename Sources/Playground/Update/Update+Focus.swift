import Lessons
import Scenes
import Terminal
import Text

extension Model {
  /// Turns the keys to another part of the page.
  mutating func changeFocus(_ change: Message.Focus) {
    guard session != nil else { return }
    switch change {
    case .next: session?.desk.focusNext(by: 1)
    case .previous: session?.desk.focusNext(by: -1)
    case .zoom: toggleZoom()
    case .nextStack: nextVectorOrStack()
    }
  }

  mutating func focusPart(_ index: Int) {
    guard let order = session?.desk.panels.indices, order.contains(index) else {
      notice = Notice(text: Self.panels(session?.desk.panels.count ?? 0))
      return
    }
    session?.desk.focus = .panel(index)
    if session?.desk.zoomed != nil { session?.desk.zoomed = index }
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
    switch desk.focus {
    case .words: moveInWords(direction)
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

  /// Scrolls by a line; where the words do not go on that way, says what would take an arrow.
  private mutating func moveInWords(_ direction: Direction) {
    let words = wordsExtent
    switch direction {
    case .up where words.scroll > 0: scrollWords(by: -1)
    case .down where words.isMoreBelow: scrollWords(by: 1)
    case .up, .down, .left, .right:
      let scrolls = words.goesOn ? "up and down scroll the words; " : ""
      let hold = session?.desk.holdBesideWords ?? "there is no more to read here"
      notice = Notice(forms: [scrolls + hold, hold])
    }
  }

  mutating func scrollWords(by lines: Int) {
    guard let desk = session?.desk else { return }
    let words = wordsExtent
    let last = max(words.total - words.height, 0)
    session?.desk.wordsScroll = min(max(desk.wordsScroll + lines, 0), last)
  }
}

extension Desk {
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
