import Scenes
import Text

/// The lessons of a directory and the course that orders them.
package struct Library: Sendable {
  package let directory: String
  /// The folder of the lessons that come with the program, of which a course may name any.
  package let shipped: String?
  package let course: Course
  /// What people believe and its lessons set right.
  package let misconceptions: [Misconception]
  /// What is wrong with the course itself; each lesson keeps its own problems.
  package let problems: [Diagnostic]
  /// Where the scenes of lessons find trained models.
  package let weights: (any WeightSource)?
  private let paths: [String: String]

  /// Reads `course.yml` and the front matter of every lesson; bodies are read on demand.
  ///
  /// A lesson that the course names and the directory lacks is taken from `shipped`.
  package init(
    directory: String, shipped: String? = nil, weights: (any WeightSource)? = nil
  ) {
    self.weights = weights
    let shelf = LessonIndex(directory)
    let plan = CoursePlan(directory, shelf, shipped: shipped)
    self.directory = directory
    self.shipped = shipped
    course = plan.course
    let list = MisconceptionList(
      directory, shipped: shipped, lessons: Set(plan.course.entries.map(\.id)))
    misconceptions = list.misconceptions
    problems = plan.problems + shelf.problems + list.problems
    paths = shelf.paths.merging(plan.borrowedPaths) { own, _ in own }
  }

  /// The ids of all lessons, planned ones too.
  package var lessonIDs: Set<String> { Set(course.entries.map(\.id)) }

  /// The file of the lesson of this id; nil where it is still to be written.
  package func path(of id: String) -> String? { paths[id] }

  /// Reads the whole lesson of this id.
  package func lesson(_ id: String) throws(Diagnostics) -> Lesson {
    guard let path = paths[id] else { throw unknown(id) }
    return try Lesson.load(path: path, weights: weights)
  }

  private func unknown(_ id: String) -> Diagnostics {
    var report = Report(SourceFile(name: directory, text: ""))
    let closest = id.nearest(among: paths.keys.sorted())
    report.add(.claim(.unknownLesson(id, closest: closest)), at: 0)
    return Diagnostics(report.problems)
  }
}

extension Library: Equatable {
  /// Whether both hold the same lessons; models are found by their names alone.
  package static func == (one: Self, other: Self) -> Bool {
    one.directory == other.directory && one.shipped == other.shipped
      && one.course == other.course && one.misconceptions == other.misconceptions
      && one.problems == other.problems && one.paths == other.paths
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
