/// What a learner has done: steps finished, questions answered, goals reached, the last place.
package struct Progress: Equatable, Sendable {
  /// The version of the file format that this edition writes.
  package static let version = 1

  package private(set) var lessons: [String: LessonProgress] = [:]
  /// When a lesson was last forgotten on request: an older window cannot bring it back.
  package private(set) var forgotten: [String: Moment] = [:]
  /// What a later edition wrote here, kept as it was.
  package var others: [String: JSONValue] = [:]

  package init() {}

  package init(
    lessons: [String: LessonProgress], forgotten: [String: Moment],
    others: [String: JSONValue] = [:]
  ) {
    self.lessons = lessons
    self.forgotten = forgotten
    self.others = others
  }

  /// Notes that the learner stands on a step.
  package mutating func visit(step: String, of lesson: String, at date: Moment) {
    touch(lesson, at: date) { lesson, _ in lesson.place = step }
  }

  /// Notes that a step is finished; it stays so.
  package mutating func finish(step: String, of lesson: String, at date: Moment) {
    touch(lesson, at: date) { lesson, date in
      lesson.finished[step] = max(date, lesson.finished[step] ?? date)
    }
  }

  /// Notes an answer to a question, or a goal reached; attempts count up by themselves.
  package mutating func record(
    _ kind: Outcome.Kind, of block: BlockAddress, isRight: Bool, guess: String? = nil,
    at date: Moment
  ) {
    touch(block.lesson, at: date) { lesson, date in
      let key = "\(block.step)/\(block.block)"
      let before = lesson.outcomes[key]
      let outcome = Outcome(
        kind: kind, isRight: isRight, guess: guess, attempts: (before?.attempts ?? 0) + 1,
        date: date)
      lesson.outcomes[key] = before?.merged(with: outcome) ?? outcome
    }
  }

  /// Adds to the time spent on a lesson.
  package mutating func spend(seconds: Int, on lesson: String, at date: Moment) {
    touch(lesson, at: date) { lesson, _ in lesson.seconds += max(0, seconds) }
  }

  /// Forgets one lesson as of `date`.
  package mutating func forget(_ lesson: String, at date: Moment) {
    lessons[lesson] = nil
    forgotten[lesson] = date
  }

  /// Forgets everything as of `date`.
  package mutating func forgetAll(at date: Moment) {
    lessons = [:]
    forgotten = [Self.everything: date]
  }

  /// Everything that either side knows; nothing finished is lost, later dates win in details.
  package func merged(with other: Progress) -> Progress {
    var result = Progress(
      lessons: lessons.merging(other.lessons) { $0.merged(with: $1) },
      forgotten: forgotten.merging(other.forgotten) { max($0, $1) },
      others: others.merged(with: other.others))
    for (name, lesson) in result.lessons {
      guard let date = result.forgetting(of: name) else { continue }
      result.lessons[name] = lesson.since(date)
    }
    return result
  }

  /// Brings back what was exported, even if it has been forgotten since.
  package func restoring(_ old: Progress) -> Progress {
    var revived = Progress(lessons: old.lessons, forgotten: [:], others: old.others)
    for (name, lesson) in old.lessons {
      guard let date = forgetting(of: name) else { continue }
      revived.lessons[name] = lesson.notBefore(date.next)
    }
    return merged(with: revived)
  }

  private static let everything = "*"

  private func forgetting(of lesson: String) -> Moment? {
    [forgotten[lesson], forgotten[Self.everything]].compactMap(\.self).max()
  }

  private mutating func touch(
    _ lesson: String, at date: Moment, _ change: (inout LessonProgress, Moment) -> Void
  ) {
    // A second is the smallest step of the clock: what follows a reset must also be after it.
    let date = forgetting(of: lesson).map { max(date, $0.next) } ?? date
    var entry = lessons[lesson] ?? LessonProgress(started: date)
    entry.touched = max(entry.touched, date)
    change(&entry, date)
    lessons[lesson] = entry
  }
}
