import Scenes

/// The lessons of a directory and the course that orders them.
package struct Library: Equatable, Sendable {
  package let directory: String
  package let course: Course
  /// What is wrong with the course itself; each lesson keeps its own problems.
  package let problems: [Problem]
  private let paths: [String: String]

  /// Reads `course.yml` and the front matter of every lesson; bodies are read on demand.
  package init(directory: String) {
    let shelf = Shelf(directory)
    let plan = CoursePlan(directory, shelf)
    self.directory = directory
    course = plan.course
    problems = plan.problems + shelf.problems
    paths = shelf.paths
  }

  /// The ids of all lessons, planned ones too.
  package var lessonIDs: Set<String> { Set(course.entries.map(\.id)) }

  /// The file of the lesson of this id; nil where it is still to be written.
  package func path(of id: String) -> String? { paths[id] }

  /// Reads the whole lesson of this id.
  package func lesson(_ id: String) throws(Problems) -> Lesson {
    guard let path = paths[id] else { throw unknown(id) }
    return try Lesson.load(path: path)
  }

  private func unknown(_ id: String) -> Problems {
    var report = Report(SourceFile(name: directory, text: ""))
    let closest = closest(to: id, in: paths.keys.sorted())
    report.add(.claim(.unknownLesson(id, closest: closest)), at: 0)
    return Problems(report.problems)
  }
}

/// The lesson files of a directory, by what they say about themselves.
struct Shelf {
  private(set) var states: [String: CourseEntry.State] = [:]
  private(set) var paths: [String: String] = [:]
  /// In the order of the files' names.
  private(set) var ids: [String] = []
  private(set) var problems: [Problem] = []

  init(_ directory: String) {
    guard let names = LessonFile.names(in: directory) else {
      problems = LessonFile.unreadable(directory).list
      return
    }
    for name in names { add(name, "\(directory)/\(name)") }
  }

  private mutating func add(_ name: String, _ path: String) {
    do throws(Problems) {
      let header = try Header.load(path: path)
      add(header.id, path, .ready(header))
    } catch {
      add(String(name.dropLast(3)), path, .broken(error))
    }
  }

  private mutating func add(_ id: String, _ path: String, _ state: CourseEntry.State) {
    if let other = paths[id] {
      var report = Report(SourceFile(name: path, text: ""))
      report.add(.claim(.repeatedLesson(id, file: other)), at: 0)
      problems += report.problems
    } else {
      states[id] = state
      paths[id] = path
      ids.append(id)
    }
  }
}
