import Lessons
import Terminal

/// What the course map says about the chosen lesson.
struct LessonCard {
  let entry: MapEntry
  let model: Model
  let look: Look
  let isBrief: Bool

  var blocks: [ProseBlock] {
    let title = ProseBlock.heading([Span(entry.title, .bright, bold: true)])
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
        ? [title, facts(header), paragraph([Span(header.summary)])]
        : [title, facts(header), paragraph([Span(header.summary)])] + objectives(header) + progress
    }
  }

  private func paragraph(_ spans: [Span]) -> ProseBlock { .paragraph(spans.map(ProseInline.span)) }

  private func facts(_ header: Header) -> ProseBlock {
    let needs = header.needs.map { id in
      let title = model.mapEntries.first { $0.id == id }?.title ?? id
      return title
    }
    let after =
      needs.isEmpty ? "" : " \(look.symbols.product) after " + needs.joined(separator: ", ")
    return paragraph([Span("\(header.minutes) minutes\(after)", .dim)])
  }

  private func objectives(_ header: Header) -> [ProseBlock] {
    guard !header.objectives.isEmpty else { return [] }
    return [
      paragraph([Span("You will", .dim)]),
      .list(isOrdered: false, items: header.objectives.map { [paragraph([Span($0)])] }),
    ]
  }

  private var progress: [ProseBlock] {
    guard model.progress.isStarted(entry.id) else {
      return [paragraph([Span(" \(look.symbols.enter) begin ", .selected)])]
    }
    return [
      stepsLine(entry.stepIDs), tallyLine,
      paragraph([Span(" \(look.symbols.enter) continue ", .selected)]),
    ]
  }

  private func stepsLine(_ steps: [String]) -> ProseBlock {
    let place = model.progress.place(of: entry.id).flatMap(steps.firstIndex)
    let dots = steps.enumerated().map { index, step in
      if index == place { return Span(look.symbols.half, .bright) }
      let isDone = model.progress.isFinished(step: step, of: entry.id)
      return Span(isDone ? look.symbols.done : look.symbols.open, isDone ? .query : .faint)
    }
    return paragraph(dots + [Span(place.map { "  stopped at step \($0 + 1)" } ?? "", .dim)])
  }

  private var tallyLine: ProseBlock {
    let tally = model.progress.tally(of: entry.id)
    return paragraph([
      Span("\(tally.predictionsRight) of \(tally.predictionsAsked)", .bright, bold: true),
      Span(" predictions right \(look.symbols.product) ", .dim),
      Span("\(tally.goalsReached)", .bright, bold: true),
      Span(tally.goalsReached == 1 ? " goal reached" : " goals reached", .dim),
    ])
  }
}
