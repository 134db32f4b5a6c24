import Lessons
import Playground
import Progress
import Terminal
import Text

/// The end of a review: what was right, and when each question comes back.
struct ReviewPage {
  let page: Page
  let review: Review

  private var model: Model { page.model }
  private var appearance: Appearance { page.appearance }
  private var size: Size { page.size }

  init(_ page: Page, _ review: Review) {
    self.page = page
    self.review = review
  }

  func draw(on frame: inout Frame) {
    frame.draw(header, in: row(0), appearance: appearance)
    for y in [1, size.height - 3] { frame.draw(SectionRule(), in: row(y), appearance: appearance) }
    let room = Rect(x: 2, y: 2, width: size.width - 4, height: size.height - 5)
    let gap = itemLines.count * 2 + endLines(width: room.width).count + 2 <= room.height ? 1 : 0
    var y = room.y + gap
    for line in itemLines {
      frame.buffer.write(
        line.truncated(to: room.width, ellipsis: appearance.symbols.ellipsis),
        at: Point(x: room.x, y: y), appearance: appearance)
      y += 1 + gap
    }
    for line in endLines(width: room.width) where y < room.bottom {
      frame.buffer.write(line, at: Point(x: room.x, y: y), appearance: appearance)
      y += 1
    }
    frame.draw(
      NoticeLine(page), in: Rect(x: 1, y: size.height - 2, width: size.width - 2, height: 1),
      appearance: appearance)
    frame.draw(
      HintBar(page.hintsOfPage(), trailing: model.savedLine), in: row(size.height - 1),
      appearance: appearance)
    frame.cursor = room.origin
  }

  private var title: String {
    switch review.purpose {
    case .review: "Review"
    case .diagnostic: "Where to start"
    }
  }

  private func row(_ y: Int) -> Rect { Rect(x: 0, y: y, width: size.width, height: 1) }

  private var header: HeaderBar {
    let right = review.answers.values.count { $0.isRight }
    return HeaderBar(
      left: HeaderBar.Part([[Span(title, .title, bold: true)]], priority: 1),
      center: HeaderBar.Part([review.line(appearance)]),
      right: HeaderBar.Part([
        Line("\(right) of \(counted(review.items.count, "question")) right", .dim),
        Line("\(right) of \(review.items.count) right", .dim),
      ]))
  }

  // MARK: The questions

  /// The questions; of a diagnostic only those that were asked.
  private var itemLines: [Line] {
    switch review.purpose {
    case .review: review.items.map(line)
    case .diagnostic: review.items.prefix(review.current).map(line)
    }
  }

  /// A mark, when the question comes back, and its words.
  private func line(of item: Review.Item) -> Line {
    let answer = review.answers[item.address]
    let mark = review.mark(of: item.address, appearance)
    let days = daysLeft(of: item)
    let ask = answer?.ask ?? title(of: item)
    let when = TextWidth.padded(answer == nil ? "left open" : days, to: daysWidth)
    return [
      mark, Span("  " + when + "  ", answer?.isRight == true ? .text : .dim),
      Span(appearance.symbols.spelled(ask.split(separator: "\n").joined(separator: " ")), .bright),
    ]
  }

  private var daysWidth: Int {
    review.items.prefix(review.current)
      .map { review.answers[$0.address] == nil ? 9 : daysLeft(of: $0).count }.max() ?? 0
  }

  /// When a question comes back, now that it was answered; of a diagnostic the number of its lesson.
  private func daysLeft(of item: Review.Item) -> String {
    if review.purpose == .diagnostic {
      return "lesson \(model.mapEntries.first { $0.id == item.address.lesson }?.number ?? 0)"
    }
    guard let outcome = model.progress.outcome(of: item.address) else { return "" }
    let days = ReviewSchedule(of: outcome, at: model.now).daysLeft(at: model.now)
    return Model.words(forDays: days)
  }

  /// What to call a question that was not answered: its step.
  private func title(of item: Review.Item) -> String {
    let entry = model.mapEntries.first { $0.id == item.address.lesson }
    return entry?.steps.first { $0.id == item.address.step }?.title ?? item.address.step
  }

  // MARK: What comes next

  private func endLines(width: Int) -> [Line] {
    TextWidth.wrapped(symbols.spelled(ending), to: width).map { Line($0, .text) }
  }

  private var symbols: Symbols { appearance.symbols }

  private var ending: String {
    guard review.purpose == .diagnostic, let start = review.start else {
      return "Next: \(model.reviewOutlook)."
    }
    let skipped = model.mapEntries.filter { model.progress.mark(of: $0.id) == .skipped }.count
    let before =
      skipped > 0
      ? " \(counted(skipped, "lesson")) before it \(agreeing(skipped, "is", "are")) marked as skipped."
      : ""
    return "Start with lesson \(start.number), \(start.title).\(before)"
  }
}

extension Review {
  /// A mark for each question, right, wrong or still to be asked.
  func line(_ appearance: Appearance) -> Line {
    Line(
      items.enumerated().map { place, item in
        place == current
          ? Span(appearance.symbols.half, .bright) : mark(of: item.address, appearance)
      })
  }

  func mark(of address: BlockAddress, _ appearance: Appearance) -> Span {
    switch answers[address]?.isRight {
    case true?: Span(appearance.symbols.check, .gain)
    case false?: Span(appearance.symbols.cross, .loss)
    case nil: Span(appearance.symbols.open, .faint)
    }
  }
}
