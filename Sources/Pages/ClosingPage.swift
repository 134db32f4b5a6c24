import Lessons
import Playground
import Progress
import Terminal
import Text

/// The end of a lesson: what one can do now, one's guesses beside the truth, and what comes next.
struct ClosingPage {
  let page: Page
  let closing: Closing

  private var model: Model { page.model }
  private var appearance: Appearance { page.appearance }
  private var symbols: Symbols { appearance.symbols }
  private var size: Size { page.size }
  private var recap: LessonRecap { closing.recap }
  private var isWide: Bool { size.width >= 100 && size.height >= 28 }
  private var isSmall: Bool { size.height < 18 }

  init(_ page: Page, _ closing: Closing) {
    self.page = page
    self.closing = closing
  }

  func draw(on frame: inout Frame) {
    frame.draw(header, in: row(0), appearance: appearance)
    drawRule(1, on: &frame)
    let top = drawAbilities(on: &frame)
    let bottom = drawNext(on: &frame)
    drawGuesses(in: Rect(x: 2, y: top, width: size.width - 4, height: bottom - top), on: &frame)
    frame.draw(
      NoticeLine(page), in: Rect(x: 1, y: size.height - 2, width: size.width - 2, height: 1),
      appearance: appearance)
    frame.draw(
      HintBar(page.hintsOfPage(), trailing: model.savedLine), in: row(size.height - 1),
      appearance: appearance)
  }

  private func row(_ y: Int) -> Rect { Rect(x: 0, y: y, width: size.width, height: 1) }

  private func drawRule(_ y: Int, title: Line = [], note: Line = [], on frame: inout Frame) {
    frame.draw(SectionRule(title: title, note: note), in: row(y), appearance: appearance)
  }

  /// Writes lines below each other, each cut to the width.
  private func write(_ lines: [Line], in rect: Rect, on frame: inout Frame) {
    for (place, line) in lines.prefix(rect.height).enumerated() {
      frame.buffer.write(
        line.truncated(to: rect.width, ellipsis: symbols.ellipsis),
        at: Point(x: rect.x, y: rect.y + place), appearance: appearance)
    }
  }

  // MARK: The lesson

  private var header: HeaderBar {
    let number = closing.number.map { "\($0) " } ?? ""
    let title = Span(symbols.spelled(recap.title), .title, bold: true)
    let steps = closing.lesson.steps.map(\.id)
    let dots = model.progress.dots(of: recap.id, steps: steps, at: nil).line(appearance: appearance)
    let done: Line = [Span("\(symbols.check) done", .gain)]
    let planned = ", planned \(closing.lesson.header.minutes)"
    let minutes = "\(recap.tally.minutesSpent) min"
    return HeaderBar(
      left: HeaderBar.Part(
        [[Span("qkv  ", .dim), Span(number, .dim), title], [Span(number, .dim), title]],
        priority: 2),
      center: HeaderBar.Part([dots + "  " + done, done], priority: 1),
      right: HeaderBar.Part([Line(minutes + planned, .dim), Line(minutes, .dim)]))
  }

  /// Draws what one can do now and, where there is room, what to read; returns the row below.
  private func drawAbilities(on frame: inout Frame) -> Int {
    guard !isSmall else { return 2 }
    let width = isWide ? size.width / 2 - 4 : size.width - 4
    let abilities = abilityLines(width: width)
    guard isWide else {
      let shown = Array(abilities.prefix(5))
      write(shown, in: Rect(x: 2, y: 2, width: width, height: shown.count), on: &frame)
      return 2 + shown.count
    }
    let readings = readingLines(width: width)
    let height = min(max(abilities.count, readings.count), size.height / 3)
    write(abilities, in: Rect(x: 2, y: 3, width: width, height: height), on: &frame)
    let x = size.width / 2 + 2
    write(
      readings, in: Rect(x: x, y: 3, width: size.width - x - 2, height: height), on: &frame)
    for y in 3..<(3 + height) {
      frame.buffer.write(
        symbols.verticalRule, at: Point(x: size.width / 2 - 1, y: y),
        style: appearance.style(.rule))
    }
    return 4 + height
  }

  private func abilityLines(width: Int) -> [Line] {
    let title = Line("You can now", .bright, bold: true)
    let abilities = closing.lesson.header.objectives.flatMap { objective -> [Line] in
      let rows = TextWidth.wrapped(symbols.spelled(objective), to: width - 2)
      return rows.enumerated().map { place, text in
        [Span(place == 0 ? "\(symbols.check) " : "  ", .gain), Span(text, .text)]
      }
    }
    return [title] + (isWide ? [""] : []) + abilities
  }

  private func readingLines(width: Int) -> [Line] {
    let header = closing.lesson.header
    let breath = TextWidth.wrapped(symbols.spelled(header.summary), to: width)
    let readings = header.further.flatMap { reading -> [Line] in
      let place = reading.place.map { TextWidth.wrapped($0, to: width) } ?? []
      return [Line(reading.title, .text)] + place.map { Line($0, .dim) }
    }
    return [Line("In one breath", .bright, bold: true), ""] + breath.map { Line($0, .text) }
      + (readings.isEmpty ? [] : ["", Line("Read on", .bright, bold: true)] + readings)
  }

  // MARK: The guesses

  private func drawGuesses(in rect: Rect, on frame: inout Frame) {
    guard rect.height > 1 else { return }
    let legend: Line = [
      Span("  \(symbols.open) what you said   ", .dim), Span(symbols.done, .output),
      Span(" what is", .dim),
    ]
    let count = recap.answered.count
    let right = "\(recap.rightAtOnce) of \(count) right at the first try"
    drawRule(
      rect.y,
      title: Line("Your guesses and the truth", .bright, bold: true)
        + (isSmall || size.width < 70 ? [] : legend),
      note: Line(right, .dim), on: &frame)
    var room = rect.inset(top: 1)
    if size.width < 70 {
      write([Line(right, .dim)], in: room, on: &frame)
      room = room.inset(top: 1)
    }
    let gap = count * 2 + 1 <= room.height ? 1 : 0
    if gap == 1 { room = room.inset(top: 1) }
    for (place, item) in shown(in: room.height, gap: gap).enumerated() {
      draw(item, at: room.y + place * (1 + gap), on: &frame)
    }
    guard shown(in: room.height, gap: gap).count < count else { return }
    let rest = count - shown(in: room.height, gap: gap).count
    write(
      [Line("and \(rest) more; y copies all of them", .dim)],
      in: Rect(x: 2, y: room.bottom - 1, width: size.width - 4, height: 1), on: &frame)
  }

  /// As many as there is room for; the last row says how many more there are.
  private func shown(in height: Int, gap: Int) -> [LessonRecap.Item] {
    let items = recap.answered
    return items.count * (1 + gap) - gap <= height
      ? items : Array(items.prefix(max((height - 1) / (1 + gap), 0)))
  }

  private var askWidth: Int { isWide ? 44 : size.width < 70 ? size.width - 8 : size.width / 2 - 2 }

  private func draw(_ item: LessonRecap.Item, at y: Int, on frame: inout Frame) {
    let mark =
      item.isRight ? Span("\(symbols.check) ", .gain) : Span("\(symbols.cross) ", .loss)
    let ask = Line(symbols.spelled(item.ask.question), .text)
      .truncated(to: askWidth, ellipsis: symbols.ellipsis)
    frame.buffer.write(
      Line([mark, Span(TextWidth.padded("\(item.step)", to: 3), .dim)]) + ask,
      at: Point(x: 2, y: y), appearance: appearance)
    guard size.width >= 70 else { return }
    let x = 2 + 5 + askWidth + 2
    write(
      [answer(to: item, width: size.width - x - 2)],
      in: Rect(x: x, y: y, width: size.width - x - 2, height: 1), on: &frame)
  }

  /// The guess and the truth, on a scale where they are numbers.
  private func answer(to item: LessonRecap.Item, width: Int) -> Line {
    let tries = item.attempts > 1 ? "  \(item.attempts) tries" : ""
    if let numbers = item.numbers {
      return track(numbers, cells: isWide ? width / 2 : 10)
        + Line("  " + words(of: item) + tries, .dim)
    }
    let guess = symbols.spelled(item.guess ?? "")
    guard !item.isRight, let truth = item.truth else {
      let sign = item.isRight ? Span(symbols.done, .output) : Span(symbols.open, .dim)
      return [sign, Span(" \(guess)", .bright), Span(tries, .dim)]
    }
    return [
      Span("\(symbols.open) \(guess)   ", .dim), Span(symbols.done, .output),
      Span(" \(symbols.spelled(truth))", .bright, bold: true),
    ]
  }

  private func words(of item: LessonRecap.Item) -> String {
    item.isRight ? item.truth ?? "" : "you \(item.guess ?? ""), it is \(item.truth ?? "")"
  }

  /// A scale with the truth on it and, where it was missed, the guess.
  private func track(_ numbers: LessonRecap.Numbers, cells: Int) -> Line {
    let least = min(0, numbers.guess, numbers.truth)
    let most = max(numbers.guess, numbers.truth)
    let end = most <= 1 && most > 0 ? 1 : max(most + (most - least) / 4, least + 1)
    func cell(_ number: Float) -> Int {
      let share = (number - least) / (end - least)
      guard share.isFinite else { return 0 }
      return min(max(Int((share * Float(cells - 1)).rounded()), 0), cells - 1)
    }
    let (guess, truth) = (cell(numbers.guess), cell(numbers.truth))
    return Line(
      (0..<max(cells, 1)).map { place in
        if place == truth { return Span(symbols.done, .output) }
        if place == guess { return Span(symbols.open, .bright) }
        let isBetween = (min(guess, truth)...max(guess, truth)).contains(place)
        return isBetween ? Span(symbols.filledTrack, .dim) : Span(symbols.track, .rule)
      })
  }

  // MARK: What comes next

  /// Draws what comes back and what comes next; returns the row that it begins with.
  private func drawNext(on frame: inout Frame) -> Int {
    let next = nextLines
    let top = size.height - 2 - next.count
    write(next, in: Rect(x: 2, y: top, width: size.width - 4, height: next.count), on: &frame)
    guard !isSmall else { return top }
    let first = top - 1
    drawRule(first, title: Line(comesBack, .dim), on: &frame)
    return first
  }

  private var nextLines: [Line] {
    let button = Span(" \(symbols.enter) next ", .selected)
    guard let next = closing.next else {
      return [[button, Span("  to the course map", .text)]]
    }
    let minutes = next.minutes.map { "  \($0) min" } ?? ""
    let title: Line = [
      button, Span("  \(next.number) ", .dim),
      Span(symbols.spelled(next.title), .bright, bold: true), Span(minutes, .dim),
    ]
    let summary = Line(symbols.spelled(next.summary), .text)
    if isSmall { return [title] }
    let whole = title + "   " + summary
    return whole.width <= size.width - 4 ? [whole] : [title, Line("          ") + summary]
  }

  /// When the questions of the lesson are asked again, and how many hints it took.
  private var comesBack: String {
    let items = model.reviewItems.filter { $0.address.lesson == recap.id }
    let days = items.map { $0.schedule.daysLeft(at: model.now) }
    let hints = recap.tally.hintsAsked
    let words = hints > 0 ? "\(counted(hints, "hint")); " : ""
    guard let first = days.min() else { return words.isEmpty ? "" : "\(words)nothing comes back" }
    let count = days.count { $0 <= max(first, 0) }
    guard first > 0 else {
      return words
        + "\(counted(count, "question")) \(agreeing(count, "is", "are")) due: qkv review"
    }
    return words + "\(counted(count, "question")) \(agreeing(count, "comes", "come")) back "
      + "\(Model.words(forDays: first)): qkv review"
  }
}

extension String {
  /// The sentence that asks, where others stand around it.
  fileprivate var question: String {
    var sentences = [""]
    for word in split(separator: " ") {
      let last = sentences[sentences.count - 1]
      sentences[sentences.count - 1] = last.isEmpty ? String(word) : last + " " + word
      if let end = word.last, ".?!…".contains(end) { sentences.append("") }
    }
    return sentences.last { $0.hasSuffix("?") || $0.hasSuffix("…") } ?? self
  }
}
