/// How often wrong answers showed a misconception, and when last.
package struct Sighting: Equatable, Sendable {
  package private(set) var count: Int
  /// nil where an older file does not say.
  package private(set) var last: Timestamp?

  package init(count: Int, last: Timestamp?) {
    self.count = min(max(count, 1), Outcome.mostAttempts)
    self.last = last
  }

  /// What both know together: counts only grow, so the larger one knows of more.
  func merged(with other: Sighting) -> Sighting {
    Sighting(
      count: max(count, other.count), last: [last, other.last].compactMap(\.self).max())
  }

  /// The same with another one in it.
  func seen(at date: Timestamp) -> Sighting {
    Sighting(count: count + 1, last: [last, date].compactMap(\.self).max())
  }
}

/// What came of a question or a goal: the last guess, and whether any was ever right.
package struct Outcome: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case predict
    case choice
    case number
    case order
    case write
    case goal

    /// Whether it is asked again in a review: what one answers at a glance or with a short computation.
    package var isReviewed: Bool {
      switch self {
      case .predict, .choice, .number, .order: true
      case .write, .goal: false
      }
    }
  }

  /// No one tries more often; what a file says beyond it is cut down to it.
  package static let mostAttempts = 1_000_000
  /// So many reviews are kept, the latest ones; the last four say all that counts.
  package static let mostReviews = 60

  package let kind: Kind
  /// Whether the last guess was right; for a goal, whether it was reached.
  package let isRight: Bool
  /// The last guess as the learner saw it; nil where there was none to type or choose.
  package let guess: String?
  /// How often it had been tried by the last guess.
  package let attempts: Int
  /// When the last guess was made.
  package private(set) var date: Timestamp
  /// When a guess was last right, even if a later one was wrong; nil if none ever was.
  package private(set) var rightDate: Timestamp?
  /// The misconceptions that wrong guesses showed, by their ids.
  package private(set) var sightings: [String: Sighting] = [:]
  /// The answers that were given in reviews, by when, and whether each was right.
  package private(set) var reviews: [Timestamp: Bool] = [:]
  /// What a later edition wrote here, kept as it was.
  package var others: [String: JSONValue] = [:]

  package init(
    kind: Kind, isRight: Bool, guess: String?, attempts: Int = 1, date: Timestamp,
    rightDate: Timestamp? = nil, sightings: [String: Sighting] = [:],
    reviews: [Timestamp: Bool] = [:]
  ) {
    self.kind = kind
    self.isRight = isRight
    self.guess = guess
    self.attempts = min(max(attempts, 1), Self.mostAttempts)
    self.date = date
    self.sightings = sightings
    self.reviews = Self.latest(reviews)
    // Nothing was right after the last guess.
    self.rightDate = isRight ? date : rightDate.map { min($0, date) }
  }

  /// How often wrong guesses showed each misconception, by its id.
  package var misconceptions: [String: Int] { sightings.mapValues(\.count) }

  /// When it was last answered right, in the lesson or in a review.
  package var lastRight: Timestamp? {
    (reviews.filter(\.value).keys + [rightDate].compactMap(\.self)).max()
  }

  /// Whether it was answered right after a date; after none that is known, whether its last guess is right.
  func isMended(since date: Timestamp?) -> Bool {
    guard let date, let lastRight else { return isRight }
    // A second is the smallest step of the clock, and nobody answers twice in one.
    return lastRight > date || lastRight == date && isRight
  }

  /// Right once is right for good, in the counts; which questions to look at again is told by the last guess.
  package var wasEverRight: Bool { rightDate != nil }

  /// The later guess of two, and the later right one.
  ///
  /// Both follow a total order, so it does not matter in which order windows are merged.
  package func merged(with other: Outcome) -> Outcome {
    var result = other.isLater(than: self) ? other : self
    result.rightDate = [rightDate, other.rightDate].compactMap(\.self).max()
    result.sightings = sightings.merging(other.sightings) { $0.merged(with: $1) }
    result.reviews = Self.latest(reviews.merging(other.reviews) { $0 || $1 })
    result.others = others.merged(with: other.others)
    return result
  }

  /// Adds the answer of a review; of two in one second the right one counts.
  mutating func review(isRight: Bool, misconception: String?, at date: Timestamp) {
    reviews = Self.latest(reviews.merging([date: isRight]) { $0 || $1 })
    if let misconception { see(misconception, at: date) }
  }

  /// Notes that a wrong guess shows a misconception.
  mutating func see(_ misconception: String, at date: Timestamp) {
    sightings[misconception] =
      sightings[misconception]?.seen(at: date) ?? Sighting(count: 1, last: date)
  }

  private static func latest(_ reviews: [Timestamp: Bool]) -> [Timestamp: Bool] {
    guard reviews.count > mostReviews else { return reviews }
    let dates = Set(reviews.keys.sorted().suffix(mostReviews))
    return reviews.filter { dates.contains($0.key) }
  }

  private func isLater(than other: Outcome) -> Bool {
    if date != other.date { return date > other.date }
    if attempts != other.attempts { return attempts > other.attempts }
    if isRight != other.isRight { return isRight }
    if kind != other.kind { return kind.rawValue > other.kind.rawValue }
    return (guess ?? "", guess == nil ? 0 : 1) > (other.guess ?? "", other.guess == nil ? 0 : 1)
  }

  /// What is left when everything up to `date` is forgotten; nil if nothing is.
  func since(_ date: Timestamp) -> Outcome? {
    guard self.date > date else { return nil }
    var result = self
    result.rightDate = rightDate.flatMap { $0 > date ? $0 : nil }
    result.sightings = [:]
    result.reviews = reviews.filter { $0.key > date }
    result.others = [:]
    return result
  }

  /// The same with each date moved to `date` if it lies before.
  func notBefore(_ date: Timestamp) -> Outcome {
    var result = self
    result.date = max(self.date, date)
    result.rightDate = rightDate.map { max($0, date) }
    result.sightings = sightings.mapValues { seen in
      Sighting(count: seen.count, last: seen.last.map { max($0, date) })
    }
    result.reviews = Dictionary(reviews.map { (max($0.key, date), $0.value) }) { $0 || $1 }
    return result
  }
}

/// Where a question or a goal stands: progress never depends on a title, an order or a line.
package struct BlockAddress: Hashable, Comparable, Sendable {
  package let lesson: String
  package let step: String
  package let block: String

  package init(lesson: String, step: String, block: String) {
    self.lesson = lesson
    self.step = step
    self.block = block
  }

  package static func < (left: BlockAddress, right: BlockAddress) -> Bool {
    (left.lesson, left.step, left.block) < (right.lesson, right.step, right.block)
  }
}
