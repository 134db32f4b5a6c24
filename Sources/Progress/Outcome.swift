/// What came of a question or a goal: the last guess, and whether it was right.
package struct Outcome: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case predict
    case choice
    case number
    case goal
  }

  package var kind: Kind
  /// For a goal: whether it was reached.
  package var isRight: Bool
  /// The guess as the learner saw it; nil where there was none to type or choose.
  package var guess: String?
  package var attempts: Int
  package var date: Moment
  /// What a later edition wrote here, kept as it was.
  package var others: [String: JSONValue] = [:]

  package init(kind: Kind, isRight: Bool, guess: String?, attempts: Int = 1, date: Moment) {
    self.kind = kind
    self.isRight = isRight
    self.guess = guess
    self.attempts = attempts
    self.date = date
  }

  /// The later of two outcomes, except that a goal once reached stays reached.
  ///
  /// The order is total, so it does not matter in which order windows are merged.
  package func merged(with other: Outcome) -> Outcome {
    var winner = other.beats(self) ? other : self
    winner.others = others.merged(with: other.others)
    return winner
  }

  private func beats(_ other: Outcome) -> Bool {
    let reached = isRight && kind == .goal
    let otherReached = other.isRight && other.kind == .goal
    if reached != otherReached { return reached }
    if date != other.date { return date > other.date }
    if attempts != other.attempts { return attempts > other.attempts }
    if isRight != other.isRight { return isRight }
    return (kind.rawValue, guess ?? "") > (other.kind.rawValue, other.guess ?? "")
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
