import Scenes
import Text

/// The order in which lessons are taken.
package struct Course: Equatable, Sendable {
  package let title: String
  package let parts: [Part]

  package var entries: [CourseEntry] { parts.flatMap(\.entries) }

  /// The entry of the lesson of this id.
  package func entry(_ id: String) -> CourseEntry? { entries.first { $0.id == id } }
}

/// A chapter of the course.
package struct Part: Equatable, Sendable {
  package let title: String
  package let entries: [CourseEntry]
}

/// A line of the course map.
package struct CourseEntry: Equatable, Sendable {
  package let id: String
  package let title: String
  package let minutes: Int?
  package let state: State

  package enum State: Equatable, Sendable {
    /// There is a file, and it says this about itself.
    case ready(Header)
    /// There is a file, but not even its front matter can be read.
    case broken(Diagnostics)
    /// There is no file yet.
    case planned
  }

  package var header: Header? {
    if case .ready(let header) = state { header } else { nil }
  }
}
