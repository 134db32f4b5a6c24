import Lessons
import Playground
import Text

/// What came of a line: two models compared, in the order in which it is heard.
struct TranscriptChange {
  enum Line {
    case text(String)
    /// Changes, the largest first, of which a few are enough.
    case list([String])
  }

  private(set) var lines: [Line] = []
  /// What was read of the step in front.
  private(set) var told: Set<Utterance>

  init(from before: Model, to after: Model, notice: Notice?, told: Set<Utterance>) {
    self.told = told
    if let old = before.session, let new = after.session, new.isSameStep(as: old) {
      tell(old, new, after, notice)
    } else {
      tellPlace(before, after, notice)
    }
    if let problem = after.problem, problem != before.problem { add([problem.sentence]) }
  }

  private mutating func add(_ texts: [String]) { lines += texts.map(Line.text) }

  private mutating func list(_ texts: [String]) { if !texts.isEmpty { lines.append(.list(texts)) } }

  // MARK: Another place

  private mutating func tellPlace(_ before: Model, _ after: Model, _ notice: Notice?) {
    let isSamePage =
      before.session == nil && after.session == nil && before.isAtSamePlace(as: after)
    if isSamePage {
      tellPage(before, after, notice)
      return
    }
    add(Self.farewell(before, after))
    if let notice, after.closing == nil { add([notice.sentence]) }
    if let session = after.session, session.lesson.id != before.session?.lesson.id {
      add(PlaceWords.heading(session, of: after.mapEntries.count))
    }
    add((lines.isEmpty ? [] : [""]) + PlaceWords(after).lines)
    told = Set(after.session?.stepState.reading ?? [])
  }

  /// That a step is done, where it was left so.
  private static func farewell(_ before: Model, _ after: Model) -> [String] {
    guard let session = before.session, session.isKept,
      after.progress.isFinished(step: session.step.id, of: session.lesson.id),
      after.session.map({ $0.lesson.id != session.lesson.id || $0.stepIndex > session.stepIndex })
        ?? true
    else { return [] }
    let saved = after.problem?.losesProgress == true ? "" : " Saved."
    return ["Step \(session.stepIndex + 1) is done.\(saved)"]
  }

  /// A page other than a step, on which something was done.
  private mutating func tellPage(_ before: Model, _ after: Model, _ notice: Notice?) {
    if let view = after.sentence, view != before.sentence {
      add(SentenceWords(view).lines)
    }
    if let notice { add([notice.sentence]) }
    if lines.isEmpty, after.sentence == nil { add(PlaceWords(after).lines) }
  }

  // MARK: The same step

  private mutating func tell(_ old: Session, _ new: Session, _ model: Model, _ notice: Notice?) {
    let (before, after) = (old.stepState, new.stepState)
    let change = ChangeWords(from: before, to: after)
    let words = StepWords(after)
    let answered = answers(before, after, model)
    add(answered)
    let hints = (before.hintsShown..<max(after.hintsShown, before.hintsShown)).flatMap(words.hint)
    add(hints)
    list(change.inputs)
    add(change.run)
    let reached = change.reached
    add(reached)
    let hasArrived = !change.run.isEmpty && notice?.tone == .good
    let isSaid = !answered.isEmpty || !hints.isEmpty || !reached.isEmpty || hasArrived
    if model.offer == .leaving {
      add([Self.reminder(after)])
    } else if let notice, !isSaid {
      add([notice.sentence])
    }
    let unread = unread(before, after)
    // What is said to a goal or a run belongs to it; other words come behind what has changed.
    add(words.lines(of: unread.filter(\.isReply)))
    if reached.isEmpty { add(change.claims) }
    add(change.opened)
    list(change.tables)
    let others = words.lines(of: unread.filter { !$0.isReply })
    if !others.isEmpty { add((lines.isEmpty ? [] : [""]) + others) }
    sayWay(before, after, new)
  }

  /// What is open, before it is left so.
  private static func reminder(_ stepState: StepState) -> String {
    let way = "Say next again to leave it open."
    if let question = stepState.openQuestion {
      let words = QuestionWords(stepState: stepState, question: question)
      return "A question is open. \(words.instruction) \(way)"
    }
    guard stepState.isTrained else { return "The run is open: say run. \(way)" }
    return
      "A goal is open: say goals to hear it\(stepState.nextHint == nil ? "" : ", or hint"). \(way)"
  }

  /// What was said to an answer.
  private func answers(_ before: StepState, _ after: StepState, _ model: Model) -> [String] {
    after.step.blocks.indices.flatMap { place -> [String] in
      guard let question = after.step.blocks[place].question,
        let response = after.responses[question.id], response != before.responses[question.id],
        after.isSandbox == before.isSandbox
      else { return [] }
      let verdict = QuestionWords(stepState: after, question: question).verdict(response)
      let reply = after.words(of: .reply(to: place), .typed).split(separator: "\n").map(String.init)
      let belief = model.belief(behind: question, in: after).map { [$0.diagnosis] } ?? []
      return [verdict] + reply + belief
    }
  }

  /// What has come into view and was not read; what was said to an answer has been told with it.
  private mutating func unread(_ before: StepState, _ after: StepState) -> [Utterance] {
    let answered = after.step.blocks.indices.filter { place in
      after.step.blocks[place].question.map {
        after.responses[$0.id] != before.responses[$0.id]
      } == true
    }.map(Utterance.reply)
    let reading = after.reading
    defer { told = Set(reading) }
    return reading.filter { !told.contains($0) && !answered.contains($0) }
  }

  /// What to say next, once something was done.
  private mutating func sayWay(_ before: StepState, _ after: StepState, _ session: Session) {
    guard before.openTasks != after.openTasks || before.pausesPassed != after.pausesPassed,
      !session.isFree
    else { return }
    if session.purpose == .review {
      add(["Say next to go on."])
    } else {
      let way = StepWords(after).way(onFrom: session.stepIndex, of: session.lesson.steps.count)
      add([way].compactMap(\.self))
    }
  }
}

extension Utterance {
  fileprivate var isReply: Bool {
    if case .reply = self { true } else { false }
  }
}

extension Session {
  /// Whether two sessions show the same step of the same lesson.
  fileprivate func isSameStep(as other: Session) -> Bool {
    lesson.id == other.lesson.id && stepIndex == other.stepIndex && purpose == other.purpose
      && step.id == other.step.id
      && (purpose != .review || lesson == other.lesson)
  }
}

extension Model {
  /// Whether two models show the same page, whatever was done on it.
  fileprivate func isAtSamePlace(as other: Model) -> Bool {
    closing == other.closing && (review == nil) == (other.review == nil)
      && (sentence == nil) == (other.sentence == nil) && (heads == nil) == (other.heads == nil)
      && context == other.context && sentence?.state.act == other.sentence?.state.act
  }
}
