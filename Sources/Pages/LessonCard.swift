import Lessons
import Playground
import Progress
import Terminal
import Text

/// What the course map says about the chosen lesson.
struct LessonCard {
  let entry: MapEntry
  let model: Model
  let appearance: Appearance
  let isBrief: Bool

  var blocks: [ProseBlock] {
    let title = heading()
    switch entry.state {
    case .planned:
      return [title, paragraph([Span("Planned; not written yet.", .dim)])]
    case .broken(let problems):
      return [
        title, paragraph([Span(problems.list[0].message, .error)]),
        paragraph([Span("qkv check says where.", .dim)]),
      ]
    case .ready(let header):
      let glance = (isStarted ? place : facts(header)) + briefWays
      return isBrief
        ? [heading(glance), paragraph([Span(header.summary)])]
        : [heading(facts(header)), paragraph([Span(header.summary)])] + objectives(header)
          + ways + progress + review
    }
  }

  private func paragraph(_ spans: [Span]) -> ProseBlock { .paragraph(spans.map(ProseInline.span)) }

  private var isStarted: Bool { model.progress.isStarted(entry.id) }

  /// The title, and right below it what is known at a glance.
  private func heading(_ glance: [Span] = []) -> ProseBlock {
    let title = ProseInline.span(Span(entry.title, .bright, bold: true))
    return .paragraph([title] + (glance.isEmpty ? [] : [.lineBreak] + glance.map(ProseInline.span)))
  }

  private func facts(_ header: Header) -> [Span] {
    let mark =
      switch model.progress.mark(of: entry.id) {
      case .done?: " \(appearance.symbols.product) marked as complete"
      case .again?: " \(appearance.symbols.product) to be taken again"
      case .skipped?: " \(appearance.symbols.product) skipped"
      case .unmarked?, nil: ""
      }
    return [Span("\(counted(header.minutes, "minute"))\(mark)", .dim)]
  }

  /// What the lesson needs, and what needs it.
  private var ways: [ProseBlock] {
    let opens = model.mapEntries.filter { $0.needs.contains(entry.id) }
    let needs = model.mapEntries.filter { entry.needs.contains($0.id) }
    let lines = [way("needs ", needs), way("opens ", opens)].filter { !$0.isEmpty }
    guard !lines.isEmpty else { return [] }
    let spans = lines.map { $0.map(ProseInline.span) }
    return [.paragraph(Array(spans.joined(separator: [.lineBreak])))]
  }

  /// The same behind other words: `needs ✓ 4 opens ○ 7`.
  private var briefWays: [Span] {
    let opens = model.mapEntries.filter { $0.needs.contains(entry.id) }
    let needs = model.mapEntries.filter { entry.needs.contains($0.id) }
    let ways = [way("needs ", needs), way("opens ", opens)].filter { !$0.isEmpty }
    return ways.flatMap { [Span(" ")] + $0 }
  }

  /// The lessons of which questions are due.
  private var review: [ProseBlock] {
    let due = Dictionary(grouping: model.dueItems, by: \.address.lesson).mapValues(\.count)
    guard !due.isEmpty else { return [] }
    let rows = model.mapEntries.filter { due[$0.id] != nil }.flatMap { entry -> [ProseInline] in
      [
        .lineBreak, .span(Span("  \(entry.number) \(entry.title)  ", .text)),
        .span(Span("\(counted(due[entry.id] ?? 0, "question"))", .dim)),
      ]
    }
    let title = Span("\(appearance.symbols.again) Review", .bright, bold: true)
    return [.paragraph([.span(title)] + rows)]
  }

  private func way(_ word: String, _ entries: [MapEntry]) -> [Span] {
    guard !entries.isEmpty else { return [] }
    return [Span(word, .dim)]
      + entries.flatMap { entry -> [Span] in
        let isPassed = model.isPassed(entry)
        let mark = isPassed ? appearance.symbols.check : appearance.symbols.open
        let title = isBrief ? "" : "\u{a0}" + entry.title.replacingEach(" ", with: "\u{a0}")
        return [
          Span(mark + "\u{a0}", isPassed ? .gain : .dim), Span("\(entry.number)\(title)  ", .text),
        ]
      }
  }

  private func objectives(_ header: Header) -> [ProseBlock] {
    guard !header.objectives.isEmpty else { return [] }
    return [
      paragraph([Span("You will", .dim)]),
      .list(isOrdered: false, items: header.objectives.map { [paragraph([Span($0)])] }),
    ]
  }

  private var progress: [ProseBlock] {
    guard isStarted else { return button("begin") }
    let isFinished = model.progress.isFinished(entry.id, steps: entry.stepIDs)
    return [paragraph(place), tallyLine] + button(isFinished ? "read again" : "continue")
  }

  /// What Enter does, unless the map says it above the list.
  private func button(_ word: String) -> [ProseBlock] {
    guard model.lessonInHand?.id != entry.id else { return [] }
    return [paragraph([Span(" \(appearance.symbols.enter) \(word) ", .selected)])]
  }

  /// How far the lesson has come, and when.
  private var place: [Span] {
    let steps = entry.stepIDs
    let last = model.progress.place(of: entry.id).flatMap(steps.firstIndex)
    let isFinished = model.progress.isFinished(entry.id, steps: steps)
    let next = model.startingStep(of: entry.id, among: steps)
    let dots = model.progress.dots(of: entry.id, steps: steps, at: isFinished ? nil : next)
    let stop = last.map { $0 == next ? "stopped at step \($0 + 1)" : "open: step \(next + 1)" }
    let words = isFinished ? "finished" : stop
    let parts = [words, date].compactMap { $0 }
    return dots.line(appearance: appearance).spans + [
      Span("  " + parts.joined(separator: ", "), .dim)
    ]
  }

  private var date: String? { model.lastVisit(to: entry.id) }

  private var tallyLine: ProseBlock {
    let tally = model.progress.tally(of: entry.id)
    return paragraph([
      Span("\(tally.predictionsRight) of \(tally.predictionsAsked)", .bright, bold: true),
      Span(" " + agreeing(tally.predictionsAsked, "prediction", "predictions"), .dim),
      Span(" right \(appearance.symbols.product) ", .dim),
      Span("\(tally.goalsReached)", .bright, bold: true),
      Span(" \(agreeing(tally.goalsReached, "goal", "goals")) reached", .dim),
    ])
  }
}

extension Model {
  /// When a lesson was last in hand: `yesterday`; nil where it never was.
  func lastVisit(to lesson: String) -> String? {
    guard let days = progress.lessons[lesson]?.touched.days(until: now) else { return nil }
    return days < 1 ? "today" : days == 1 ? "yesterday" : "\(counted(days, "day")) ago"
  }
}

extension Progress {
  /// A dot for each step of a lesson; the one in hand is marked while it is open.
  func dots(of lesson: String, steps: [String], at current: Int?) -> ProgressDots {
    ProgressDots(
      steps.enumerated().map { index, step in
        let isDone = isFinished(step: step, of: lesson)
        return index == current ? .current : isDone ? .done : .open
      }, maximumCount: 24)
  }
}
