import Files
import Lessons
import Models
import Progress

/// Where lessons and this user's files are, as the command line says.
struct Folders {
  var lessons: String?
  var dataDir: String?

  /// The folders of this user's files.
  var places: UserDirectories {
    UserDirectories(environment: Environment.variables, dataDirectory: dataDir)
  }

  var progressStore: ProgressStore { ProgressStore(directory: places.data) }

  /// The lessons; throws a sentence where there are none.
  ///
  /// A lesson or scene in a file can be opened without them: its own folder then takes their place.
  func library(besides file: String? = nil) throws(CommandFailure) -> Library {
    let beside = file.flatMap { FileKind(at: $0) == nil ? nil : Folder.parent(of: $0) }
    guard let folder = try LessonsFolder.find(chosen: lessons, places: places) ?? beside else {
      throw CommandFailure(
        "The lessons were not found. Say where they are with --lessons or QKV_LESSONS.")
    }
    return Library(
      directory: folder, shipped: LessonsFolder.shipped(places: places), weights: models(in: folder)
    )
  }

  /// The trained models that come with the program, or were installed for this user.
  var models: ModelLibrary { ModelLibrary(directories: modelFolders) }

  /// Those, and the models that lie in a folder of lessons or scenes.
  func models(in folder: String) -> ModelLibrary {
    ModelLibrary(directories: modelFolders + [folder])
  }

  private var modelFolders: [String] {
    let installed = places.lessons.map { "\(Folder.parent(of: $0))/models" }
    return ProgramFolders.candidates(source: "assets/models", installed: "models") + installed
  }

  /// The progress as it stands; a problem with the file is told on standard error, and thrown where
  /// nothing could be read.
  func progress() throws(CommandFailure) -> Progress {
    let loaded = progressStore.load(at: Environment.now)
    if case .unreadable(let error) = loaded.problem { throw CommandFailure(error.sentence) }
    if let banner = loaded.banner { Output.complain(sentence: banner) }
    return loaded.progress
  }
}
