import ArgumentParser
import Files
import Lessons

/// `qkv progress export`: the progress as JSON, to keep or to take to another machine.
struct ProgressExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Print your progress as JSON, or write it to a file.")

  @Argument(help: "The file to write; standard output if left out.", completion: .file())
  var file: String?

  @OptionGroup var folders: FolderOptions

  func run() throws {
    let text = try folders.chosen.progressStore.load(at: Environment.now).kept().text
    guard let file, file != "-" else { return try Output.say(text) }
    do {
      try FileWriter(isPrivate: true).replace(file, with: Array(text.utf8))
    } catch {
      throw CommandFailure(error.problem)
    }
  }
}
