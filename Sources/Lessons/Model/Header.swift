import Scenes
import Text

/// What a lesson says about itself before it begins: its front matter.
package struct Header: Equatable, Sendable {
  package let id: String
  package let title: String
  package let summary: String
  /// How long an attentive beginner takes.
  package let minutes: Int
  /// The ids of the lessons to take first.
  package let needs: [String]
  /// What the student can do afterwards.
  package let objectives: [String]
  /// A language tag such as `en`.
  package let language: String
  package let further: [Reading]
  let idLocation: SourceLocation
  let needLocations: [SourceLocation]
  /// The files from which the scene for all steps is taken.
  var uses: [Fragment] = []
}

/// A paper or a page to read afterwards.
package struct Reading: Equatable, Sendable {
  package let title: String
  /// The section, page or equation to look at.
  package let place: String?
  package let address: String?
}
