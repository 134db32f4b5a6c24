/// The folders in which what comes with the program may lie.
enum ProgramFolders {
  /// A folder of the installation that the program's bin belongs to, or of the source tree above it.
  ///
  /// The installation goes first: above an unpacked program other folders may be called `lessons`.
  /// `source` is where it lies in a source tree, such as `assets/models`, and `installed` its name below `share/qkv`.
  static func candidates(source: String, installed: String) -> [String] {
    guard let program = Environment.executable else { return [] }
    let folders = ancestors(of: program)
    return folders.dropFirst().prefix(1).map { "\($0)/share/qkv/\(installed)" }
      + folders.map { "\($0)/\(source)" }
  }

  private static func ancestors(of path: String) -> [String] {
    var folders: [String] = []
    var rest = path[...]
    while let slash = rest.lastIndex(of: "/") {
      rest = rest[..<slash]
      folders.append(String(rest))
    }
    return folders
  }
}
