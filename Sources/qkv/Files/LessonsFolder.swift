import Files
import Lessons

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Where the lessons are: what was said, beside the program, or where they were installed.
enum LessonsFolder {
  /// Nil where nothing was said and none are found; throws where what was said is no such folder.
  static func find(chosen: String?, places: UserDirectories) throws(CommandFailure) -> String? {
    let said = [chosen, Environment.variables["QKV_LESSONS"]].compactMap(\.self)
      .first { !$0.isEmpty }
    if let said { return try confirmed(said) }
    return shipped(places: places)
  }

  /// The lessons that come with the program, whatever course is chosen.
  static func shipped(places: UserDirectories) -> String? {
    (ProgramFolders.candidates(source: "lessons", installed: "lessons") + places.lessons)
      .first(where: holdsACourse)
  }

  private static func confirmed(_ folder: String) throws(CommandFailure) -> String {
    if holdsACourse(folder) { return folder }
    throw CommandFailure(
      "\(folder) holds no course.yml, so it is no folder of lessons. Choose another with --lessons."
    )
  }

  private static func holdsACourse(_ folder: String) -> Bool {
    access(folder + "/course.yml", R_OK) == 0
  }
}
