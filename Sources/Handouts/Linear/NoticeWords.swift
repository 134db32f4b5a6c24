import Playground
import Text

extension Notice {
  /// The notice as a sentence that names commands in place of keys.
  var sentence: String {
    let named = Self.spelled(text)
    let text = SpokenSign.said(named, asCode: false).singleSpaced
    let start = text.prefix(1).uppercased() + text.dropFirst()
    return start.last.map { ".?!…".contains($0) } == true ? start : start + "."
  }

  /// A sentence with what one types in place of the commands that it names.
  private static func spelled(_ sentence: String) -> String {
    let parts = sentence.split(
      separator: NamedCommand.opening, omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(String(parts.first ?? "")) { text, part in
      guard let end = part.firstIndex(of: NamedCommand.closing) else { return text + part }
      let word = NamedCommand(rawValue: String(part[..<end]))?.typed.usage ?? String(part[..<end])
      return text + word + part[part.index(after: end)...]
    }
  }
}

extension NamedCommand {
  /// What one types in place of its key.
  fileprivate var typed: LinearCommand {
    switch self {
    case .back: .map
    case .beginCourse: .begin
    case .check: .check
    case .compare: .compare
    case .experiment: .experiment
    case .goBack: .back
    case .goOn, .nextHunt, .nextSurprise: .next
    case .hint: .hint
    case .pauseVoice, .voice: .read
    case .nextPart: .table
    case .reset: .reset
    case .run: .run
    case .sandbox: .sandbox
    case .slopes: .slopes
    case .solution: .solution
    case .takeAgain: .lesson
    case .undo: .undo
    case .write: .write
    }
  }
}
