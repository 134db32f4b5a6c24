import Scenes
import Text

/// A sentence, or several, for standard error; the exit status is then 1.
struct CommandFailure: Error, Equatable {
  let text: String
  /// The place in a file that it is about, if it is about one.
  let location: SourceLocation?

  init(_ text: String, location: SourceLocation? = nil) {
    self.text = text
    self.location = location
  }

  /// The sentence, behind its place where it does not name the file itself.
  var rendered: String {
    guard let location, !text.contains(location.file) else { return text }
    return "\(location.file):\(location.line):\(location.column): error: \(text)"
  }
}

/// Nobody reads on: `qkv eval … | head` is no mistake.
struct ClosedPipe: Error {}
