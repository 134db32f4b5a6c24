import Scenes
import Text

/// The order in which lessons are taken.
package struct Course: Equatable, Sendable {
  package let title: String
  package let parts: [Part]
  /// A way through the course that fits into one class, if it names one.
  package internal(set) var short: ShortPath?
  /// Questions that tell where somebody may start, in the order of the course.
  package internal(set) var diagnostic: [QuestionReference] = []

  init(title: String, parts: [Part]) {
    self.title = title
    self.parts = parts
  }

  package var entries: [CourseEntry] { parts.flatMap(\.entries) }

  /// The entry of the lesson of this id.
  package func entry(_ id: String) -> CourseEntry? { entries.first { $0.id == id } }
}

/// Some lessons of the course that stand on each other and fit into some minutes.
package struct ShortPath: Equatable, Sendable {
  /// The minutes that there are.
  package let minutes: Int
  /// The ids of the lessons, in order.
  package let lessons: [String]
}

/// A question of a lesson, by its ids, and where a file names it.
package struct QuestionReference: Equatable, Sendable {
  package let lesson: String
  package let step: String
  package let question: String
  let location: SourceLocation
  let line: String
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
