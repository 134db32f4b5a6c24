import Lessons
import Playground
import Progress
import Text

/// A lesson in someone's hands, message by message, to be seen again.
///
/// Messages say what is meant and not which key or place, so that the same ones give the same pages at any size.
package struct Recording: Equatable, Sendable {
  package let start: RecordingStart
  package let entries: [RecordedMessage]

  /// Reads the lines of a file; what follows a line that cannot be read is left out, as after a kill.
  package init(_ text: String) throws(RecordingError) {
    let lines = text.split(whereSeparator: \.isNewline)
    guard let first = lines.first, let start = RecordingStart(line: String(first)) else {
      throw .foreign
    }
    guard start.version <= RecordingStart.version else { throw .newer(start.version) }
    self.start = start
    var entries: [RecordedMessage] = []
    for line in lines.dropFirst() {
      guard let entry = RecordedMessage(line: String(line)),
        entry.after >= entries.last?.after ?? 0
      else { break }
      entries.append(entry)
    }
    self.entries = entries
  }

  /// How long it takes.
  package var length: Duration { .milliseconds(entries.last?.after ?? 0) }
}

/// How the lesson stood when the recording began.
package struct RecordingStart: Equatable, OneLine, Sendable {
  /// The version of the file format that this edition writes.
  package static let version = 1

  package let version: Int
  /// The lesson's id, or the path of its file.
  package let lesson: String
  /// Tells whether the lesson was changed since.
  package let digest: String
  /// The step that was asked for, counted from 1.
  package let step: Int?
  /// How the lesson had been left, as its file said.
  package let kept: String?
  /// The text of the progress file.
  package let progress: String
  package let hasMotion: Bool
  /// Seconds since 1970.
  package let began: Int

  package init(
    lesson: String, digest: String, step: Int?, kept: String?, progress: Progress,
    hasMotion: Bool, at date: Timestamp
  ) {
    version = Self.version
    (self.lesson, self.digest, self.step, self.kept) = (lesson, digest, step, kept)
    self.progress = progress.text
    self.hasMotion = hasMotion
    began = date.secondsSince1970
  }

  enum CodingKeys: String, CodingKey {
    case version = "qkv-recording"
    case lesson, digest, step, kept, progress, hasMotion, began
  }
}

/// A message, and when it came.
package struct RecordedMessage: Equatable, OneLine, Sendable {
  /// Milliseconds since the recording began.
  package let after: Int
  package let message: Message

  package init(after: Int, _ message: Message) {
    self.after = after
    self.message = message
  }
}

/// Why a file cannot be replayed.
package enum RecordingError: Error, Equatable, Sendable {
  case foreign
  /// A later edition wrote it.
  case newer(Int)

  package func sentence(about file: String) -> String {
    switch self {
    case .foreign: "\(file) is no recording. One is made with qkv record."
    case .newer(let version):
      "\(file) was recorded by a later qkv (version \(version)). Update qkv to replay it."
    }
  }
}
