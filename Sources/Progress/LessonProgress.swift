/// How far one lesson has come.
package struct LessonProgress: Equatable, Sendable {
  /// The steps that are finished, by id, each with the latest date on which it was.
  package var finished: [String: Moment] = [:]
  /// What came of questions and goals, by `step/block`.
  package var outcomes: [String: Outcome] = [:]
  /// The step on which the learner last stood.
  package var place: String?
  package var started: Moment
  package var touched: Moment
  /// Time spent; two windows open at once count as one.
  package var seconds = 0
  /// What a later edition wrote here, kept as it was.
  package var others: [String: JSONValue] = [:]

  package init(started: Moment) {
    self.started = started
    self.touched = started
  }

  /// Everything that either side knows; where they differ in a detail the later one is right.
  package func merged(with other: LessonProgress) -> LessonProgress {
    var result = self
    result.finished.merge(other.finished) { max($0, $1) }
    result.outcomes.merge(other.outcomes) { $0.merged(with: $1) }
    result.place = other.isLater(than: self) ? other.place : place
    result.started = min(started, other.started)
    result.touched = max(touched, other.touched)
    result.seconds = max(seconds, other.seconds)
    result.others = others.merged(with: other.others)
    return result
  }

  /// What is left when everything up to `date` is forgotten; nil if nothing is.
  package func since(_ date: Moment) -> LessonProgress? {
    guard touched > date else { return nil }
    guard started <= date else { return self }
    var result = self
    result.finished = finished.filter { $0.value > date }
    result.outcomes = outcomes.filter { $0.value.date > date }
    result.started = date
    result.seconds = 0
    return result
  }

  /// The same with every date moved to `date` if it lies before.
  func notBefore(_ date: Moment) -> LessonProgress {
    var result = self
    result.finished = finished.mapValues { max($0, date) }
    for key in outcomes.keys {
      result.outcomes[key]?.date = max(outcomes[key]?.date ?? date, date)
    }
    result.started = max(started, date)
    result.touched = max(touched, date)
    return result
  }

  private func isLater(than other: LessonProgress) -> Bool {
    touched == other.touched ? (place ?? "") > (other.place ?? "") : touched > other.touched
  }
}
