import Files
import Playground
import Progress

/// Keeps how lessons stand while they are in someone's hands.
///
/// A state that cannot be kept is a comfort lost, not an answer: nobody is told, and the next state is tried
/// again.
final class StateKeeper {
  private let store: LessonStateStore
  /// The file of the lesson in front, once it was begun.
  private var current: (lesson: String, file: FileAppender)?
  /// What was done since the last page was drawn.
  private var waiting: [Message] = []

  init(_ store: LessonStateStore) {
    self.store = store
  }

  func text(of lesson: String) -> String? { store.text(of: lesson) }

  func keep(_ state: LessonState) {
    waiting.removeAll()
    current = nil
    if let file = try? store.begin(state.lesson, with: state.line) {
      current = (state.lesson, file)
    }
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
