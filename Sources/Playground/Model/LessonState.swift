import Lessons
import Progress

/// A lesson in someone's hands, as a value that can be written and read back.
///
/// It holds neither the lesson nor a scene: each step names its scene by a digest and lists what differs
/// from it.
package struct LessonState: Equatable, Codable, Sendable {
  /// The lesson's id.
  package let lesson: String
  /// The id of the step in front.
  let step: String
  /// The steps visited so far, by their ids.
  let steps: [String: SavedStep]

  /// Whether the step in front still has the scene that it was kept with.
  package func fits(_ lesson: Lesson) -> Bool {
    guard let saved = steps[step], let own = lesson.step(step) else { return false }
    return self.lesson == lesson.id && saved.digest == own.scene.digest
  }

  /// Whether every step that is kept still has its scene.
  func fitsWholly(_ lesson: Lesson) -> Bool {
    steps.allSatisfy { id, saved in lesson.step(id)?.scene.digest == saved.digest }
  }
}

extension Session {
  /// What of the session a file can keep.
  package var state: LessonState {
    let visited = others.merging([stepIndex: stepState]) { $1 }
    let steps = visited.map { (lesson.steps[$0].id, SavedStep($1)) }
    return LessonState(
      lesson: lesson.id, step: step.id, steps: Dictionary(uniqueKeysWithValues: steps))
  }

  /// A lesson as it was left; nil where nothing of it fits.
  ///
  /// A step whose scene was changed since, or whose state is damaged, starts over. What has been answered
  /// in another window is answered here too.
  package init?(_ lesson: Lesson, number: Int?, _ state: LessonState, progress: Progress) {
    guard state.lesson == lesson.id, let front = lesson.index(ofStep: state.step) else {
      return nil
    }
    var steps: [Int: StepState] = [:]
    for (id, saved) in state.steps {
      guard let index = lesson.index(ofStep: id),
        var step = StepState(lesson.steps[index], saved)
      else { continue }
      step.recall(progress, lesson: lesson.id)
      steps[index] = step
    }
    guard !steps.isEmpty else { return nil }
    // A step that is remembered may have to be trained again, so only where it is needed.
    let inFront =
      steps.removeValue(forKey: front)
      ?? StepState(lesson.steps[front], remembering: progress, lesson: lesson.id)
    self.init(lesson, number: number, at: front, inFront, others: steps)
  }
}
