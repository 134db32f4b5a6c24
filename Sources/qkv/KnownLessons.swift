import Files
import Lessons

/// The ids that a lesson may name as needed before it.
struct KnownLessons: Equatable {
  /// The folder of the lessons that come with the program.
  let shipped: String?
  /// The ids of the course that lies beside a file, by its folder.
  private var courses: [String: Set<String>] = [:]
  /// The misconceptions listed beside a file, by its folder.
  private var misconceptions: [String: Set<String>] = [:]
  private let otherMisconceptions: Set<String>?
  /// The ids for files beside which there is no course.
  private let others: Set<String>

  init(files: [String], library: Library?) {
    shipped = library?.shipped ?? library?.directory
    otherMisconceptions = library.map { Set($0.misconceptions.map(\.id)) }
    others = (library?.lessonIDs ?? []).union(files.map(Self.stem))
    for (folder, files) in Dictionary(grouping: files, by: Folder.parent) {
      let course = Library(directory: folder, shipped: shipped)
      func holds(_ file: String) -> Bool { FileKind(at: "\(folder)/\(file)") != nil }
      if holds("course.yml") { courses[folder] = course.lessonIDs.union(files.map(Self.stem)) }
      if holds("course.yml") || holds("misconceptions.yml") {
        misconceptions[folder] = Set(course.misconceptions.map(\.id))
      }
    }
  }

  /// Those of the course beside the file, or else of the chosen library and of all files checked.
  func ids(for file: String) -> Set<String> { courses[Folder.parent(of: file)] ?? others }

  /// The ids of the misconceptions that a file may name; nil where they are not known.
  func misconceptions(for file: String) -> Set<String>? {
    misconceptions[Folder.parent(of: file)] ?? otherMisconceptions
  }

  private static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
  }
}
