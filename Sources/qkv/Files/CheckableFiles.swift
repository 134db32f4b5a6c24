import Files

/// The lessons, scenes and courses that a path on the command line means.
struct CheckableFiles: Equatable {
  private(set) var files: [String]
  /// What could not be looked at, although it may have been meant.
  private(set) var skipped: [FileError] = []

  /// A file itself, or all files below a folder.
  init(under path: String) throws(CommandFailure) {
    guard Folder.exists(path) else {
      files = [try Self.confirmed(path)]
      return
    }
    let tree = FileTree(below: path) { Self.isCheckable($0) && !Self.isReadMe($0) }
    files = tree.files
    skipped = tree.skipped
    guard !files.isEmpty || !skipped.isEmpty else {
      throw CommandFailure("\(path) holds no lessons (.md) and no scenes (.qkv).")
    }
  }

  private static func confirmed(_ path: String) throws(CommandFailure) -> String {
    guard FileKind(at: path) != nil else {
      throw CommandFailure("\(path) does not exist. Check the name, or the folder you are in.")
    }
    guard isCheckable(path) else {
      throw CommandFailure("\(path) is no lesson (.md), no scene (.qkv) and no course.yml.")
    }
    return path
  }

  private static func isCheckable(_ path: String) -> Bool {
    path.hasSuffix(".md") || path.hasSuffix(".qkv") || path.hasSuffix("course.yml")
  }

  private static func isReadMe(_ path: String) -> Bool {
    path.split(separator: "/").last?.lowercased() == "readme.md"
  }
}
