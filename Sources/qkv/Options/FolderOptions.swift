import ArgumentParser

/// The options that say where lessons and this user's files are.
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

  var chosen: Folders { Folders(lessons: lessons, dataDir: dataDir) }
}
