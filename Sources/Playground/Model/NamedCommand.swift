/// A command whose key a sentence names.
///
/// A person may have given it another key, so the sentence holds the command's name between two marks, and the
/// page writes the key in its place.
package enum NamedCommand: String, CaseIterable, Sendable {
  case back
  case beginCourse = "begin course"
  case check
  case compare = "a and b"
  case experiment
  case goBack = "go back"
  case goOn = "go on"
  case hint
  case nextHunt = "next hunt"
  case pauseVoice = "pause voice"
  case voice
  case nextPart = "next part"
  case nextSurprise = "next surprise"
  case reset
  case run
  case sandbox
  case slopes
  case solution
  case takeAgain = "take again"
  case undo
  case write

  /// What stands before and behind the name; no text that is shown holds them.
  package static let opening: Character = "\u{E000}"
  package static let closing: Character = "\u{E001}"
}

extension DefaultStringInterpolation {
  /// Names the key of a command.
  mutating func appendInterpolation(key command: NamedCommand) {
    appendLiteral("\(NamedCommand.opening)\(command.rawValue)\(NamedCommand.closing)")
  }
}
