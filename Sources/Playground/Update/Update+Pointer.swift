import Terminal

extension Model {
  mutating func follow(_ pointer: Message.Pointer) -> [Effect] {
    switch pointer {
    case .clicked(let point): return click(point)
    case .scrolled(let point, let lines):
      scroll(at: point, by: lines)
      return []
    }
  }

  /// A click puts the focus where it fell: a cell, a slider, the words, a lesson of the map.
  private mutating func click(_ point: Point) -> [Effect] {
    guard overlays.isEmpty, prompt == nil else { return [] }
    guard session != nil else { return clickMap(point) }
    switch target(at: point) {
    case .words: session?.desk.focus = .words
    case .slider(let index):
      session?.desk.focus = .sliders
      session?.desk.selectedSlider = index
    case .knob(let knob, let place): return take(knob, at: place)
    case .cell(let panel, let cursor):
      session?.desk.focus = .panel(panel)
      if let cursor { session?.desk.cursors[panel] = cursor }
    case nil: break
    }
    return []
  }

  private mutating func take(_ knob: RunKnob, at place: Double?) -> [Effect] {
    session?.desk.focus = .training
    session?.desk.controls.knob = knob
    guard let place, knob == .step, let steps = session?.desk.step.training?.plan.steps else {
      return []
    }
    return session?.desk.obstacleToDragging == nil
      ? set(.step, to: Float(place * Double(steps))) : []
  }

  private mutating func clickMap(_ point: Point) -> [Effect] {
    guard let index = mapRow(at: point) else { return [] }
    if map.selected == index { return openSelectedLesson() }
    map.selected = index
    return []
  }

  /// The wheel scrolls what is under it.
  private mutating func scroll(at point: Point, by lines: Int) {
    if !overlays.isEmpty {
      scrollOverlay(by: lines)
    } else if session != nil {
      scrollWords(by: lines)
    } else {
      map.select(lines > 0 ? .down : .up, count: mapEntries.count)
    }
  }
}

/// What stands under a point of the page.
enum PointerTarget: Equatable {
  case words
  case slider(Int)
  /// A knob of the run and, on its track, how far along.
  case knob(RunKnob, Double?)
  case cell(panel: Int, PanelCursor?)
}
