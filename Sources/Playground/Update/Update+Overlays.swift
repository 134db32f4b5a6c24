import Lessons
import Progress
import Scenes

extension Model {
  mutating func openOverlay(_ page: Message.Page) {
    switch page {
    case .help: toggleHelp()
    case .search: overlays.append(.list(ListState(kind: .search)))
    case .palette: overlays.append(.list(ListState(kind: .palette)))
    case .plainText: showPlainText()
    case .about: showAbout()
    case .notes: showNotes()
    }
  }

  /// The keys of the screen in front; the key that opened them closes them too.
  private mutating func toggleHelp() {
    if case .page(let page) = overlays.last, page.isHelp {
      overlays.removeLast()
    } else {
      overlays.append(.page(PageState(title: "keys", content: .keys(context))))
    }
  }

  private mutating func showPlainText() {
    guard let text = plainTextInFront else {
      notice = Notice(text: "choose a panel first: \(key: .nextPart), or its number")
      return
    }
    overlays.append(.page(PageState(title: text.title, content: .numbers(text))))
  }

  mutating func copyPanel() -> [Effect] {
    if context == .closing { return copyRecap() }
    guard let text = plainTextInFront else {
      notice = Notice(text: "choose a panel first: \(key: .nextPart), or its number")
      return []
    }
    notice = Notice(text: "sent to the terminal's clipboard: \(text.title)")
    return [.copy(text.lines.joined(separator: "\n"))]
  }

  /// Moves the selection of a derivation; in lists and on pages of text a page knows what an arrow means.
  mutating func moveInOverlay(_ direction: Direction) {
    guard case .why(var why) = overlays.last else { return }
    let offset = direction == .up || direction == .left ? -1 : 1
    why.select(by: offset, count: explanation(of: why)?.operands.count ?? 0)
    replaceTopOverlay(with: .why(why))
  }

  /// Selects a row of the list in front, or does what its row asks for.
  mutating func list(_ change: Message.List) -> [Effect] {
    guard case .list(var list) = overlays.last else { return [] }
    switch change {
    case .select(let row):
      list.selected = max(row, 0)
      replaceTopOverlay(with: .list(list))
      return []
    case .choose(let messages):
      // What is chosen concerns the page below, whatever else stands in front of it.
      overlays = []
      return messages.flatMap { update($0, at: now) }
    }
  }

  /// Scrolls what floats to a line.
  mutating func scrollOverlay(to line: Int) {
    switch overlays.last {
    case .why(var why):
      why.scroll = max(line, 0)
      replaceTopOverlay(with: .why(why))
    case .page(var page):
      page.scroll = max(line, 0)
      replaceTopOverlay(with: .page(page))
    case .entry(var entry):
      entry.scroll = max(line, 0)
      replaceTopOverlay(with: .entry(entry))
    case .list, nil: break
    }
  }

  mutating func replaceTopOverlay(with overlay: Overlay) {
    overlays[overlays.count - 1] = overlay
  }

  package func explanation(of why: WhyState) -> Explanation? {
    sceneInFront.map(why.explanation)
  }

  /// Opens, follows and leaves derivations.
  mutating func explain(_ wish: Message.Why) {
    if case .why(var why) = overlays.last, let scene = sceneInFront {
      if wish == .goBack, why.trail.count == 1, session == nil {
        overlays.removeLast()
        return
      }
      why.update(wish, in: scene)
      if let stepState = session?.stepState, !allowsLook(at: why, on: stepState) { return }
      replaceTopOverlay(with: .why(why))
      return
    }
    guard let stepState = session?.stepState, wish == .ask else { return }
    guard let why = stepState.whyInHand else {
      notice = Notice(text: "choose a number first: \(key: .nextPart) to a panel, arrows to a cell")
      return
    }
    if allowsLook(at: why, on: stepState) { overlays.append(.why(why)) }
  }

  /// A derivation shows its operands too: nothing of it may be what a question asks for.
  package func mayLook(at why: WhyState, on stepState: StepState) -> Bool {
    guard stepState.hasVeil else { return true }
    return !why.shown(in: stepState.scene).contains(where: stepState.isVeiled)
  }

  private mutating func allowsLook(at why: WhyState, on stepState: StepState) -> Bool {
    if mayLook(at: why, on: stepState) { return true }
    notice = Notice(text: "hidden until you answer: this number tells what the question asks")
    return false
  }
}

extension WhyState {
  mutating func select(by offset: Int, count: Int) {
    selected = min(max(selected + offset, 0), max(count - 1, 0))
    scroll = nil
  }

  mutating func update(_ wish: Message.Why, in scene: Scene) {
    switch wish {
    case .follow, .ask:
      let operands = explanation(in: scene).operands
      guard operands.indices.contains(selected) else { return }
      trail.append(operands[selected].entry)
      (selected, scroll) = (0, 0)
    case .goBack:
      guard trail.count > 1 else { return }
      let left = trail.removeLast()
      // The operand that was followed is still the one in hand.
      selected = explanation(in: scene).operands.firstIndex { $0.entry == left } ?? 0
      scroll = selected == 0 ? 0 : nil
    case .toggleGradients: showsGradients.toggle()
    }
  }
}
