import Lessons
import Scenes
import Text

extension Model {
  /// Opens a lesson of the library, or one from elsewhere, at a step counted from 0.
  package mutating func open(_ lesson: Lesson, step: Int) {
    open(OpenedLesson(lesson, step: step + 1))
  }

  /// Opens a lesson as it was left.
  package mutating func open(_ opened: OpenedLesson) {
    let lesson = opened.lesson
    closing = nil
    if opened.step == nil, isDone(lesson) { return close(lesson) }
    let number = mapEntries.first { $0.id == lesson.id }?.number
    session = opened.kept.flatMap { kept in
      Session(lesson, number: number, kept.state, progress: progress).map {
        kept.fits(lesson) ? replay(kept.messages, on: $0) : $0
      }
    }
    let index = opened.step.map { $0 - 1 } ?? session.flatMap(placeLeft) ?? startingStep(of: lesson)
    if session != nil {
      session?.open(index, progress: progress)
    } else {
      session = Session(lesson, number: number, at: index, progress: progress)
    }
    linesSinceState = nil
    beginReading()
    notice = welcome(to: opened)
  }

  /// Where a lesson that was kept was left; nil behind its end.
  private func placeLeft(_ session: Session) -> Int? {
    let isOver =
      session.isAtLastStep && progress.isFinished(step: session.step.id, of: session.lesson.id)
    return isOver ? nil : session.stepIndex
  }

  /// What there is to say about how a lesson was left.
  private func welcome(to opened: OpenedLesson) -> Notice? {
    if opened.isDamaged {
      return Notice(forms: [
        "how this lesson was left cannot be read; your answers are kept, the numbers start over",
        "how it was left cannot be read; the numbers start over",
      ])
    }
    if let kept = opened.kept, !kept.state.fitsWholly(opened.lesson) {
      return Notice(forms: [
        "the lesson was changed since: where its scene is another, the numbers start over",
        "the lesson was changed; its numbers start over",
      ])
    }
    guard session?.stepState.canUndo == true else { return notice }
    return Notice(forms: [
      "as you left it; \(key: .reset) goes back to the start of the step", "as you left it",
    ])
  }

  /// The session after everything that was done since its state was written.
  private func replay(_ messages: [Message], on session: Session) -> Session {
    var scratch = self
    scratch.session = session
    scratch.wayBack = nil
    for message in messages {
      let before = scratch.session
      _ = scratch.update(message, at: now)
      // A lesson that was left is opened again as it was before.
      if scratch.session?.lesson.id != session.lesson.id {
        scratch.session = before
        break
      }
    }
    scratch.session?.stepState.run?.isPlaying = false
    scratch.session?.stepState.measuring = nil
    return scratch.session ?? session
  }

  /// Lets versions of formulas run as the start of everything that follows, by what they define.
  package mutating func choose(_ versions: [String: Int]) throws(Diagnostics) {
    guard var session else { return }
    session.stepState.take(version: try session.stepState.step.version(choosing: versions))
    session.stepState.begin(with: session.stepState.scene)
    self.session = session
  }

  /// Puts the step's scene into a given state, as the start of everything that follows.
  package mutating func changeScene(_ change: (Scene) throws -> Scene) throws {
    guard var session else { return }
    session.stepState.begin(with: try change(session.stepState.scene))
    self.session = session
  }

  /// Opens the free playground on a scene.
  package mutating func open(_ session: Session) {
    self.session = session
  }
}
