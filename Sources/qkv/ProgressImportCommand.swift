import ArgumentParser
import Lessons
import Progress
import Text

/// `qkv progress import`: what was exported is checked, then merged with what is there.
struct ProgressImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Merge exported progress into yours.",
    discussion: "Nothing is lost: finished steps of both are finished afterwards.")

  @Argument(help: "A file made by export; - is standard input.", completion: .file())
  var file: String

  @OptionGroup var folders: FolderOptions

  func run() throws {
    let imported = try Self.progress(in: try TextFile.read(file, limit: .progress), of: file)
    let stored = folders.chosen.progressStore.restore(imported, at: Environment.now)
    let tally = try stored.kept().tally
    try Output.say(
      "Imported \(file): \(counted(tally.stepsFinished, "step")) "
        + "\(agreeing(tally.stepsFinished, "is", "are")) finished now.")
  }

  private static func progress(
    in text: String, of file: String
  ) throws(CommandFailure) -> Progress {
    do {
      return try Progress(parsing: Array(text.utf8))
    } catch {
      switch error {
      case .notProgress:
        throw CommandFailure("\(file) is not a progress file. Make one with qkv progress export.")
      case .newer(let version, _):
        throw CommandFailure(
          "\(file) was written by a later qkv (version \(version)). Update qkv to import it.")
      }
    }
  }
}
