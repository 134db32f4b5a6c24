import Lessons

/// The planned minutes of the course that can be read today, separated by what has been read.
package struct CourseTime: Equatable, Sendable {
  package let done: Int
  package let left: Int
}

extension Model {
  /// Each finished step counts its share of its lesson's minutes; lessons still to be written count nothing.
  package var courseTime: CourseTime {
    var done = 0.0
    var all = 0
    for entry in mapEntries where !entry.isPlanned && !entry.steps.isEmpty && isOnPath(entry) {
      let minutes = entry.minutes ?? 0
      // What is known already is neither done nor left.
      if isPassed(entry), !isFinished(entry) { continue }
      let finished =
        isFinished(entry)
        ? entry.steps.count
        : entry.stepIDs.count { progress.isFinished(step: $0, of: entry.id) }
      done += Double(minutes * finished) / Double(entry.steps.count)
      all += minutes
    }
    let rounded = Int(done.rounded())
    return CourseTime(done: rounded, left: all - rounded)
  }
}
