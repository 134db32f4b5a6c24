import Lessons
import Playground
import Terminal
import Text

// An event means something only on a page as it is laid out; the messages it becomes do not.
extension Page {
  /// What an event means on this page: nothing, or one message after another.
  package func messages(for event: Event) -> [Message] {
    switch event {
    case .key(let key): messages(for: key)
    case .mouse(let point, let action): messages(for: action, at: point)
    case .suspend: [.suspend]
    case .resume: [.reported(.resumed)]
    case .hangup: [.reported(.hungUp)]
    case .tick: model.tickMessages
    case .paste(let text): [.edit(.paste(text))]
    case .ground(let color): [.reported(.ground(isLight: color.isLight))]
    case .resize: []
    }
  }

  private func messages(for key: Key) -> [Message] {
    if case .character(let character) = key, model.isPageInFront,
      session?.stepState.openQuestion?.isBegun(by: String(character)) == true
    {
      return showingQuestion + [.edit(.type(String(character)))]
    }
    guard let command = keys.command(for: key, in: context) else { return [] }
    return messages(for: command)
  }

  /// What brings the open question into view, where it is not.
  ///
  /// One that is taller than the page is read from its beginning, then to its end. Who has answered it once has
  /// read it, and nothing is in the way.
  private var showingQuestion: [Message] {
    guard let page = lessonPage, let stepState = session?.stepState,
      let question = stepState.openQuestion, stepState.responses[question.id] == nil,
      !page.showsQuestion
    else { return [] }
    guard session?.stepState.wordsInView == .question else { return [.read(.question)] }
    return read(from: page.endOfQuestion)
  }

  /// What a key of the table means on this page.
  package func messages(for command: Command) -> [Message] {
    switch command {
    case .send(.focus(.next)) where hidesHand: [.focus(.hand)]
    case .send(.focus(.previous)) where hidesHand: [.focus(.words), .focus(.previous)]
    case .send(let message): [message]
    case .digit(let digit): messages(for: digit)
    case .arrow(let direction): messages(for: direction)
    case .pageForward: turned(forward: true)
    case .pageBackward: turned(forward: false)
    case .submit: submitted
    case .nextTheme: [.set(.theme(nextTheme))]
    case .glossary: [.glossary(.open(model.entryAtHand?.name))]
    }
  }

  /// Whether the words stand in front of the part that the keys last acted on.
  private var hidesHand: Bool { context == .words && session?.stepState.focus != .words }

  private func messages(for digit: Int) -> [Message] {
    if context == .closing { return [.turn(.toStep(digit))] }
    if context == .sentence { return [.sentence(.choose(digit - 1))] }
    if context == .hunt { return [.hunt(.prove(digit - 1))] }
    guard session?.stepState.openQuestion != nil else { return [.focus(.panel(digit - 1))] }
    let reading = showingQuestion
    return reading.isEmpty ? [.answer(digit - 1)] : reading
  }

  private func messages(for direction: Direction) -> [Message] {
    switch context {
    case .prompt: []
    case .list: selected(by: direction.offset)
    case .page: scrolled(by: direction.offset)
    case .entry: moved(direction)
    case .words: read(direction)
    case .map, .heads, .hunt, .sentence, .closing, .sliders, .training, .table, .plane, .why:
      [.move(direction)]
    }
  }

  private func read(_ direction: Direction) -> [Message] {
    switch direction {
    case .up where wordsExtent.scroll > 0: read(by: -1)
    case .down where wordsExtent.isMoreBelow: read(by: 1)
    case .up, .down, .left, .right: [.read(.edge(scrolls: wordsExtent.goesOn))]
    }
  }

  private func read(by lines: Int) -> [Message] {
    let extent = wordsExtent
    return read(from: min(max(extent.scroll + lines, 0), max(extent.total - extent.height, 0)))
  }

  private func read(from line: Int) -> [Message] {
    guard let page = lessonPage, line != page.wordsExtent.scroll else { return [] }
    return [.read(.from(page.words.place(ofLine: line)))]
  }

  private func turned(forward: Bool) -> [Message] {
    if let extent = overlayExtent { return scrolled(by: (forward ? 1 : -1) * extent.leap) }
    guard overlays.isEmpty, let stepState = session?.stepState else { return [] }
    if showsOnePart, context != .words, !stepState.isWordless { return [.read(.words)] }
    let words = wordsExtent
    if forward { return words.isMoreBelow ? read(from: words.next) : [.read(.on)] }
    if words.scroll > 0 { return read(from: max(words.scroll - words.leap, 0)) }
    return model.isOnWayBack ? [.glossary(.goBack)] : [.turn(.previousStep)]
  }

  private var submitted: [Message] {
    if let shown = placeInFront { return [.glossary(shown)] }
    guard model.prompt == nil, case .list(let list) = overlays.last else { return [.edit(.submit)] }
    let matches = matches(of: list)
    guard matches.indices.contains(list.selected) else { return [] }
    // An entry opens above its list, which stays as it is.
    if list.kind == .glossary { return [.glossary(.read(matches[list.selected].title))] }
    return [.list(.choose(matches[list.selected].messages))]
  }

  /// What leads to the step that is selected of those that show the entry in front.
  private var placeInFront: Message.Glossary? {
    guard model.prompt == nil, let (state, entry) = model.entryInFront else { return nil }
    let places = model.places(of: entry)
    guard places.indices.contains(state.selected) else { return nil }
    let place = places[state.selected]
    return .show(lesson: place.lesson.id, step: place.step + 1)
  }

  private var nextTheme: String {
    let names = Theme.all.map(\.name)
    let shown = Theme.chosen(model.settings.theme, onLightGround: model.hasLightGround).name
    let current = names.firstIndex(of: shown) ?? 0
    return names[(current + 1) % names.count]
  }
}

// MARK: - What floats

extension Page {
  private func scrolled(by lines: Int) -> [Message] {
    guard let extent = overlayExtent else { return [] }
    return [.scroll(to: min(max(extent.scroll + lines, 0), max(extent.total - extent.height, 0)))]
  }

  /// Selects another of the steps that show an entry; where there is one only, the words scroll.
  private func moved(_ direction: Direction) -> [Message] {
    guard let (state, entry) = model.entryInFront else { return [] }
    let count = model.places(of: entry).count
    guard count > 1 else { return scrolled(by: direction.offset) }
    return [.glossary(.choose((state.selected + direction.offset + count) % count))]
  }

  private func selected(by offset: Int) -> [Message] {
    guard case .list(let list) = overlays.last else { return [] }
    let count = matches(of: list).count
    return count == 0 ? [] : [.list(.select((list.selected + offset + count) % count))]
  }

  /// The rows of a list that its query leaves.
  package func matches(of list: ListState) -> [Match] {
    if list.kind == .palette, let jump = model.jump(list.query) { return jump }
    switch list.kind {
    case .search: return model.found(list.query)
    case .glossary: return model.glossaryRows(list.query)
    case .palette: return commandRows.filter { $0.answers(list.query) }
    }
  }

  /// The rows of a list before anything is typed.
  func allMatches(of kind: ListState.Kind) -> [Match] { matches(of: ListState(kind: kind)) }

  /// The keys of the page below, as commands.
  private var commandRows: [Match] {
    let context = model.withoutOverlays.context
    return keys.bindings(in: context).map { binding in
      Match(
        title: binding.help, detail: binding.names(.unicode),
        messages: Page(model.withoutOverlays, size: size, appearance: appearance, keys: keys)
          .messages(for: binding.command))
    } + [
      Match(title: "motion on or off", detail: "", messages: [.set(.toggleMotion)]),
      Match(title: "course map", detail: "", messages: [.go(.map)]),
    ]
  }
}

extension Model {
  /// The state below what floats.
  fileprivate var withoutOverlays: Model {
    var model = self
    model.overlays = []
    model.prompt = nil
    return model
  }
}

// MARK: - The mouse

extension Page {
  private func messages(for action: MouseAction, at point: Point) -> [Message] {
    switch action {
    case .press: clicked(at: point)
    case .scrollUp: wheeled(by: -3)
    case .scrollDown: wheeled(by: 3)
    case .release, .drag: []
    }
  }

  /// A click takes up what it falls on: a cell, a slider, the words, a lesson of the map.
  private func clicked(at point: Point) -> [Message] {
    guard model.isPageInFront else { return [] }
    guard let lessonPage else { return clickedMap(at: point) }
    return switch lessonPage.target(at: point) {
    case .words: [.focus(.words)]
    case .slider(let index): [.select(.slider(index))]
    case .knob(let knob, let place): [.select(.knob(knob, place))]
    case .cell(let panel, let cursor): [.select(.panel(panel, cursor))]
    case nil: []
    }
  }

  private func clickedMap(at point: Point) -> [Message] {
    if let heads = model.heads { return HeadsPage(self, heads).messages(forClickAt: point) }
    if model.hunt != nil { return [] }
    if let sentence = model.sentence {
      return SentencePage(self, sentence).messages(forClickAt: point)
    }
    guard model.context == .map else { return [] }
    let page = MapPage(self)
    guard let row = page.list.hit(point, in: page.listRect) else { return [] }
    return model.map.selected == row ? [.edit(.submit)] : [.select(.lesson(row))]
  }

  /// The wheel scrolls what is in front.
  private func wheeled(by lines: Int) -> [Message] {
    if case .list = overlays.last { return selected(by: lines.signum()) }
    if !overlays.isEmpty { return scrolled(by: lines) }
    if context == .closing { return [] }
    if context == .sentence { return [.sentence(.turn(steps: lines.signum()))] }
    return session == nil ? [.move(lines > 0 ? .down : .up)] : read(by: lines)
  }
}

/// What stands under a point of a lesson's page.
enum PointerTarget: Equatable {
  case words
  case slider(Int)
  /// A knob of the run and, on its track, how far along.
  case knob(RunKnob, Double?)
  case cell(panel: Int, PanelCursor?)
}

extension Direction {
  /// One row on, or one back.
  fileprivate var offset: Int {
    switch self {
    case .up, .left: -1
    case .down, .right: 1
    }
  }
}
