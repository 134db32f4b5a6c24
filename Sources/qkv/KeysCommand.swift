import ArgumentParser
import Pages
import Progress
import Terminal

/// `qkv keys`: the commands that keys can be given to in the settings.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Print every command with its keys.",
    discussion: """
      The settings file (see qkv paths) can give a command other keys, such as \
      keys: {why: [enter, e], next step: N}.
      """)

  @OptionGroup var folders: FolderOptions

  func run() throws {
    let settings = PersonalSettings(PreferenceStore(folders.chosen.places))
    let rows = settings.file.keys.commandNames.map { name in
      let rows = settings.file.keys.bindings.filter { $0.name == name }
      return [name, rows[0].keys.map(\.spelling).joined(separator: " "), rows[0].help]
    }
    try Output.say(Columns(rows).lines.joined(separator: "\n"))
    try settings.complain()
  }
}
