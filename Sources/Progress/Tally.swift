/// The counts that the course map and `progress show` print.
package struct Tally: Equatable, Sendable {
  package var stepsFinished = 0
  package var predictionsAsked = 0
  package var predictionsRight = 0
  /// Choices, numbers worked out by hand, orders, and formulas.
  package var questionsAsked = 0
  package var questionsRight = 0
  package var goalsReached = 0
  package var secondsSpent = 0
  package var hintsAsked = 0

  package var minutesSpent: Int { secondsSpent / 60 + (secondsSpent % 60 + 30) / 60 }

  package init() {}

  init(_ lesson: LessonProgress) {
    stepsFinished = lesson.finishedCount
    secondsSpent = lesson.seconds
    hintsAsked = lesson.hints.values.reduce(0, +)
    for outcome in lesson.outcomes.values { count(outcome) }
  }

  private mutating func count(_ outcome: Outcome) {
    let right = outcome.wasEverRight ? 1 : 0
    switch outcome.kind {
    case .predict:
      predictionsAsked += 1
      predictionsRight += right
    case .choice, .number, .order, .write:
      questionsAsked += 1
      questionsRight += right
    case .goal:
      goalsReached += right
    }
  }

  static func + (left: Tally, right: Tally) -> Tally {
    var sum = left
    sum.stepsFinished += right.stepsFinished
    sum.predictionsAsked += right.predictionsAsked
    sum.predictionsRight += right.predictionsRight
    sum.questionsAsked += right.questionsAsked
    sum.questionsRight += right.questionsRight
    sum.goalsReached += right.goalsReached
    sum.secondsSpent += right.secondsSpent
    sum.hintsAsked += right.hintsAsked
    return sum
  }
}

extension Progress {
  package func isStarted(_ lesson: String) -> Bool { lessons[lesson]?.isBegun ?? false }

  package func isFinished(step: String, of lesson: String) -> Bool {
    lessons[lesson]?.isFinished(step) ?? false
  }

  /// Whether every one of a lesson's steps is finished, or it was marked so; all of them since it was
  /// marked to be taken again.
  package func isFinished(_ lesson: String, steps: [String]) -> Bool {
    guard !steps.isEmpty else { return false }
    let mark = lessons[lesson]?.mark
    switch mark?.kind {
    case .done: return true
    case .again: return steps.allSatisfy { isFinished($0, of: lesson, since: mark?.date) }
    case .skipped, .unmarked, nil:
      return steps.allSatisfy { isFinished(step: $0, of: lesson) }
    }
  }

  private func isFinished(_ step: String, of lesson: String, since date: Timestamp?) -> Bool {
    guard let date, let finished = lessons[lesson]?.finished[step] else { return false }
    return finished > date
  }

  /// How many of a lesson's present steps are finished; steps that the lesson has lost don't count.
  package func finishedCount(of lesson: String, steps: [String]) -> Int {
    steps.count { isFinished(step: $0, of: lesson) }
  }

  /// The step on which the learner last stood.
  package func place(of lesson: String) -> String? { lessons[lesson]?.place }

  /// What came of a question or a goal, or nil if it has not been tried.
  package func outcome(of block: BlockAddress) -> Outcome? {
    lessons[block.lesson]?.outcomes["\(block.step)/\(block.block)"]
  }

  /// The counts of one lesson.
  package func tally(of lesson: String) -> Tally {
    lessons[lesson].map(Tally.init) ?? Tally()
  }

  /// The counts of all lessons together.
  package var tally: Tally {
    lessons.values.map(Tally.init).reduce(Tally(), +)
  }

  /// How often wrong answers showed each misconception, by its id.
  package var misconceptions: [String: Int] { misconceptionsMet.mapValues(\.count) }

  /// The misconceptions that wrong answers showed, by their ids.
  package var misconceptionsMet: [String: MetMisconception] {
    lessons.values.flatMap(\.outcomes.values).met
  }

  /// Those that answers in one lesson showed.
  package func misconceptionsMet(in lesson: String) -> [String: MetMisconception] {
    Array((lessons[lesson]?.outcomes ?? [:]).values).met
  }

  /// The questions whose last answer was wrong, the oldest first: worth another look.
  package var review: [BlockAddress] {
    let wrong = lessons.flatMap { lesson, entry in
      entry.outcomes.compactMap { key, outcome -> (date: Timestamp, address: BlockAddress)? in
        guard !outcome.isRight, outcome.kind != .goal else { return nil }
        return (outcome.date, BlockAddress(lesson: lesson, key: key))
      }
    }
    return wrong.sorted { ($0.date, $0.address) < ($1.date, $1.address) }.map(\.address)
  }
}

extension [Outcome] {
  /// The misconceptions that these answers showed, by their ids.
  fileprivate var met: [String: MetMisconception] {
    reduce(into: [:]) { met, outcome in
      for (id, sighting) in outcome.sightings {
        let isMended = outcome.isMended(since: sighting.last)
        let new = MetMisconception(
          count: sighting.count, last: sighting.last, isMended: isMended)
        met[id] = met[id].map { $0.joined(with: new) } ?? new
      }
    }
  }
}

/// A misconception that someone has shown, in one question or several.
package struct MetMisconception: Equatable, Sendable {
  package let count: Int
  package let last: Timestamp?
  /// Whether each question that showed it was answered right since.
  package let isMended: Bool

  fileprivate func joined(with other: MetMisconception) -> MetMisconception {
    MetMisconception(
      count: count + other.count, last: [last, other.last].compactMap(\.self).max(),
      isMended: isMended && other.isMended)
  }
}

extension BlockAddress {
  /// From a key of the outcomes of a lesson.
  package init(lesson: String, key: String) {
    let parts = key.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    self.init(
      lesson: lesson, step: String(parts[0]), block: parts.count == 2 ? String(parts[1]) : "")
  }
}
