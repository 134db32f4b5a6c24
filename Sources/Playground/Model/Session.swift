import Lessons
import Progress
import Scenes

/// An open lesson, or the free playground, with the states of the steps visited so far.
package struct Session: Equatable, Sendable {
  /// What someone does in it.
  package enum Purpose: Equatable, Sendable {
    /// Takes a lesson: all of it is kept.
    case lesson
    /// Plays freely, without narration or progress and with everything unlocked.
    case playground
    /// Answers one question of a lesson again; only what comes of it is kept.
    case review
  }

  package let lesson: Lesson
  package let purpose: Purpose
  /// The lesson's number on the course map, 1-based; nil for a file from elsewhere.
  package let number: Int?
  package private(set) var stepIndex: Int
  /// The live state of the step in front.
  package var stepState: StepState
  /// The other steps visited so far, as they were left.
  private(set) var others: [Int: StepState] = [:]

  package init(
    _ lesson: Lesson, number: Int? = nil, for purpose: Purpose = .lesson, at stepIndex: Int = 0,
    progress: Progress
  ) {
    self.lesson = lesson
    self.purpose = purpose
    self.number = number
    self.stepIndex = min(max(stepIndex, 0), lesson.steps.count - 1)
    stepState = StepState(
      lesson.steps[self.stepIndex], remembering: progress, lesson: lesson.header.id)
  }

  /// One question asked again: nothing of the step is remembered, and one answer settles it.
  init(asking lesson: Lesson, number: Int?) {
    precondition(lesson.steps.count == 1, "one question is asked at a time")
    self.lesson = lesson
    self.number = number
    purpose = .review
    stepIndex = 0
    stepState = StepState(lesson.steps[0])
    stepState.asksOnce = true
  }

  /// A lesson some of whose steps have been visited.
  init(
    _ lesson: Lesson, number: Int?, at stepIndex: Int, _ stepState: StepState,
    others: [Int: StepState]
  ) {
    self.lesson = lesson
    self.number = number
    purpose = .lesson
    self.stepIndex = stepIndex
    self.stepState = stepState
    self.others = others
  }

  package var isFree: Bool { purpose == .playground }
  /// Whether everything that is done in it is kept.
  package var isKept: Bool { purpose == .lesson }

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
