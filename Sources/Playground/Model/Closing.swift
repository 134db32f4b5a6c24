import Lessons
import Progress

/// The end of a lesson: what was learned, guessed and needed, and what comes next.
package struct Closing: Equatable, Sendable {
  package let lesson: Lesson
  /// Its number on the course map, from 1; nil for a file from elsewhere.
  package let number: Int?
  package let recap: LessonRecap
  /// The lesson to go on with; nil where all are done.
  package let next: MapEntry?
}

extension Model {
  /// Whether every step of a lesson is finished.
  func isDone(_ lesson: Lesson) -> Bool {
    progress.isFinished(lesson.id, steps: lesson.steps.map(\.id))
  }

  /// Puts the end of a lesson in front, in place of its steps.
  mutating func close(_ lesson: Lesson) {
    selectLesson(lesson.id)
    let entry = mapEntries.first { $0.id == lesson.id }
    selectNextLesson()
    let next = mapEntries.first { $0.number == map.selected + 1 && isReady($0) }
    session = nil
    closing = Closing(
      lesson: lesson, number: entry?.number, recap: LessonRecap(lesson, progress, library),
      next: next)
  }

  /// Goes back into the lesson whose end is in front, to a step counted from 1.
  mutating func reopen(step: Int) -> [Effect] {
    guard let closing, closing.lesson.steps.indices.contains(step - 1) else {
      notice = Notice(text: "there is no such step")
      return []
    }
    let isOfCourse = mapEntries.contains { $0.id == closing.lesson.id }
    guard isOfCourse else { return begin(OpenedLesson(closing.lesson, step: step)) }
    return open(lesson: closing.lesson.id, step: step)
  }

  /// Turns back to a step from the end of a lesson, or on to the next lesson.
  mutating func turnBack(_ turn: Message.Turn) -> [Effect] {
    switch turn {
    case .nextStep: submitPage()
    case .previousStep, .lastStep: reopen(step: closing?.lesson.steps.count ?? 1)
    case .firstStep: reopen(step: 1)
    case .toStep(let number): reopen(step: number)
    }
  }

  /// Sends what was answered in the lesson to the clipboard.
  mutating func copyRecap() -> [Effect] {
    guard let closing else { return [] }
    notice = Notice(text: "sent to the terminal's clipboard: your recap, as Markdown")
    return [.copy(closing.recap.markdown)]
  }
}
