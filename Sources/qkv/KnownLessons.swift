import Lessons

/// The ids that a lesson may name as needed before it.
struct KnownLessons: Equatable {
  let ids: Set<String>

  /// Those of the library, of the courses beside the files, and of the files themselves.
  init(files: [String], library: Library?) {
    let folders = Set(files.compactMap(Self.folder).filter { TextFile.exists($0 + "/course.yml") })
    let courses =
      folders.map { Library(directory: $0).course } + [library?.course].compactMap(\.self)
    ids = Set(courses.flatMap(\.entries).map(\.id)).union(files.map(Self.stem))
  }

  private static func folder(_ path: String) -> String? {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return String(path[..<slash])
  }

  private static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
  }
}
