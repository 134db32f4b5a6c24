import Files
import Lessons

/// The ids that a lesson may name as needed before it.
struct KnownLessons: Equatable {
  let ids: Set<String>

  /// Those of the library, of the courses beside the files, and of the files themselves.
  init(files: [String], library: Library?) {
    let folders = Set(files.map(Folder.parent).filter { FileKind(at: $0 + "/course.yml") != nil })
    let libraries = folders.map { Library(directory: $0) } + [library].compactMap(\.self)
    ids = libraries.reduce(into: Set(files.map(Self.stem))) { $0.formUnion($1.lessonIDs) }
  }

  private static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
  }
}
