import ArgumentParser
import Lessons

/// Where lessons and this user's files are.
struct FolderOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of the lessons (also QKV_LESSONS).", valueName: "folder"),
    completion: .directory)
  var lessons: String?

  @Option(
    help: ArgumentHelp(
      "The folder for progress and settings (also QKV_DATA_DIR).", valueName: "folder"),
    completion: .directory)
  var dataDir: String?

  /// The folders of this user's files.
  var places: Places {
    Places(environment: Environment.variables, dataDirectory: dataDir)
  }

  var progressStore: ProgressStore { ProgressStore(directory: places.data) }

  /// The lessons; throws a sentence where there are none.
  func library() throws(CommandFailure) -> Library {
    Library(directory: try LessonsFolder.find(chosen: lessons, places: places))
  }
}
