import Lessons
import Scenes

/// An open lesson, or the free playground, with the desks of the steps visited so far.
package struct Session: Equatable, Sendable {
  package let lesson: Lesson
  /// The free playground has no narration, no progress and everything unlocked.
  package let isFree: Bool
  /// The lesson's number on the course map, 1-based; nil for a file from elsewhere.
  package let number: Int?
  package private(set) var stepIndex: Int
  private var desks: [Int: Desk]

  package init(
    _ lesson: Lesson, number: Int? = nil, isFree: Bool = false, at stepIndex: Int = 0,
    progress: Progress
  ) {
    self.lesson = lesson
    self.isFree = isFree
    self.number = number
    self.stepIndex = min(max(stepIndex, 0), lesson.steps.count - 1)
    desks = [:]
    open(self.stepIndex, progress: progress)
  }

  package var step: Step { lesson.steps[stepIndex] }
  package var isAtLastStep: Bool { stepIndex == lesson.steps.count - 1 }

  /// The live state of the step in front.
  package var desk: Desk {
    get { desks[stepIndex] ?? Desk(step) }
    set { desks[stepIndex] = newValue }
  }

  /// Turns to a step, as it was left or, the first time, as the progress remembers it.
  package mutating func open(_ index: Int, progress: Progress) {
    guard lesson.steps.indices.contains(index) else { return }
    stepIndex = index
    if desks[index] == nil {
      desks[index] = Desk(step, remembering: progress, lesson: lesson.header.id)
    }
  }
}
