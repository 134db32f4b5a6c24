import Classroom
import Files
import Lessons
import Playground
import Progress

/// Writes down what happens to a lesson, as it happens.
final class Recorder {
  private let path: String
  private var file: FileAppender?
  private var waiting: [RecordedMessage] = []
  private let clock = ContinuousClock()
  private var began: ContinuousClock.Instant

  /// Messages that name what was seen and not what was done come back by themselves.
  private static func isKept(_ message: Message) -> Bool {
    if case .reported = message { false } else { true }
  }

  init(_ path: String) {
    self.path = path
    began = clock.now
  }

  /// Begins a file that must not be there yet.
  func begin(_ start: RecordingStart) throws(CommandFailure) {
    try TextFile.create(path, start.line + "\n")
    do {
      file = try FileAppender(path)
    } catch {
      throw CommandFailure(error.sentence)
    }
    began = clock.now
  }

  func note(_ message: Message) {
    guard Self.isKept(message) else { return }
    let after = (clock.now - began) / .milliseconds(1)
    waiting.append(RecordedMessage(after: Int(after), message))
  }

  /// Writes what was noted, in one piece, once the person sees the page.
  func write() {
    guard let file, !waiting.isEmpty else { return }
    let lines = waiting.map { $0.line + "\n" }.joined()
    waiting.removeAll()
    do {
      try file.append(Array(lines.utf8))
    } catch {
      // A line that is cut ends what can be read, so nothing is added behind it.
      self.file = nil
    }
  }

  /// What to say at the end: where the recording is, or that it is not whole.
  var summary: String {
    file == nil
      ? "\(path) could not be written to its end; it holds what came before."
      : "Recorded in \(path). Play it with: qkv replay \(path)"
  }
}
