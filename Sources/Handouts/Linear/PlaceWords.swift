import Lessons
import Models
import Playground
import Progress
import Text

/// What is in front, in sentences: a step, the end of a lesson, the course, a review, a sentence.
struct PlaceWords {
  let model: Model

  init(_ model: Model) {
    self.model = model
  }

  var lines: [String] {
    if let session = model.session { return step(session) }
    if let closing = model.closing { return end(of: closing) }
    if let review = model.review { return end(of: review) }
    if model.heads != nil || model.hunt != nil { return [Self.pictures] }
    if let view = model.sentence { return SentenceWords(view).lines }
    return course
  }

  private static let pictures =
    "All heads of a model are pictures. Say back, or use qkv open with --layer and --head."

  // MARK: A step

  /// The lesson, where it begins.
  static func heading(_ session: Session, of count: Int) -> [String] {
    let lesson = session.lesson
    guard session.purpose == .lesson else { return [] }
    let number = session.number.map { "Lesson \($0) of \(count): " } ?? ""
    let steps = counted(lesson.steps.count, "step")
    return [
      "\(number)\(lesson.title). About \(counted(lesson.header.minutes, "minute")), \(steps)."
    ]
  }

  func step(_ session: Session) -> [String] {
    let words = StepWords(session.stepState)
    let title = SpokenWords(session.stepState, manner: .typed).text([.text(session.step.title)])
    let way =
      session.isFree
      ? nil : words.way(onFrom: session.stepIndex, of: session.lesson.steps.count)
    let introduction =
      session.purpose == .lesson && session.stepIndex == 0
      ? SpokenWords(session.stepState, manner: .typed).lines(session.lesson.introduction) : []
    return (introduction.isEmpty ? [] : introduction + [""]) + [Self.lead(session, model) + title]
      + words.opening() + [way].compactMap(\.self)
  }

  private static func lead(_ session: Session, _ model: Model) -> String {
    switch session.purpose {
    case .lesson: "Step \(session.stepIndex + 1) of \(session.lesson.steps.count): "
    case .playground: ""
    case .review:
      model.review.map { "Question \($0.current + 1) of \($0.items.count), from the step: " } ?? ""
    }
  }

  // MARK: The end of a lesson or a review

  private func end(of closing: Closing) -> [String] {
    let recap = closing.recap
    let able = closing.lesson.header.objectives.map {
      "  \(SpokenSign.said($0, asCode: false).singleSpaced)."
    }
    let wrong = recap.answered.filter { !$0.isRightAtOnce }.map(line)
    let next = closing.next.map {
      "Next is lesson \($0.number), \($0.title): say next. Or say map, or quit."
    }
    return ["Lesson finished: \(recap.title)."] + (able.isEmpty ? [] : ["You can now:"] + able)
      + [
        "\(recap.rightAtOnce) of \(counted(recap.answered.count, "question")) right at the first try."
      ]
      + wrong + [next ?? "Say map for all lessons, or quit."]
  }

  /// A question that was not right at once, such as `Step 2: you said its value, but it is its key`.
  private func line(_ item: LessonRecap.Item) -> String {
    let tries = item.attempts > 1 ? ", after \(counted(item.attempts, "try", plural: "tries"))" : ""
    let truth =
      item.isRight
      ? "which is right\(tries)" : item.truth.map { "but it is \($0)" } ?? "which is open"
    let said = SpokenSign.said(item.guess ?? "", asCode: false).singleSpaced
    return
      "  Step \(item.step): you said \(said), \(SpokenSign.said(truth, asCode: false).singleSpaced)."
  }

  private func end(of review: Review) -> [String] {
    let right = review.answers.values.count { $0.isRight }
    let result = "\(right) of \(counted(review.answers.count, "question")) right."
    if let start = review.start {
      return [result, "Start with lesson \(start.number), \(start.title): say next."]
    }
    return ["The review is over. \(result)", "Next: \(model.reviewOutlook). Say next to go on."]
  }

  // MARK: The course

  private var course: [String] {
    let entries = model.mapEntries
    let done = entries.count(where: model.isFinished)
    let parts = Array(model.library.course.parts.map(\.title).enumerated())
    let lessons = parts.flatMap { place, title in
      ["\(title):"] + entries.filter { $0.part == place }.map(line)
    }
    return ["\(model.library.course.title): \(counted(entries.count, "lesson")), \(done) done."]
      + lessons + [whereToGo]
  }

  private func line(_ entry: MapEntry) -> String {
    let state =
      entry.isPlanned
      ? ", planned"
      : model.isFinished(entry) ? ", done" : model.progress.isStarted(entry.id) ? ", begun" : ""
    return "  \(entry.number). \(entry.title)\(state)."
  }

  private var whereToGo: String {
    let due = model.dueItems.count
    let review = due > 0 ? " Say review for \(counted(due, "old question"))." : ""
    guard let entry = model.lessonInHand else { return "Every lesson is done.\(review)" }
    return "Say next for lesson \(entry.number), \(entry.title), or the number of another.\(review)"
  }
}

/// The sentence over a trained model, in sentences.
struct SentenceWords {
  let view: SentenceView

  init(_ view: SentenceView) {
    self.view = view
  }

  private var asker: String { "\"\(view.sentence.words[view.asking])\"" }

  var lines: [String] {
    ["The sentence: \(view.sentence.text)", state] + [view.warning].compactMap(\.self) + task
  }

  /// What the pronoun looks at, and what it means.
  var state: String {
    let target = "\"\(view.sentence.words[view.target])\""
    let share = SpokenNumber.cell(view.weights[view.target])
    return "\(asker) looks at \(target) most, \(share), and means \"\(view.answer)\"."
  }

  private var task: [String] {
    switch view.state.act {
    case .words:
      let hand =
        view.state.pieces.indices.contains(view.state.hand)
        ? view.state.pieces[view.state.hand] : ""
      return [
        "In your hand: \"\(hand)\". Say up for another word there, take and a word for another place, "
          + "or why.",
        "Say next to go on, or begin for the course.",
      ]
    case .blend: return blend
    case .heads: return heads
    }
  }

  private var blend: [String] {
    guard let ends = view.blendEnds else { return [] }
    guard let bet = view.state.bet else {
      return [
        "Words are numbers inside, so one can stop between \"\(ends.from)\" and \"\(ends.to)\".",
        "Where on the way does the model change its mind? Type 1 for early, 2 for in the middle, "
          + "3 for late.",
      ]
    }
    let place = SpokenNumber.cell(view.state.blendPart)
    let tip =
      view.state.hasTipped
      ? view.tip.map { " The answer changes at \(SpokenNumber.cell($0))." } ?? "" : ""
    return [
      "You bet: \(bet.words). You are at \(place) of the way to \"\(ends.to)\".\(tip)",
      "Say up 5 to go on by a tenth, or next.",
    ]
  }

  private var heads: [String] {
    let count = view.places.count
    let off = view.state.silenced.map(\.name).joined(separator: ", ")
    let kept = view.kept.map {
      " Of the answers for \(counted($0.asked, "last word")), \($0.same) stay the same."
    }
    let now = off.isEmpty ? "All heads are on." : "Off: \(off).\(kept ?? "")"
    return [
      "\(count) parts do the work here. They are called heads. \(now)",
      "Type a number from 1 to \(count) to switch one off or on, or begin for the course.",
    ]
  }
}
