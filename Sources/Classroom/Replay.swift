import Lessons
import Playground
import Progress
import Text

/// A recording as it is played: the state after the messages so far.
package struct Replay: Sendable {
  package private(set) var model: Model
  private let recording: Recording
  private var next = 0

  /// - Parameters:
  ///   - recording: what was recorded.
  ///   - lesson: its lesson.
  ///   - library: the course, for the way to other lessons.
  package init(_ recording: Recording, _ lesson: Lesson, _ library: Library) {
    self.recording = recording
    let start = recording.start
    var settings = Settings()
    settings.motion = start.hasMotion
    let progress = try? Progress(parsing: Array(start.progress.utf8))
    model = Model(
      library: library, progress: progress ?? Progress(), settings: settings,
      now: Timestamp(secondsSince1970: start.began))
    model.open(OpenedLesson(lesson, keptAs: start.kept, step: start.step))
    let course = Message.Report.course(library.outlines(withWords: true), library.glossary)
    _ = model.update(.reported(course), at: model.now)
  }

  /// Takes the ground and the colours of the terminal on which it is seen.
  package mutating func adopt(lightGround: Bool, hasColors: Bool) {
    (model.hasLightGround, model.hasColors) = (lightGround, hasColors)
  }

  package var isOver: Bool { next == recording.entries.count }

  /// When the next message comes, counted from the beginning; nil at the end.
  package var due: Duration? {
    isOver ? nil : .milliseconds(recording.entries[next].after)
  }

  /// Lets the next message come.
  package mutating func advance() {
    guard !isOver else { return }
    let entry = recording.entries[next]
    next += 1
    let date = Timestamp(
      secondsSince1970: recording.start.began + entry.after / 1000)
    carryOut(entry.message, at: date)
  }

  /// Lets everything come that came by then.
  package mutating func advance(to time: Duration) {
    while let due, due <= time { advance() }
  }

  private mutating func carryOut(_ message: Message, at date: Timestamp) {
    for effect in model.update(message, at: date) {
      guard let answer = answer(to: effect) else { continue }
      carryOut(answer, at: date)
    }
  }

  /// Nothing is written, spoken or copied: only what came back to the page happens again.
  private func answer(to effect: Effect) -> Message? {
    switch effect {
    case .save(let progress): .reported(.saved(StoredProgress(progress: progress)))
    case .load(let id, let step): .reported(loaded(id, step))
    case .saveSettings, .readCourse, .saveState, .record, .savePlace, .saveFirstPage, .write,
      .speak, .askVoice, .hush, .measure, .copy, .mouse, .redraw, .suspend, .quit:
      nil
    }
  }

  private func loaded(_ id: String, _ step: Int?) -> Message.Report {
    do throws(Diagnostics) {
      return .opened(OpenedLesson(try model.library.lesson(id), step: step))
    } catch {
      let lines = error.rendered().split(separator: "\n", omittingEmptySubsequences: false)
      return .closed(lesson: id, because: lines.map(String.init))
    }
  }
}
