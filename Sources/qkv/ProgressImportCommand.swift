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

  @Flag(help: "Import it even if it is another student's, as when you began on two machines.")
  var force = false

  @OptionGroup var folders: FolderOptions

  func run() throws {
    let imported = try Self.progress(in: bytes(), of: file)
    let stored = folders.chosen.progressStore
      .restore(imported, at: Environment.now, evenOfAnother: force)
    if case .anotherStudent = stored.problem {
      throw CommandFailure(
        "\(file) is another student's progress, so nothing was imported. "
          + "If both are yours, add --force.")
    }
    let tally = try stored.kept().tally
    try Output.say(
      "Imported \(file.printableOnOneLine): \(tally.stepsFinished) steps are finished now.")
  }

  private func bytes() throws(CommandFailure) -> [UInt8] {
    try TextFile.bytes(file, limit: .progress)
  }

  private static func progress(
    in bytes: [UInt8], of file: String
  ) throws(CommandFailure) -> Progress {
    do {
      return try Progress(parsing: bytes)
    } catch {
      switch error {
      case .notProgress:
        throw CommandFailure("\(file) is not a progress file. Make one with qkv progress export.")
      case .damaged(let part):
        Output.complain(sentence: "\(file) is damaged; what could be read of it is imported.")
        return part
      case .newer(let version, _):
        throw CommandFailure(
          "\(file) was written by a later qkv (version \(version)). Update qkv to import it.")
      }
    }
  }
}
