/// What someone has said of a lesson by hand, or what a diagnostic has made of it.
package struct LessonMark: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// Complete, whatever of it was done here.
    case done
    /// To be taken once more: what was finished before counts no longer.
    case again
    /// Known already: nothing that needs it has to wait.
    case skipped
    /// As it stands by itself; takes an earlier mark away.
    case unmarked
  }

  package let kind: Kind
  package private(set) var date: Timestamp

  package init(_ kind: Kind, at date: Timestamp) {
    self.kind = kind
    self.date = date
  }

  /// The later of two; of one second the choice is arbitrary but always the same.
  func merged(with other: LessonMark?) -> LessonMark {
    guard let other else { return self }
    return (date, kind.rawValue) < (other.date, other.kind.rawValue) ? other : self
  }

  func notBefore(_ date: Timestamp) -> LessonMark { LessonMark(kind, at: max(self.date, date)) }
}

extension Progress {
  /// Marks a lesson by hand.
  package mutating func mark(_ lesson: String, as kind: LessonMark.Kind, at date: Timestamp) {
    touch(lesson, at: date) { lesson, date in
      // A second is the smallest step of the clock: what is said last must count.
      let date = lesson.mark.map { max(date, $0.date.next) } ?? date
      lesson.mark = LessonMark(kind, at: date)
    }
  }

  /// What was said of a lesson by hand; nil where nothing was, or it was taken back.
  package func mark(of lesson: String) -> LessonMark.Kind? {
    let kind = lessons[lesson]?.mark?.kind
    return kind == .unmarked ? nil : kind
  }

  /// Whether what needs the lesson may follow.
  package func isPassed(_ lesson: String, steps: [String]) -> Bool {
    isFinished(lesson, steps: steps) || mark(of: lesson) == .skipped
  }
}
