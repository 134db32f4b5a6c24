import Files

/// Settings and the last place: small files, of which the last writer's stands.
package struct PreferenceStore: Sendable {
  private let places: UserDirectories
  private let operations: FileOperations

  package init(_ places: UserDirectories, operations: FileOperations = FileOperations()) {
    self.places = places
    self.operations = operations
  }

  /// The settings as they stand, or the usual ones where the file does not help.
  package func settings() -> Settings {
    read("settings.json", in: places.config).map(Settings.init) ?? Settings()
  }

  package func save(_ settings: Settings) throws(FileError) {
    try write(settings.json, to: "settings.json", in: places.config)
  }

  /// Where the learner last was, if that is known.
  package func lastPlace() -> LastPlace? {
    read("place.json", in: places.state).flatMap(LastPlace.init)
  }

  package func save(_ place: LastPlace) throws(FileError) {
    try write(place.json, to: "place.json", in: places.state)
  }

  private func read(_ name: String, in folder: String?) -> JSONValue? {
    guard let folder else { return nil }
    let reader = FileReader(limit: .settings, operations: operations)
    return (try? reader.read("\(folder)/\(name)")).flatMap(JSONValue.init(parsing:))
  }

  /// Without a home there is nowhere to write, and the progress banner has said so.
  private func write(
    _ json: JSONValue, to name: String, in folder: String?
  ) throws(FileError) {
    guard let folder else { return }
    try Folder.make(folder, operations: operations)
    let writer = FileWriter(isPrivate: true, operations: operations)
    try writer.replace("\(folder)/\(name)", with: Array((json.text + "\n").utf8))
  }
}
