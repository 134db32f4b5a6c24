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
    review = Review(items: Array(due))
    return effects + loadQuestion()
  }

  /// Goes on to the next question, or to the end of the review.
  mutating func askNextQuestion() -> [Effect] {
    guard let review, !review.isOver else { return [] }
    self.review?.current += 1
    (session, spoken, overlays, prompt) = (nil, nil, [], nil)
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
    progress.recordReview(
      of: address, isRight: isRight, misconception: misconception, at: now)
  }

  /// Goes on from a closing page: to the next lesson, or to the map.
  private mutating func leaveClosing() -> [Effect] {
    let next = closing?.next
    return closeSession() + (next.map { open(lesson: $0.id) } ?? [])
  }

  /// Enter, where a page has one thing to go on to.
  mutating func submitPage() -> [Effect] {
    switch context {
    case .map: openSelectedLesson()
    case .closing: leaveClosing()
    case .heads, .sliders, .training, .table, .plane, .words, .why, .page, .entry, .list, .prompt:
      []
    }
  }
}
