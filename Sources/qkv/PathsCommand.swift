import ArgumentParser
import Files
import Pages
import Progress
import Text

/// `qkv paths`: which files and folders are used, and whether the settings are fine.
struct PathsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paths", abstract: "Print which files are used, and check the settings.",
    discussion:
      "The exit status is 1 where the settings hold a mistake; what is right in them is used even so."
  )

  @OptionGroup var folders: FolderOptions

  func run() throws {
    let folders = folders.chosen
    let store = PreferenceStore(folders.places)
    let settings = PersonalSettings(store)
    try Output.say(
      Columns([
        ["settings", store.settingsPath ?? "none", settings.summary],
        ["progress", folders.progressStore.path ?? "none"],
        ["last place", store.placePath ?? "none"],
        ["lessons", (try? folders.library().directory) ?? "none"],
      ]).lines.joined(separator: "\n"))
    try settings.complain()
  }
}

extension PersonalSettings {
  fileprivate var summary: String {
    switch state {
    case .there: file.problems.isEmpty ? "fine" : counted(file.problems.count, "problem")
    case .missing: "not there yet"
    case .earlier: "not there yet; settings.json of an earlier version holds"
    case .unreadable: "cannot be read"
    }
  }
}
