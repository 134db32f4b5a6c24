import Lessons
import Playground
import Progress
import Terminal
import Text

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
  private var hasRoom: Bool { page.size.height >= 18 && page.size.width >= 58 }
  /// The row that says where to go on, and the rule below it.
  private var goOnHeight: Int { hasRoom ? 2 : 0 }
  private var listWidth: Int { isWide ? min(page.size.width / 2, 58) : page.size.width }

  /// The card stands beside the list, below it, or nowhere where there is no room.
  var cardRect: Rect {
    let size = page.size
    if isWide {
      return Rect(
        x: listWidth + 3, y: 3 + goOnHeight, width: size.width - listWidth - 5,
        height: size.height - 7 - goOnHeight)
    }
    let height = size.height >= 20 ? 6 : 0
    return Rect(x: 2, y: size.height - 3 - height, width: size.width - 4, height: height)
  }

  var listRect: Rect {
    let bottom = isWide || cardRect.isEmpty ? page.size.height - 3 : cardRect.y - 1
    let top = 2 + goOnHeight
    return Rect(x: 1, y: top, width: listWidth - (isWide ? 4 : 2), height: bottom - top)
  }

  func draw(on frame: inout Frame) {
    let size = page.size
    frame.draw(header, in: Rect(x: 0, y: 0, width: size.width, height: 1), appearance: appearance)
    drawRules(on: &frame)
    drawGoOn(on: &frame)
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
    for row in [1, size.height - 3] + (hasRoom ? [3] : []) {
      frame.draw(
        SectionRule(), in: Rect(x: 0, y: row, width: size.width, height: 1), appearance: appearance)
    }
    guard isWide else { return }
    for row in (2 + goOnHeight)..<(size.height - 3) {
      frame.buffer.write(
        appearance.symbols.verticalRule, at: Point(x: listWidth, y: row),
        style: appearance.style(.rule))
    }
  }

  /// Where to go on, and what is due for review.
  private func drawGoOn(on frame: inout Frame) {
    guard hasRoom else { return }
    let due = model.dueItems.count
    let minutes =
      (min(due, Progress.questionsOfReview) * Progress.secondsOfReviewQuestion + 59) / 60
    let key = keyName("review")
    let review: [Line] =
      due == 0
      ? []
      : [
        [
          Span(key + " ", .bright, bold: true),
          Span("\(counted(due, "question")) due for review", .text),
          Span(", \(minutes) min", .dim),
        ], [Span(key + " ", .bright, bold: true), Span("\(due) due", .text)],
      ]
    frame.draw(
      HeaderBar(left: HeaderBar.Part(goOnForms, priority: 1), right: HeaderBar.Part(review)),
      in: Rect(x: 1, y: 2, width: page.size.width - 2, height: 1), appearance: appearance)
  }

  /// The key of a command of the map.
  private func keyName(_ command: String) -> String {
    let binding = page.keys.bindings(in: .map).first { $0.name == command }
    return binding?.keys.first?.name(appearance.symbols) ?? ""
  }

  private var goOnForms: [Line] {
    guard let entry = model.lessonInHand else {
      return [Line(model.map.isShort ? "the short path is done" : "every lesson is done", .gain)]
    }
    let isBegun = model.progress.isStarted(entry.id)
    let isSelected = model.map.selected == entry.number - 1
    let key = keyName(isSelected ? "open" : "continue")
    let button = Span(" \(key) \(isBegun ? "continue" : "begin") ", .selected)
    let title: Line = [
      button, Span("  \(entry.number) ", .dim),
      Span(appearance.symbols.spelled(entry.title), .bright, bold: true),
    ]
    guard isBegun else { return [title] }
    let step = model.startingStep(of: entry.id, among: entry.stepIDs) + 1
    let place = ", step \(step) of \(entry.steps.count)"
    let date = model.lastVisit(to: entry.id).map { ", \($0)" } ?? ""
    return [title + Line(place + date, .dim), title + Line(place, .dim), title]
  }

  private var header: HeaderBar {
    let ready = entries.filter { !$0.isPlanned && model.isOnPath($0) }
    let planned = entries.count(where: \.isPlanned)
    let count = "\(ready.count(where: isFinished)) of \(ready.count) finished"
    let rest = planned > 0 ? " \(appearance.symbols.product) \(planned) planned" : ""
    let time = model.courseTime
    let left = time.left > 0 ? "\(time.left) min to go" : "all read"
    let minutes =
      time.done > 0 ? "\(time.done) min done \(appearance.symbols.product) \(left)" : left
    let name = Span("qkv", .title, bold: true)
    let way = model.map.isShort ? "the short path" : model.library.course.title
    let title: Line = [name, Span("  " + way, .dim)]
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
    return MenuList(
      sections: sections, selected: model.map.selected, links: page.size.width >= 58 ? links : nil)
  }

  /// What the selected lesson needs, and what needs it.
  private var links: MenuList.Links {
    guard entries.indices.contains(model.map.selected) else {
      return MenuList.Links(needs: [], opens: [])
    }
    let entry = entries[model.map.selected]
    let needs = entry.needs
    return MenuList.Links(
      needs: entries.indices.filter { needs.contains(entries[$0].id) },
      opens: entries.indices.filter { entries[$0].needs.contains(entry.id) })
  }

  private func item(_ entry: MapEntry) -> MenuList.Item {
    let isQuiet = entry.isPlanned || !model.isOnPath(entry)
    return MenuList.Item(
      mark: mark(entry), number: "\(entry.number)",
      text: Line(appearance.symbols.spelled(entry.title), isQuiet ? .faint : .bright),
      detail: detail(of: entry, isQuiet: isQuiet))
  }

  /// Steps, questions due and minutes; beside a card the steps stand there.
  private func detail(of entry: MapEntry, isQuiet: Bool) -> Line {
    let minutes = entry.minutes.map { "\($0) min" } ?? ""
    let time = Line(
      String(repeating: " ", count: max(7 - minutes.count, 1)) + minutes, isQuiet ? .faint : .dim)
    let due = model.dueItems.count { $0.address.lesson == entry.id }
    let review: Line = due > 0 ? [Span(" \(due) due", .hand)] : []
    let steps = entry.stepIDs
    guard page.size.width < 100, page.size.width >= 70, model.progress.isStarted(entry.id) else {
      return review + time
    }
    let dots = model.progress.dots(of: entry.id, steps: steps, at: nil)
    return dots.line(appearance: appearance) + review + time
  }

  private func mark(_ entry: MapEntry) -> Span {
    if entry.isPlanned { return Span(appearance.symbols.planned, .faint) }
    switch model.progress.mark(of: entry.id) {
    case .skipped? where !isFinished(entry): return Span(appearance.symbols.dash, .dim)
    case .again? where !isFinished(entry): return Span(appearance.symbols.again, .hand)
    case _: break
    }
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
    guard isWide, cardHeight + 2 < cardRect.height else { return }
    frame.buffer.write(
      legend.truncated(to: cardRect.width, ellipsis: appearance.symbols.ellipsis),
      at: Point(x: cardRect.x, y: cardRect.bottom - 1), appearance: appearance)
  }

  /// What the marks before the lessons say.
  private var legend: Line {
    let symbols = appearance.symbols
    let marks: [(String, Role, String)] = [
      (symbols.check, .gain, "done"), (symbols.half, .hand, "begun"), (symbols.open, .dim, "open"),
      (symbols.again, .hand, "again"), (symbols.dash, .dim, "skipped"),
    ]
    return Line(marks.flatMap { [Span($0.0, $0.1), Span(" \($0.2)   ", .dim)] })
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
