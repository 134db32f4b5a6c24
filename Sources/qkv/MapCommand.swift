import ArgumentParser
import Lessons
import Progress

/// `qkv` alone: the course map.
struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: "Open the course map; so does qkv alone.")

  @OptionGroup var folders: FolderOptions

  func run() throws {
    try Self.openMap(folders.chosen)
  }

  static func openMap(_ folders: Folders) throws {
    let place = PreferenceStore(folders.places).lastPlace()
    try Stage(folders: folders).run { model in
      if let place { model.selectLesson(place.lesson) }
    }
  }
}
