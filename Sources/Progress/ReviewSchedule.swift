/// When a question is asked again: after 1, 3, 7 and 21 days, and from then on every 21.
///
/// Right, when it was due, leads to the next interval; right before it was due changes nothing; wrong
/// leads back to one day. Days are those of the calendar where the reader lives, from midnight to midnight:
/// what was answered late in the evening can be asked again the next morning, and a clock that is put
/// forward or back for the summer shifts nothing.
package struct ReviewSchedule: Equatable, Sendable {
  package static let intervals = [1, 3, 7, 21]

  /// The place among the intervals of the one that runs now.
  package private(set) var stage = 0
  /// When the answer was given from which the interval counts; nil where no date can be believed.
  package private(set) var last: Timestamp?
  package private(set) var wasRight: Bool

  /// The schedule that follows from what was answered so far.
  ///
  /// What was answered on a day later than tomorrow is left out: the clock was wrong then, or is now.
  package init(of outcome: Outcome, at now: Timestamp) {
    wasRight = outcome.isRight
    let answers =
      [(date: outcome.date, isRight: outcome.isRight)]
      + outcome.reviews.map { (date: $0.key, isRight: $0.value) }
    // Of one second the right answer has the last word.
    let ordered = answers.sorted { one, other in
      (one.date, one.isRight ? 1 : 0) < (other.date, other.isRight ? 1 : 0)
    }
    for answer in ordered where now.days(until: answer.date) <= 1 {
      take(answer.isRight, at: answer.date)
    }
  }

  private mutating func take(_ isRight: Bool, at date: Timestamp) {
    if last != nil, isRight {
      guard isDue(at: date) else { return }
      stage = min(stage + 1, Self.intervals.count - 1)
    } else {
      stage = 0
    }
    (last, wasRight) = (date, isRight)
  }

  /// The midnights until it is due; 0 on that day, less than 0 once it is overdue.
  package func daysLeft(at now: Timestamp) -> Int {
    last.map { Self.intervals[stage] - $0.days(until: now) } ?? 0
  }

  package func isDue(at now: Timestamp) -> Bool { daysLeft(at: now) <= 0 }
}

/// A question that was answered once and will be asked again.
package struct ReviewItem: Equatable, Sendable {
  package let address: BlockAddress
  package let schedule: ReviewSchedule
  /// Which numbers it has, where they vary: others each time.
  package let seed: Int
}

extension Progress {
  /// So many questions make a review, which takes about three minutes.
  package static let questionsOfReview = 5
  package static let secondsOfReviewQuestion = 36

  /// Every question that a review may ask: first those that are due, wrong answers before right ones and
  /// then the longest overdue; behind them the others, the next one first.
  package func reviewItems(at now: Timestamp) -> [ReviewItem] {
    let items = lessons.flatMap { lesson, entry in
      entry.outcomes.compactMap { key, outcome -> ReviewItem? in
        guard outcome.kind.isReviewed else { return nil }
        return ReviewItem(
          address: BlockAddress(lesson: lesson, key: key),
          schedule: ReviewSchedule(of: outcome, at: now), seed: outcome.reviews.count + 1)
      }
    }
    return items.map { (order: $0.order(at: now), item: $0) }.sorted { $0.order < $1.order }
      .map(\.item)
  }
}

extension ReviewItem {
  fileprivate func order(at now: Timestamp) -> (Int, Int, BlockAddress) {
    let days = schedule.daysLeft(at: now)
    return (days > 0 ? 2 : schedule.wasRight ? 1 : 0, days, address)
  }
}
