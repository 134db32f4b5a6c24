import ArgumentParser
import Files
import Lessons
import Progress

/// `qkv progress reset`: a fresh start, which an import can take back.
struct ProgressResetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset", abstract: "Forget your progress, or that of one lesson.",
    discussion: "What was there is kept in a file beside it, and can be imported again.")

  @Argument(help: "The id of a lesson; everything if left out.")
  var lesson: String?

  @OptionGroup var folders: FolderOptions

  func run() throws {
    let store = folders.chosen.progressStore
    let now = Environment.now
    let before = try store.load(at: now).kept()
    if let lesson, !before.isStarted(lesson) {
      throw CommandFailure("There is no progress in a lesson \(lesson).")
    }
    guard !before.lessons.isEmpty else { return try Output.say("There is no progress to forget.") }
    let copy = try keep(before, at: now)
    _ = try store.forget(lesson, at: now).kept()
    let states = LessonStateStore(folders.chosen.places)
    for id in lesson.map({ [$0] }) ?? Array(before.lessons.keys) { states.forget(id) }
    try Output.say(
      "Forgot \(lesson.map { "the progress in \($0)" } ?? "all progress"). "
        + "To have it back: qkv progress import \(copy)")
  }

  /// Writes what there is to a file with the date in its name.
  private func keep(_ progress: Progress, at date: Timestamp) throws(CommandFailure) -> String {
    let folder = folders.chosen.places.data ?? "."
    let path = "\(folder)/progress.before-reset-\(date.fileNamePart).json"
    do {
      try FileWriter(isPrivate: true).create(path, with: Array(progress.text.utf8))
    } catch {
      throw CommandFailure("Nothing was forgotten: \(error.sentence)")
    }
    return path
  }
}
