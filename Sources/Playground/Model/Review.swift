import Lessons
import Progress
import Text

/// A few questions of lessons, asked one after another.
package struct Review: Equatable, Sendable {
  package enum Purpose: Equatable, Sendable {
    /// Questions that were answered some days ago.
    case review
    /// Questions that tell where somebody may start; the first wrong answer ends it.
    case diagnostic
  }

  /// A question, and which numbers it has where they vary.
  package struct Item: Equatable, Sendable {
    package let address: BlockAddress
    let seed: Int
  }

  /// What was answered to a question.
  package struct Answer: Equatable, Sendable {
    package let ask: String
    package let isRight: Bool
  }

  package let purpose: Purpose
  package let items: [Item]
  /// The place of the question in front; behind the last one once all were asked.
  package internal(set) var current = 0
  package internal(set) var answers: [BlockAddress: Answer] = [:]
  /// Where the diagnostic says to start, once it is over.
  package internal(set) var start: MapEntry?

  init(_ purpose: Purpose, _ items: [Item]) {
    self.purpose = purpose
    self.items = items
  }

  package var isOver: Bool { current >= items.count || isDecided }

  /// Whether no further answer can change where to start.
  private var isDecided: Bool {
    guard purpose == .diagnostic else { return false }
    return items.prefix(current).contains { answers[$0.address]?.isRight != true }
  }
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
