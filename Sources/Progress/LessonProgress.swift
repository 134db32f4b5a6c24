/// How far one lesson has come.
package struct LessonProgress: Equatable, Sendable {
  /// A hundred years; what a file says beyond it is cut down to it.
  package static let mostSeconds = 3_200_000_000

  /// The steps that are finished, by id, each with the latest date on which it was.
  package var finished: [String: Timestamp] = [:]
  /// What came of questions and goals, by `step/block`.
  package var outcomes: [String: Outcome] = [:]
  /// The step on which the learner last stood.
  package var place: String?
  /// nil where the file does not say.
  package var started: Timestamp?
  package var touched: Timestamp
  /// Time spent; two windows open at once count as one.
  package private(set) var seconds = 0
  /// What was said of the lesson by hand.
  package var mark: LessonMark?
  /// How many hints were asked for, by step.
  package var hints: [String: Int] = [:]
  /// Finished steps and outcomes as a later edition wrote them, kept as they were.
  package var unreadSteps: [String: JSONValue] = [:]
  package var unreadOutcomes: [String: JSONValue] = [:]
  /// What else a later edition wrote here, kept as it was.
  package var others: [String: JSONValue] = [:]

  package init(started: Timestamp?, touched: Timestamp) {
    self.started = started
    self.touched = touched
  }

  /// Whether anything was done in it, beside what was said of it by hand.
  var isBegun: Bool {
    mark == nil || place != nil || !finished.isEmpty || !outcomes.isEmpty || !unreadSteps.isEmpty
      || !unreadOutcomes.isEmpty
  }

  package mutating func spend(seconds more: Int) {
    let sum = seconds.addingReportingOverflow(max(0, more))
    seconds = sum.overflow ? Self.mostSeconds : min(sum.partialValue, Self.mostSeconds)
  }

  package func isFinished(_ step: String) -> Bool {
    finished[step] != nil || unreadSteps[step].map(Self.saysFinished) ?? false
  }

  package var finishedCount: Int {
    finished.count + unreadSteps.count { finished[$0.key] == nil && Self.saysFinished($0.value) }
  }

  private static func saysFinished(_ value: JSONValue) -> Bool {
    value != .null && value != .bool(false)
  }

  /// Everything that either side knows; where they differ in a detail the later one is right.
  package func merged(with other: LessonProgress) -> LessonProgress {
    var result = self
    result.finished.merge(other.finished) { max($0, $1) }
    result.outcomes.merge(other.outcomes) { $0.merged(with: $1) }
    result.place = other.isLater(than: self) ? other.place : place
    result.started = [started, other.started].compactMap(\.self).min()
    result.touched = max(touched, other.touched)
    result.seconds = max(seconds, other.seconds)
    result.mark = mark?.merged(with: other.mark) ?? other.mark
    result.hints.merge(other.hints) { max($0, $1) }
    result.unreadSteps = unreadSteps.merged(with: other.unreadSteps)
    result.unreadOutcomes = unreadOutcomes.merged(with: other.unreadOutcomes)
    result.others = others.merged(with: other.others)
    return result
  }

  /// What someone who did not know that the lesson was forgotten at `date` has done since; nil if nothing.
  ///
  /// What bears no date of its own is forgotten with the rest.
  package func since(_ date: Timestamp) -> LessonProgress? {
    guard touched > date else { return nil }
    var result = LessonProgress(started: date, touched: touched)
    result.finished = finished.filter { $0.value > date }
    result.outcomes = outcomes.compactMapValues { $0.since(date) }
    result.mark = mark.flatMap { $0.date > date ? $0 : nil }
    result.place = place
    return result
  }

  /// The same with every date moved to `date` if it lies before.
  func notBefore(_ date: Timestamp) -> LessonProgress {
    var result = self
    result.finished = finished.mapValues { max($0, date) }
    result.outcomes = outcomes.mapValues { $0.notBefore(date) }
    result.mark = mark?.notBefore(date)
    result.started = started.map { max($0, date) }
    result.touched = max(touched, date)
    return result
  }

  private func isLater(than other: LessonProgress) -> Bool {
    if touched != other.touched { return touched > other.touched }
    return (place ?? "", place == nil ? 0 : 1) > (other.place ?? "", other.place == nil ? 0 : 1)
  }
}
