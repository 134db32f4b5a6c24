import ArgumentParser
import Lessons
import Progress

/// `qkv map`: the course map, which `qkv` alone opens too once something was learned.
struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: "Open the course map; so does qkv alone.")

  @OptionGroup var screen: ScreenOptions

  @OptionGroup var lines: LinearOption

  @OptionGroup var folders: FolderOptions

  func run() throws {
    try Self.openMap(folders.chosen, ascii: screen.ascii, linear: lines.linear)
  }

  static func openMap(_ folders: Folders, ascii: Bool = false, linear: Bool = false) throws {
    let place = PreferenceStore(folders.places).lastPlace()
    try InteractiveApp(folders: folders, ascii: ascii, linear: linear).run { model in
      if let place { model.selectLesson(place.lesson) }
    }
  }
}
