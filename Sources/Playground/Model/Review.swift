import Lessons
import Progress
import Text

/// A few questions of lessons that were taken before, asked again one after another.
package struct Review: Equatable, Sendable {
  /// What was answered to a question.
  package struct Answer: Equatable, Sendable {
    package let ask: String
    package let isRight: Bool
  }

  package let items: [ReviewItem]
  /// The place of the question in front; behind the last one once all were asked.
  package internal(set) var current = 0
  package internal(set) var answers: [BlockAddress: Answer] = [:]

  package var isOver: Bool { current >= items.count }
}

extension Model {
  /// The questions of written lessons that a review may ask, those that are due first.
  package var reviewItems: [ReviewItem] {
    let lessons = Set(library.course.entries.filter { $0.header != nil }.map(\.id))
    return progress.reviewItems(at: now).filter { lessons.contains($0.address.lesson) }
  }

  /// The questions that are due.
  package var dueItems: [ReviewItem] {
    reviewItems.filter { $0.schedule.isDue(at: now) }
  }

  /// When there is something to review, in one sentence.
  package var reviewOutlook: String {
    let items = reviewItems
    let due = items.count { $0.schedule.isDue(at: now) }
    if due > 0 { return "\(counted(due, "question")) \(agreeing(due, "is", "are")) due now" }
    guard let days = items.first?.schedule.daysLeft(at: now) else {
      return "nothing to review yet: the first questions come the day after you answer them"
    }
    let next = items.count { $0.schedule.daysLeft(at: now) == days }
    return "nothing to review today: \(counted(next, "question")) "
      + "\(agreeing(next, "comes", "come")) back \(Self.words(forDays: days))"
  }

  /// `tomorrow`, `in 3 days`.
  package static func words(forDays days: Int) -> String {
    days <= 0 ? "today" : days == 1 ? "tomorrow" : "in \(days) days"
  }
}
