import ArgumentParser
import Lessons
import Progress

/// `qkv progress`: the progress file, from outside the playground.
struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress", abstract: "Show, export, import or reset your progress.",
    subcommands: [
      ProgressShowCommand.self, ProgressPathCommand.self, ProgressExportCommand.self,
      ProgressImportCommand.self, ProgressResetCommand.self,
    ],
    defaultSubcommand: ProgressShowCommand.self)
}

extension StoredProgress {
  /// What is now kept; throws the banner's sentence if nothing was.
  func kept() throws(CommandFailure) -> Progress {
    guard let problem else { return progress }
    switch problem {
    case .damaged, .setAside, .missing: Output.complain(sentence: problem.sentence)
    case .busy, .stuck, .newer, .anotherStudent, .homeless, .unreadable, .unwritable:
      throw CommandFailure(problem.sentence)
    }
    return progress
  }
}
