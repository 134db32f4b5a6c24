import Classroom
import Lessons
import Progress
import Scenes
import Terminal
import Testing

@testable import Pages
@testable import Playground

/// A recording gives every page again, at the size at which it was made and at others.
@Suite struct ReplayTests {
  /// A student who takes a whole lesson, and what was recorded of it.
  private func recorded(_ id: String, size: Size = .comfortable) throws -> (Student, Recording) {
    var student = Student(at: shippedLibrary, size: size)
    let lesson = try shippedLibrary.lesson(id)
    student.model.open(OpenedLesson(lesson, step: 1))
    let start = RecordingStart(
      lesson: id, digest: lesson.digest, step: 1, kept: nil, progress: student.model.progress,
      hasMotion: student.model.settings.motion, at: student.model.now)
    student.log = []
    for _ in lesson.steps {
      try student.playStep()
      try student.press("tab tab enter esc n")
    }
    let lines = try #require(student.log).enumerated().map { place, entry in
      RecordedMessage(after: place, entry.message).line
    }
    return (student, try Recording(([start.line] + lines).joined(separator: "\n")))
  }

  @Test(arguments: ["lookup", "learning", "capstone"])
  func aWholeLessonIsSeenAgain(id: String) throws {
    let (student, recording) = try recorded(id)
    let log = try #require(student.log)
    #expect(recording.entries.count == log.count && log.count > 50)
    var replay = Replay(recording, try shippedLibrary.lesson(id), shippedLibrary)
    var differences = 0
    for (place, entry) in log.enumerated() {
      #expect(!replay.isOver)
      replay.advance()
      let page = Page(replay.model, size: student.size, appearance: student.appearance).frame
        .buffer.text().joined(separator: "\n")
      if page != entry.page, differences < 3 {
        differences += 1
        Issue.record("\(id), message \(place), \(entry.message)\n\(entry.page)\n\(page)")
      }
    }
    let steps = try shippedLibrary.lesson(id).steps.map(\.id)
    #expect(replay.isOver)
    #expect(replay.model.progress.isFinished(id, steps: steps))
  }

  @Test func theSizeOfTheWindowIsNobodysBusiness() throws {
    let (student, recording) = try recorded("lookup", size: .usual)
    var replay = Replay(recording, try shippedLibrary.lesson("lookup"), shippedLibrary)
    replay.advance(to: .seconds(3600))
    #expect(replay.isOver && replay.model.context == student.model.context)
    #expect(replay.model.progress == student.model.progress)
  }

  @Test func whatIsCutOffEndsTheRecordingAndNothingElse() throws {
    let (_, recording) = try recorded("lookup")
    let text = ([recording.start.line] + recording.entries.prefix(9).map(\.line))
      .joined(separator: "\n")
    for length in stride(from: text.count - 1, to: recording.start.line.count, by: -13) {
      let cut = try Recording(String(text.prefix(length)))
      #expect(cut.entries == Array(recording.entries.prefix(cut.entries.count)))
    }
    #expect(throws: RecordingError.foreign) { try Recording("hello") }
    #expect(throws: RecordingError.foreign) { try Recording("") }
  }
}
