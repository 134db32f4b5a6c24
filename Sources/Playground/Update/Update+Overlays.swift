import Lessons
import Scenes
import Terminal

extension Model {
  mutating func openOverlay(_ message: Message) -> [Effect] {
    switch message {
    case .help: overlays.append(.page(helpPage))
    case .search: overlays.append(.list(searchList))
    case .palette: overlays.append(.list(paletteList))
    case .plainText: showPlainText()
    case .copy: return copyPanel()
    default: break
    }
    return []
  }

  /// The keys of the screen in front, as the key table lists them.
  private var helpPage: PageState {
    PageState(title: "keys", lines: KeyTable.help(in: context))
  }

  private mutating func showPlainText() {
    guard let text = plainTextInFront else {
      notice = Notice(text: "choose a panel first: tab, or its number")
      return
    }
    overlays.append(.page(PageState(title: text.title, lines: text.lines)))
  }

  private mutating func copyPanel() -> [Effect] {
    guard let text = plainTextInFront else {
      notice = Notice(text: "choose a panel first: tab, or its number")
      return []
    }
    notice = Notice(text: "copied \(text.title)")
    return [.copy(text.lines.joined(separator: "\n"))]
  }

  /// The questions whose last answer was wrong, each a key away from its step.
  mutating func openReview() {
    let rows = progress.review.compactMap(reviewRow)
    guard !rows.isEmpty else {
      notice = Notice(text: "nothing to review: no question is waiting for a better answer")
      return
    }
    overlays.append(.list(ListState(kind: .review, rows: rows)))
  }

  private func reviewRow(_ block: BlockAddress) -> Match? {
    guard let entry = mapEntries.first(where: { $0.id == block.lesson }),
      let step = entry.steps.firstIndex(where: { $0.id == block.step })
    else { return nil }
    return Match(
      title: entry.steps[step].title, detail: entry.title,
      messages: [.openLesson(entry.id), .goToStep(step + 1)])
  }

  mutating func moveInOverlay(_ direction: Direction) {
    let offset = direction == .up || direction == .left ? -1 : 1
    switch overlays[overlays.count - 1] {
    case .why(var why):
      why.select(by: offset, count: explanation(of: why)?.operands.count ?? 0)
      replaceTopOverlay(with: .why(why))
    case .page(var page):
      page.scroll(by: offset, height: size.height)
      replaceTopOverlay(with: .page(page))
    case .list(var list):
      list.select(by: offset, count: matches(of: list).count)
      replaceTopOverlay(with: .list(list))
    }
  }

  mutating func replaceTopOverlay(with overlay: Overlay) {
    overlays[overlays.count - 1] = overlay
  }

  package func explanation(of why: WhyState) -> Explanation? {
    session?.desk.scene.explanation(of: why.subject)
  }

  /// Opens, follows and leaves derivations.
  mutating func explain(_ message: Message) {
    guard let desk = session?.desk else { return }
    if case .why(var why) = overlays.last {
      why.update(message, explanation: desk.scene.explanation(of: why.subject))
      guard allowsLook(at: why.subject, on: desk) else { return }
      replaceTopOverlay(with: .why(why))
      return
    }
    guard message == .why else { return }
    guard let entry = desk.entryInHand else {
      notice = Notice(text: "choose a number first: tab to a panel, arrows to a cell")
      return
    }
    if allowsLook(at: entry, on: desk) { overlays.append(.why(WhyState(entry))) }
  }

  /// A derivation shows its operands too: nothing of it may be what a question asks for.
  private mutating func allowsLook(at entry: Entry, on desk: Desk) -> Bool {
    guard !desk.veiled.isEmpty else { return true }
    let shown = [entry] + desk.scene.explanation(of: entry).operands.map(\.entry)
    guard shown.contains(where: { desk.isVeiled($0.node) }) else { return true }
    notice = Notice(text: "answer the question first: its answer is in this number")
    return false
  }
}

extension WhyState {
  mutating func select(by offset: Int, count: Int) {
    selected = min(max(selected + offset, 0), max(count - 1, 0))
  }

  mutating func update(_ message: Message, explanation: Explanation) {
    switch message {
    case .follow, .why:
      guard explanation.operands.indices.contains(selected) else { return }
      trail.append(explanation.operands[selected].entry)
      selected = 0
    case .returnFromWhy:
      guard trail.count > 1 else { return }
      trail.removeLast()
      selected = 0
    case .gradient: showsGradients.toggle()
    default: break
    }
  }
}

extension PageState {
  /// Lines of text that fit into the overlay on a screen of this height.
  static func visibleLines(height: Int) -> Int { max(height - 8, 1) }

  mutating func scroll(by lines: Int, height: Int) {
    scroll = min(
      max(scroll + lines, 0), max(self.lines.count - Self.visibleLines(height: height), 0))
  }

  mutating func turn(_ message: Message, height: Int) {
    let page = max(Self.visibleLines(height: height) - 1, 1)
    switch message {
    case .pageForward: scroll(by: page, height: height)
    case .pageBackward: scroll(by: -page, height: height)
    default: break
    }
  }
}

extension ListState {
  mutating func select(by offset: Int, count: Int) {
    selected = count == 0 ? 0 : (selected + offset + count) % count
  }
}
