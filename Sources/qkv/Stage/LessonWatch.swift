import Files
import Lessons
import Models
import Playground
import Scenes
import Text

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Looks whether a lesson was saved anew, and says what that means for the page.
final class LessonWatch {
  private let path: String
  private let models: ModelLibrary
  /// The lesson as it was read last without a mistake, and its text.
  private var lesson: Lesson
  private var text: String
  /// How each file stood that the lesson was made from, when it was looked at last.
  private var stamps: [String: FileStamp]

  init(_ path: String, _ lesson: Lesson, text: String, models: ModelLibrary) {
    self.path = path
    self.models = models
    self.lesson = lesson
    self.text = text
    stamps = FileStamp.all(of: lesson, at: path)
  }

  /// What to tell the page; nil where nothing was saved.
  func news(for model: Model) -> Message? {
    let now = stamps.keys.reduce(into: [:]) { $0[$1] = FileStamp($1) }
    guard now != stamps else { return nil }
    stamps = now
    do throws(Diagnostics) {
      let text = try read()
      let new = try Lesson.load(text: text, file: path, weights: models)
      let changed = new.firstChange(text, since: lesson, self.text)
      (lesson, self.text) = (new, text)
      stamps = FileStamp.all(of: new, at: path)
      let place = changed ?? model.session?.stepIndex ?? 0
      return .reported(
        .opened(
          OpenedLesson(
            new, keptAs: model.session?.state.line, step: min(place, new.steps.count - 1) + 1)))
    } catch {
      let lines = error.rendered().split(separator: "\n", omittingEmptySubsequences: false)
      return .reported(.closed(lesson: path, because: lines.map(String.init)))
    }
  }

  /// An editor may have taken the file away for a moment, or left half of it: that is said as any mistake.
  private func read() throws(Diagnostics) -> String {
    do throws(CommandFailure) {
      return try TextFile.read(path, limit: .lesson)
    } catch {
      let start = SourceLocation(file: path, line: 1, column: 1)
      throw Diagnostics([Diagnostic(location: start, message: error.text, sourceLine: "")])
    }
  }
}

/// How a file stood when it was looked at.
private struct FileStamp: Equatable {
  private let seconds: Int
  private let nanoseconds: Int
  private let size: Int
  private let number: UInt64

  /// nil where there is no file.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Glibc)
    let changed = status.st_mtim
    #else
    let changed = status.st_mtimespec
    #endif
    (seconds, nanoseconds) = (Int(changed.tv_sec), Int(changed.tv_nsec))
    size = Int(status.st_size)
    number = UInt64(truncatingIfNeeded: status.st_ino)
  }

  /// Of a lesson's own file, and of those whose scenes it uses.
  static func all(of lesson: Lesson, at path: String) -> [String: FileStamp] {
    let files = Set(lesson.steps.flatMap { $0.scene.sources.map(\.file) } + [path])
    return files.reduce(into: [:]) { $0[$1] = FileStamp($1) }
  }
}

extension Lesson {
  /// The first step whose text is another one, counted from 0; nil where only what stands before all steps is.
  fileprivate func firstChange(_ text: String, since old: Lesson, _ oldText: String) -> Int? {
    let before = old.stepTexts(in: oldText)
    return stepTexts(in: text).enumerated().first { place, step in
      before.first { $0.id == step.id }?.text != step.text
    }?.offset
  }

  /// The text of each step, from its heading to the next.
  private func stepTexts(in text: String) -> [(id: String, text: String)] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let starts = steps.map { min(max($0.location.line - 1, 0), lines.count) } + [lines.count]
    return steps.enumerated().map { place, step in
      let end = max(starts[place + 1], starts[place])
      return (step.id, lines[starts[place]..<end].joined(separator: "\n"))
    }
  }
}
