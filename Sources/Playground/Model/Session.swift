import Lessons
import Progress
import Scenes

/// An open lesson, or the free playground, with the states of the steps visited so far.
package struct Session: Equatable, Sendable {
  package let lesson: Lesson
  /// The free playground has no narration, no progress and everything unlocked.
  package let isFree: Bool
  /// The lesson's number on the course map, 1-based; nil for a file from elsewhere.
  package let number: Int?
  package private(set) var stepIndex: Int
  /// The live state of the step in front.
  package var stepState: StepState
  /// The other steps visited so far, as they were left.
  private(set) var others: [Int: StepState] = [:]

  package init(
    _ lesson: Lesson, number: Int? = nil, isFree: Bool = false, at stepIndex: Int = 0,
    progress: Progress
  ) {
    self.lesson = lesson
    self.isFree = isFree
    self.number = number
    self.stepIndex = min(max(stepIndex, 0), lesson.steps.count - 1)
    stepState = StepState(
      lesson.steps[self.stepIndex], remembering: progress, lesson: lesson.header.id)
  }

  /// A lesson some of whose steps have been visited.
  init(
    _ lesson: Lesson, number: Int?, at stepIndex: Int, _ stepState: StepState,
    others: [Int: StepState]
  ) {
    self.lesson = lesson
    self.number = number
    isFree = false
    self.stepIndex = stepIndex
    self.stepState = stepState
    self.others = others
  }

  package var step: Step { lesson.steps[stepIndex] }
  package var isAtLastStep: Bool { stepIndex == lesson.steps.count - 1 }

  /// Turns to a step, as it was left or, the first time, as the progress remembers it.
  package mutating func open(_ index: Int, progress: Progress) {
    guard lesson.steps.indices.contains(index), index != stepIndex else { return }
    others[stepIndex] = stepState
    stepIndex = index
    stepState =
      others.removeValue(forKey: index)
      ?? StepState(step, remembering: progress, lesson: lesson.header.id)
  }
}
