import Lessons
import Progress
import Scenes

extension Model {
  /// Begins a review of the questions that are due, or says when there will be some.
  mutating func startReview() -> [Effect] {
    let due = dueItems.prefix(Progress.questionsOfReview)
    guard !due.isEmpty else {
      notice = Notice(text: reviewOutlook)
      return []
    }
    let effects = goToMap()
    review = Review(.review, due.map { Review.Item(address: $0.address, seed: $0.seed) })
    return effects + loadQuestion()
  }

  /// Begins the questions that tell where to start.
  mutating func startDiagnostic() -> [Effect] {
    let questions = library.course.diagnostic
    guard !questions.isEmpty else {
      notice = Notice(text: "this course has no questions that tell where to start")
      return []
    }
    let effects = goToMap()
    // Other numbers whenever it is taken.
    let seed = 1 + now.secondsSince1970 / 60 % 10_000
    review = Review(
      .diagnostic,
      questions.map {
        let address = BlockAddress(lesson: $0.lesson, step: $0.step, block: $0.question)
        return Review.Item(address: address, seed: seed)
      })
    return effects + loadQuestion()
  }

  /// Says where to start: at the first lesson whose question was not answered right.
  ///
  /// What comes before it in the course is marked as skipped, unless it is done.
  private mutating func place() {
    guard let review, review.purpose == .diagnostic else { return }
    let entries = mapEntries
    let failed = review.items.first { review.answers[$0.address]?.isRight != true }
    let last = review.items.compactMap { item in
      entries.firstIndex { $0.id == item.address.lesson }
    }.max()
    let start =
      failed.map { item in entries.firstIndex { $0.id == item.address.lesson } ?? 0 }
      ?? min((last ?? 0) + 1, entries.count - 1)
    for entry in entries.prefix(start) where !entry.isPlanned && !isPassed(entry) {
      progress.mark(entry.id, as: .skipped, at: now)
    }
    map.selected = start
    self.review?.start = entries[start]
  }

  /// Goes on to the next question, or to the end of the review.
  mutating func askNextQuestion() -> [Effect] {
    guard let review, !review.isOver else { return [] }
    self.review?.current += 1
    (session, playback, overlays, prompt) = (nil, nil, [], nil)
    if self.review?.isOver == true { place() }
    return [.save(progress)] + loadQuestion()
  }

  /// Asks for the lesson of the question in front.
  private func loadQuestion() -> [Effect] {
    guard let review, !review.isOver else { return [] }
    return [.load(lesson: review.items[review.current].address.lesson, step: nil)]
  }

  /// Puts the question in front; one that its lesson no longer has is passed over.
  mutating func ask(of lesson: Lesson) -> [Effect] {
    guard let review, !review.isOver else { return [] }
    let item = review.items[review.current]
    let address = item.address
    guard lesson.id == address.lesson,
      let asked = try? lesson.asking(address.block, ofStep: address.step, seed: item.seed)
    else { return askNextQuestion() }
    let number = mapEntries.first { $0.id == lesson.id }?.number
    session = Session(asking: asked, number: number)
    beginReading()
    show(.question)
    return []
  }

  /// Keeps what came of the question in front; only its first answer counts.
  mutating func recordReview(isRight: Bool, misconception: String?) {
    guard let session, let review, !review.isOver else { return }
    let address = review.items[review.current].address
    guard review.answers[address] == nil, let question = session.step.questions.first else {
      return
    }
    let ask = question.ask.plainText(in: session.stepState.start)
    self.review?.answers[address] = Review.Answer(ask: ask, isRight: isRight)
    guard review.purpose == .review else { return }
    progress.recordReview(
      of: address, isRight: isRight, misconception: misconception, at: now)
  }

  /// Goes on from a closing page: to the next lesson, or to the map.
  private mutating func leaveClosing() -> [Effect] {
    let next = closing?.next ?? review?.start
    return closeSession() + (next.map { open(lesson: $0.id) } ?? [])
  }

  /// Enter, where a page has one thing to go on to.
  mutating func submitPage() -> [Effect] {
    switch context {
    case .map: openSelectedLesson()
    case .closing: leaveClosing()
    case .heads, .hunt, .sentence, .sliders, .training, .table, .plane, .words, .why, .page, .entry,
      .list, .prompt:
      []
    }
  }
}
