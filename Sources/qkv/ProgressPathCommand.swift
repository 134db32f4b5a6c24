import ArgumentParser
import Lessons
import Progress

/// `qkv progress path`: where the progress file is or would be.
struct ProgressPathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path", abstract: "Print the path of the progress file.")

  @OptionGroup var folders: FolderOptions

  func run() throws {
    guard let path = folders.chosen.progressStore.path else {
      throw CommandFailure(ProgressError.homeless.sentence)
    }
    try Output.say(path)
  }
}
