import Files
import Lessons
import Playground
import Progress
import Text

/// Keeps how lessons stand while they are in someone's hands.
final class StateKeeper {
  private let store: LessonStateStore
  /// The file of the lesson in front, once it was begun.
  private var current: (lesson: String, file: FileAppender)?
  /// What was done since the last page was drawn.
  private var waiting: [Message] = []
  /// Whether it was said that nothing can be kept; once is enough.
  private var hasComplained = false

  init(_ store: LessonStateStore) {
    self.store = store
  }

  /// What was kept of a lesson of the course, or of one from a file elsewhere that may have the same id.
  func text(of lesson: String, file: String, in library: Library) -> String? {
    store.text(of: Self.name(of: lesson, file, library))
  }

  /// Begins the lesson's file with a state.
  ///
  /// - Returns: what to tell where that fails, the first time.
  func keep(_ state: LessonState, file: String, in library: Library) -> String? {
    waiting.removeAll()
    current = nil
    do throws(FileError) {
      if let file = try store.begin(Self.name(of: state.lesson, file, library), with: state.line) {
        current = (state.lesson, file)
      }
      return nil
    } catch {
      defer { hasComplained = true }
      return hasComplained ? nil : "your drags cannot be kept for the next time: \(error.sentence)"
    }
  }

  private static func name(of lesson: String, _ file: String, _ library: Library) -> String {
    guard library.path(of: lesson) != file else { return lesson }
    return "\(lesson)-\((Environment.realPath(file) ?? file).utf8.digest)"
  }

  func record(_ message: Message, of lesson: String) {
    if current?.lesson == lesson { waiting.append(message) }
  }

  /// Writes what was recorded: a person who looks at the page does not wait for it.
  func write() {
    guard let current, !waiting.isEmpty else { return }
    let lines = waiting.map { $0.line + "\n" }.joined()
    waiting.removeAll()
    do {
      try current.file.append(Array(lines.utf8))
    } catch {
      // A line that is cut ends what can be read, so nothing is added behind it.
      self.current = nil
    }
  }
}
