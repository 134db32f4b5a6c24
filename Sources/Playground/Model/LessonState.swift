import Lessons
import Progress

/// A lesson in someone's hands, as a value that can be written and read back.
///
/// It holds neither the lesson nor a scene: it names the lesson's text by a digest and lists what
/// differs from it.
package struct LessonState: Equatable, Codable, Sendable {
  package let lesson: String
  /// Of the text that the lesson was read from.
  let digest: String
  /// The step in front, counted from 0.
  let step: Int
  /// The steps visited so far.
  let steps: [Int: SavedStep]
}

extension Session {
  /// What of the session a file can keep.
  package var state: LessonState {
    var steps = others.mapValues(SavedStep.init)
    steps[stepIndex] = SavedStep(stepState)
    return LessonState(
      lesson: lesson.id, digest: lesson.digest, step: stepIndex, steps: steps)
  }

  /// A lesson as it was left; nil where the state is of another text, or damaged.
  ///
  /// What has been answered since, in another window, is answered here too.
  package init?(_ lesson: Lesson, number: Int?, _ state: LessonState, progress: Progress) {
    guard state.lesson == lesson.id, state.digest == lesson.digest else { return nil }
    var steps: [Int: StepState] = [:]
    for (index, saved) in state.steps {
      guard lesson.steps.indices.contains(index),
        var step = StepState(lesson.steps[index], saved)
      else { return nil }
      step.recall(progress, lesson: lesson.id)
      steps[index] = step
    }
    guard let front = steps.removeValue(forKey: state.step) else { return nil }
    self.init(lesson, number: number, at: state.step, front, others: steps)
  }
}
