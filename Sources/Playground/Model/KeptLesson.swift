import Lessons

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// How a lesson was left: a state, and what was done after it was written.
package struct KeptLesson: Equatable, Sendable {
  let state: LessonState
  let messages: [Message]

  /// The id of the lesson.
  package var lesson: String { state.lesson }

  /// Whether the step in front still has the scene that it was kept with.
  package func fits(_ lesson: Lesson) -> Bool { state.fits(lesson) }

  /// Reads the lines of a file; what follows a line that cannot be read is left out.
  ///
  /// nil where the first line is no state.
  package init?(_ text: String) {
    let lines = text.split(separator: "\n")
    guard let first = lines.first, let state = LessonState(line: String(first)) else { return nil }
    self.state = state
    var messages: [Message] = []
    for line in lines.dropFirst() {
      guard let message = Message(line: String(line)) else { break }
      messages.append(message)
    }
    self.messages = messages
  }
}

/// A lesson that was read in order to be opened.
package struct OpenedLesson: Equatable, Sendable {
  let lesson: Lesson
  let kept: KeptLesson?
  /// The step to open, counted from 1; nil opens it where it was left.
  let step: Int?
  /// Whether something was kept that cannot be read.
  let isDamaged: Bool

  package init(_ lesson: Lesson, keptAs text: String? = nil, step: Int? = nil) {
    self.lesson = lesson
    kept = text.flatMap(KeptLesson.init)
    isDamaged = text != nil && kept == nil
    self.step = step
  }
}

/// A value that is kept as one line of JSON.
package protocol OneLine: Codable {}

extension OneLine {
  /// The value as one line, without its end.
  package var line: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    do {
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    } catch {
      preconditionFailure("every state and every message that is kept can be written")
    }
  }

  /// The value that a line holds, if it holds one.
  package init?(line: String) {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    guard let value = try? decoder.decode(Self.self, from: Data(line.utf8)) else { return nil }
    self = value
  }
}

extension LessonState: OneLine {}
extension Message: OneLine {}
