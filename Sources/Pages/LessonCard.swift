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
      return isBrief
        ? [heading(isStarted ? place : facts(header)), paragraph([Span(header.summary)])]
        : [heading(facts(header)), paragraph([Span(header.summary)])] + objectives(header)
          + progress
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
    let needs = header.needs.map { id in
      model.mapEntries.first { $0.id == id }?.title ?? id
    }
    let after =
      needs.isEmpty ? "" : " \(appearance.symbols.product) after " + needs.joined(separator: ", ")
    return [Span("\(counted(header.minutes, "minute"))\(after)", .dim)]
  }

  private func objectives(_ header: Header) -> [ProseBlock] {
    guard !header.objectives.isEmpty else { return [] }
    return [
      paragraph([Span("You will", .dim)]),
      .list(isOrdered: false, items: header.objectives.map { [paragraph([Span($0)])] }),
    ]
  }

  private var progress: [ProseBlock] {
    guard isStarted else {
      return [paragraph([Span(" \(appearance.symbols.enter) begin ", .selected)])]
    }
    let word = model.progress.isFinished(entry.id, steps: entry.stepIDs) ? "read again" : "continue"
    return [
      paragraph(place), tallyLine,
      paragraph([Span(" \(appearance.symbols.enter) \(word) ", .selected)]),
    ]
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

  private var date: String? {
    guard let days = model.progress.lessons[entry.id]?.touched.days(until: model.now) else {
      return nil
    }
    return days < 1 ? "today" : days == 1 ? "yesterday" : "\(counted(days, "day")) ago"
  }

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
