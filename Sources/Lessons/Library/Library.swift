import Scenes
import Text

/// The lessons of a directory and the course that orders them.
package struct Library: Equatable, Sendable {
  package let directory: String
  /// The folder of the lessons that come with the program, of which a course may name any.
  package let shipped: String?
  package let course: Course
  /// What is wrong with the course itself; each lesson keeps its own problems.
  package let problems: [Diagnostic]
  /// Whether every lesson of the directory is known.
  package let isWhole: Bool
  private let paths: [String: String]

  /// Reads `course.yml` and the front matter of every lesson; bodies are read on demand.
  ///
  /// A lesson that the course names and the directory lacks is taken from `shipped`.
  package init(directory: String, shipped: String? = nil) {
    let shelf = LessonIndex(directory)
    let plan = CoursePlan(directory, shelf, shipped: shipped)
    self.init(directory, shipped, shelf, plan, isWhole: true)
  }

  /// Reads of the directory no more than a page of this lesson shows: its place in the course, and
  /// the titles of the lessons that it needs.
  ///
  /// nil where that is not plain to see: a file has another name than its lesson, or a lesson is not
  /// in `course.yml`.
  package init?(directory: String, shipped: String? = nil, opening id: String) {
    guard let shelf = LessonIndex(directory, opening: id) else { return nil }
    let plan = CoursePlan(directory, shelf, shipped: nil)
    guard !plan.hasUnlisted else { return nil }
    self.init(directory, shipped, shelf, plan, isWhole: false)
  }

  private init(
    _ directory: String, _ shipped: String?, _ shelf: LessonIndex, _ plan: CoursePlan, isWhole: Bool
  ) {
    self.directory = directory
    self.shipped = shipped
    self.isWhole = isWhole
    course = plan.course
    problems = plan.problems + shelf.problems
    paths = shelf.paths.merging(plan.borrowedPaths) { own, _ in own }
  }

  /// The ids of all lessons, planned ones too.
  package var lessonIDs: Set<String> { Set(course.entries.map(\.id)) }

  /// The file of the lesson of this id; nil where it is still to be written.
  package func path(of id: String) -> String? { paths[id] }

  /// Reads the whole lesson of this id.
  package func lesson(_ id: String) throws(Diagnostics) -> Lesson {
    guard let path = paths[id] else { throw unknown(id) }
    return try Lesson.load(path: path)
  }

  private func unknown(_ id: String) -> Diagnostics {
    var report = Report(SourceFile(name: directory, text: ""))
    let closest = id.nearest(among: paths.keys.sorted())
    report.add(.claim(.unknownLesson(id, closest: closest)), at: 0)
    return Diagnostics(report.problems)
  }
}

/// The lesson files of a directory, by what they say about themselves.
struct LessonIndex {
  private(set) var states: [String: CourseEntry.State] = [:]
  private(set) var paths: [String: String] = [:]
  /// In the order of the files' names.
  private(set) var ids: [String] = []
  private(set) var problems: [Diagnostic] = []

  init(_ directory: String) {
    do throws(Diagnostics) {
      for name in try LessonFile.names(in: directory) { add(name, "\(directory)/\(name)") }
    } catch {
      problems = error.list
    }
  }

  /// A lesson and those that it needs, as far as they are written; nil unless each stands in the
  /// file of its name.
  init?(_ directory: String, opening id: String) {
    add("\(id).md", "\(directory)/\(id).md")
    guard let header = header(id), let names = try? LessonFile.names(in: directory) else {
      return nil
    }
    let needs = header.needs.filter { $0 != id && names.contains("\($0).md") }
    for need in needs { add("\(need).md", "\(directory)/\(need).md") }
    guard needs.allSatisfy({ self.header($0) != nil }) else { return nil }
  }

  private func header(_ id: String) -> Header? {
    if case .ready(let header) = states[id] { header } else { nil }
  }

  private mutating func add(_ name: String, _ path: String) {
    do throws(Diagnostics) {
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
      // Of two files the one of the lesson's name is meant.
      if case .ready = state, path.hasSuffix("/\(id).md") { put(path, state, under: id) }
    } else {
      put(path, state, under: id)
      ids.append(id)
    }
  }

  private mutating func put(_ path: String, _ state: CourseEntry.State, under id: String) {
    states[id] = state
    paths[id] = path
  }
}
