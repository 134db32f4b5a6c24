import Lessons
import Playground
import Terminal

/// The course map: the lessons at the left, the chosen one's card at the right.
struct MapPage {
  let page: Page
  let entries: [MapEntry]

  var model: Model { page.model }
  var appearance: Appearance { page.appearance }

  init(_ page: Page) {
    self.page = page
    entries = page.model.mapEntries
  }

  private var isWide: Bool { page.size.width >= 100 }
  private var listWidth: Int { isWide ? min(page.size.width / 2, 58) : page.size.width }

  /// The card stands beside the list, below it, or nowhere where there is no room.
  var cardRect: Rect {
    let size = page.size
    if isWide {
      return Rect(
        x: listWidth + 3, y: 4, width: size.width - listWidth - 5, height: size.height - 8)
    }
    let height = size.height >= 20 ? 6 : 0
    return Rect(x: 2, y: size.height - 3 - height, width: size.width - 4, height: height)
  }

  var listRect: Rect {
    let bottom = isWide || cardRect.isEmpty ? page.size.height - 3 : cardRect.y - 1
    let top = isWide ? 3 : 2
    return Rect(
      x: isWide ? 4 : 1, y: top, width: listWidth - (isWide ? 7 : 2), height: bottom - top)
  }

  func draw(on frame: inout Frame) {
    let size = page.size
    frame.draw(header, in: Rect(x: 0, y: 0, width: size.width, height: 1), appearance: appearance)
    drawRules(on: &frame)
    frame.draw(list, in: listRect, appearance: appearance)
    drawCard(on: &frame)
    frame.draw(
      NoticeLine(page), in: Rect(x: 1, y: size.height - 2, width: size.width - 2, height: 1),
      appearance: appearance)
    frame.draw(
      foot, in: Rect(x: 0, y: size.height - 1, width: size.width, height: 1), appearance: appearance
    )
    frame.cursor = list.cursor(in: listRect)
  }

  private func drawRules(on frame: inout Frame) {
    let size = page.size
    for row in [1, size.height - 3] {
      frame.draw(
        SectionRule(), in: Rect(x: 0, y: row, width: size.width, height: 1), appearance: appearance)
    }
    guard isWide else { return }
    for row in 2..<(size.height - 3) {
      frame.buffer.write(
        appearance.symbols.verticalRule, at: Point(x: listWidth, y: row),
        style: appearance.style(.rule))
    }
  }

  private var header: HeaderBar {
    let ready = entries.filter { !$0.isPlanned }
    let planned = entries.count - ready.count
    let count = "\(ready.count(where: isFinished)) of \(ready.count) finished"
    let rest = planned > 0 ? " \(appearance.symbols.product) \(planned) planned" : ""
    let time = model.courseTime
    let left = time.left > 0 ? "\(time.left) min to go" : "all read"
    let minutes =
      time.done > 0 ? "\(time.done) min done \(appearance.symbols.product) \(left)" : left
    let name = Span("qkv", .title, bold: true)
    let title: Line = [name, Span("  " + model.library.course.title, .dim)]
    return HeaderBar(
      // Where room is short, how far one is says more than what the course is called.
      left: HeaderBar.Part(page.size.width < 60 ? [[name]] : [title, [name]], priority: 1),
      right: HeaderBar.Part([
        Line("\(count + rest) \(appearance.symbols.product) \(minutes)", .dim),
        Line(count + rest, .dim), Line(count, .dim),
      ]))
  }

  private var foot: HintBar {
    HintBar(page.hintsOfPage(), trailing: model.savedLine)
  }

  var list: MenuList {
    let sections = model.library.course.parts.enumerated().map { part, section in
      MenuList.Section(
        title: Line(section.title, .query, bold: true),
        items: entries.filter { $0.part == part }.map(item))
    }
    return MenuList(sections: sections, selected: model.map.selected, hasBranches: true)
  }

  private func item(_ entry: MapEntry) -> MenuList.Item {
    let minutes = entry.minutes.map { "\($0) min" } ?? ""
    return MenuList.Item(
      mark: mark(entry), number: "\(entry.number)",
      text: Line(appearance.symbols.spelled(entry.title), entry.isPlanned ? .faint : .bright),
      detail: Line(minutes, entry.isPlanned ? .faint : .dim))
  }

  private func mark(_ entry: MapEntry) -> Span {
    if entry.isPlanned { return Span(appearance.symbols.planned, .faint) }
    if isFinished(entry) { return Span(appearance.symbols.check, .gain) }
    if model.progress.isStarted(entry.id) { return Span(appearance.symbols.half, .hand) }
    return Span(appearance.symbols.open, .dim)
  }

  private func isFinished(_ entry: MapEntry) -> Bool {
    model.progress.isFinished(entry.id, steps: entry.stepIDs)
  }

  private func drawCard(on frame: inout Frame) {
    guard !cardRect.isEmpty else { return }
    frame.draw(card, in: cardRect, appearance: appearance)
  }

  // Beside the list a line is as long as it reads well; below it there is little height.
  private var card: ProseView {
    guard entries.indices.contains(model.map.selected) else { return ProseView([]) }
    let card = LessonCard(
      entry: entries[model.map.selected], model: model, appearance: appearance, isBrief: !isWide)
    return ProseView(card.blocks, maximumWidth: isWide ? 52 : 72)
  }

  /// The rows that the card would like to have.
  var cardHeight: Int { card.height(width: cardRect.width, appearance: appearance) }
}
