/// What a learner has done: steps finished, questions answered, goals reached, the last place.
package struct Progress: Equatable, Sendable {
  /// The version of the file format that this edition writes.
  package static let version = 1

  package private(set) var lessons: [String: LessonProgress] = [:]
  /// When a lesson was last forgotten on request: an older window cannot bring it back.
  package private(set) var forgotten: [String: Timestamp] = [:]
  /// Whose progress it is: a random name, drawn when it was first saved, or several where someone has
  /// put together what was begun on several machines; empty until then, and in old files.
  package var students: Set<String> = []
  /// Lessons and resets as a later edition wrote them, kept as they were.
  package internal(set) var unreadLessons: [String: JSONValue] = [:]
  package internal(set) var unreadForgotten: [String: JSONValue] = [:]
  /// What else a later edition wrote here, kept as it was.
  package var others: [String: JSONValue] = [:]

  package init() {}

  init(lessons: [String: LessonProgress], forgotten: [String: Timestamp]) {
    self.lessons = lessons
    self.forgotten = forgotten
  }

  /// Whether both may be the same student's.
  package func mayBelong(with other: Progress) -> Bool {
    students.isEmpty || other.students.isEmpty || !students.isDisjoint(with: other.students)
  }

  /// Notes that the learner stands on a step.
  package mutating func visit(step: String, of lesson: String, at date: Timestamp) {
    touch(lesson, at: date) { lesson, _ in lesson.place = step }
  }

  /// Notes that a step is finished; it stays so.
  package mutating func finish(step: String, of lesson: String, at date: Timestamp) {
    touch(lesson, at: date) { lesson, date in
      // What a later edition wrote of the step says more than a date.
      guard !lesson.isFinished(step) || lesson.finished[step] != nil else { return }
      lesson.finished[step] = max(date, lesson.finished[step] ?? date)
    }
  }

  /// Notes an answer to a question, or a goal reached; attempts count up by themselves, and so does
  /// how often the misconception was shown that a wrong answer gives away.
  package mutating func record(
    _ kind: Outcome.Kind, of block: BlockAddress, isRight: Bool, guess: String? = nil,
    misconception: String? = nil, at date: Timestamp
  ) {
    touch(block.lesson, at: date) { lesson, date in
      let key = "\(block.step)/\(block.block)"
      let before = lesson.outcomes[key]
      var outcome = Outcome(
        kind: kind, isRight: isRight, guess: guess, attempts: (before?.attempts ?? 0) + 1,
        date: date, sightings: before?.sightings ?? [:])
      if let misconception { outcome.see(misconception, at: date) }
      lesson.outcomes[key] = before?.merged(with: outcome) ?? outcome
    }
  }

  /// Notes the answer that a review was given; a question that was never asked before, or has been
  /// forgotten since, is not one of a review.
  package mutating func recordReview(
    of block: BlockAddress, isRight: Bool, misconception: String? = nil, at date: Timestamp
  ) {
    guard outcome(of: block) != nil else { return }
    touch(block.lesson, at: date) { lesson, date in
      lesson.outcomes["\(block.step)/\(block.block)"]?
        .review(isRight: isRight, misconception: misconception, at: date)
    }
  }

  /// Notes how many hints of a step were asked for.
  package mutating func noteHints(
    _ count: Int, step: String, of lesson: String, at date: Timestamp
  ) {
    touch(lesson, at: date) { lesson, _ in
      lesson.hints[step] = max(count, lesson.hints[step] ?? 0)
    }
  }

  /// Adds to the time spent on a lesson.
  package mutating func spend(seconds: Int, on lesson: String, at date: Timestamp) {
    touch(lesson, at: date) { lesson, _ in lesson.spend(seconds: seconds) }
  }

  /// Forgets one lesson as of `date`.
  package mutating func forget(_ lesson: String, at date: Timestamp) {
    lessons[lesson] = nil
    unreadLessons[lesson] = nil
    forgotten[lesson] = date
  }

  /// Forgets everything as of `date`.
  package mutating func forgetAll(at date: Timestamp) {
    lessons = [:]
    unreadLessons = [:]
    forgotten = [Self.everything: date]
  }

  /// Everything that either side knows; nothing finished is lost, later dates win in details.
  ///
  /// A lesson that one side knows to have been forgotten keeps of the other side what was done after that.
  /// Merging is commutative, associative and idempotent: windows may do it in any order, and again.
  package func merged(with other: Progress) -> Progress {
    var result = Progress(
      lessons: [:], forgotten: forgotten.merging(other.forgotten) { max($0, $1) })
    let sides = [self, other].map { $0.lessons(knowing: result) }
    result.lessons = sides[0].merging(sides[1]) { $0.merged(with: $1) }
    result.students = students.union(other.students)
    result.unreadLessons = unreadLessons.merged(with: other.unreadLessons)
    result.unreadForgotten = unreadForgotten.merged(with: other.unreadForgotten)
    result.others = others.merged(with: other.others)
    return result
  }

  /// What is left of the lessons once these know what `later` has forgotten.
  private func lessons(knowing later: Progress) -> [String: LessonProgress] {
    var result = lessons
    for (name, lesson) in lessons {
      guard let date = later.forgetting(of: name), date != forgetting(of: name) else { continue }
      result[name] = lesson.since(date)
    }
    return result
  }

  /// Brings back what was exported, even if it has been forgotten since.
  package func restoring(_ old: Progress) -> Progress {
    var revived = old
    revived.forgotten = forgotten
    for (name, lesson) in old.lessons {
      guard let date = forgetting(of: name) else { continue }
      revived.lessons[name] = lesson.notBefore(date.next)
    }
    return merged(with: revived)
  }

  private static let everything = "*"

  private func forgetting(of lesson: String) -> Timestamp? {
    [forgotten[lesson], forgotten[Self.everything]].compactMap(\.self).max()
  }

  mutating func touch(
    _ lesson: String, at date: Timestamp, _ change: (inout LessonProgress, Timestamp) -> Void
  ) {
    // A second is the smallest step of the clock: what follows a reset must also be after it.
    let date = forgetting(of: lesson).map { max(date, $0.next) } ?? date
    var entry = lessons[lesson] ?? LessonProgress(started: date, touched: date)
    entry.touched = max(entry.touched, date)
    entry.others["touched"] = nil
    change(&entry, date)
    lessons[lesson] = entry
  }
}
