import Files
import Lessons

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Where the lessons are: what was said, beside the program, or where they were installed.
enum LessonsFolder {
  static func find(chosen: String?, places: UserDirectories) throws(CommandFailure) -> String {
    let said = [chosen, Environment.variables["QKV_LESSONS"]].compactMap(\.self)
      .first { !$0.isEmpty }
    if let said { return try confirmed(said) }
    guard let found = shipped(places: places) else {
      throw CommandFailure(
        "The lessons were not found. Say where they are with --lessons or QKV_LESSONS.")
    }
    return found
  }

  /// The lessons that come with the program, whatever course is chosen.
  static func shipped(places: UserDirectories) -> String? {
    (besideTheProgram + places.lessons).first(where: holdsACourse)
  }

  private static func confirmed(_ folder: String) throws(CommandFailure) -> String {
    if holdsACourse(folder) { return folder }
    throw CommandFailure(
      "\(folder) holds no course.yml, so it is no folder of lessons. Choose another with --lessons."
    )
  }

  /// The program may stand in a source tree's build folder, or in the bin of an installation.
  private static var besideTheProgram: [String] {
    guard let program = Environment.executable else { return [] }
    let folders = ancestors(of: program)
    let installed = folders.first.map { $0 + "/../share/qkv/lessons" }
    return folders.map { $0 + "/lessons" } + [installed].compactMap(\.self)
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

  private static func holdsACourse(_ folder: String) -> Bool {
    access(folder + "/course.yml", R_OK) == 0
  }
}
