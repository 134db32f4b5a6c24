import Files

/// Settings and the last place: small files, of which the last writer's stands.
package struct PreferenceStore: Sendable {
  private let places: UserDirectories
  private let operations: FileOperations

  package init(_ places: UserDirectories, operations: FileOperations = FileOperations()) {
    self.places = places
    self.operations = operations
  }

  /// Where the settings are or would be; nil without a home.
  package var settingsPath: String? { places.config.map { "\($0)/settings.yml" } }

  /// Where the last place is or would be.
  package var placePath: String? { places.state.map { "\($0)/place.json" } }

  /// The text of the settings file; nil where there is none.
  package func settingsText() throws(FileError) -> String? {
    guard let settingsPath else { return nil }
    do {
      let bytes = try FileReader(limit: .settings, operations: operations).read(settingsPath)
      return String(decoding: bytes, as: UTF8.self)
    } catch {
      if error.isMissing { return nil }
      throw error
    }
  }

  /// What an earlier version kept in `settings.json`; nil where that does not help.
  package func earlierSettings() -> Settings? {
    read("settings.json", in: places.config).map(Settings.init)
  }

  package func writeSettings(_ text: String) throws(FileError) {
    try write(Array(text.utf8), to: "settings.yml", in: places.config)
  }

  /// Where the learner last was, if that is known.
  package func lastPlace() -> LastPlace? {
    read("place.json", in: places.state).flatMap(LastPlace.init)
  }

  package func save(_ place: LastPlace) throws(FileError) {
    try write(Array((place.json.text + "\n").utf8), to: "place.json", in: places.state)
  }

  /// What was kept of the first page; nil before it was opened.
  package func firstPage() -> FirstPageMemory? {
    read("first-page.json", in: places.state).flatMap(FirstPageMemory.init)
  }

  package func save(_ memory: FirstPageMemory) throws(FileError) {
    try write(Array((memory.json.text + "\n").utf8), to: "first-page.json", in: places.state)
  }

  private func read(_ name: String, in folder: String?) -> JSONValue? {
    guard let folder else { return nil }
    let reader = FileReader(limit: .settings, operations: operations)
    return (try? reader.read("\(folder)/\(name)")).flatMap(JSONValue.init(parsing:))
  }

  /// Without a home there is nowhere to write, and the progress banner has said so.
  private func write(
    _ bytes: [UInt8], to name: String, in folder: String?
  ) throws(FileError) {
    guard let folder else { return }
    try Folder.make(folder, operations: operations)
    let writer = FileWriter(isPrivate: true, operations: operations)
    try writer.replace("\(folder)/\(name)", with: bytes)
  }
}
