import Lessons
import Scenes

extension Model {
  /// Opens a lesson of the library, or one from elsewhere, at a step.
  package mutating func open(_ lesson: Lesson, step: Int) {
    let number = mapEntries.first { $0.id == lesson.id }?.number
    session = Session(lesson, number: number, at: step, progress: progress)
    beginReading()
  }

  /// Puts the step's scene into a given state, as the start of everything that follows.
  package mutating func changeScene(_ change: (Scene) throws -> Scene) throws {
    guard var session else { return }
    session.stepState.restore(try change(session.stepState.scene))
    self.session = session
  }

  /// Opens the free playground on a scene.
  package mutating func open(_ session: Session) {
    self.session = session
  }
}
