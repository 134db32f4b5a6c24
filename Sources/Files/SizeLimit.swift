/// How large a file of one kind may be; what is larger is something else, or an attack.
package struct SizeLimit: Equatable, Sendable {
  package let bytes: Int
  /// What such a file holds, with its article: `a lesson`.
  package let content: String

  package init(megabytes: Int, of content: String) {
    bytes = megabytes << 20
    self.content = content
  }

  package static let lesson = SizeLimit(megabytes: 1, of: "a lesson")
  package static let scene = SizeLimit(megabytes: 8, of: "a scene")
  /// A student who finishes ten lessons a day fills some 3 MB a year.
  package static let progress = SizeLimit(megabytes: 16, of: "progress")
  /// The same with a name.
  package static let handIn = SizeLimit(megabytes: 17, of: "a hand-in")
  /// A state of a shipped lesson takes less than 64 kB.
  package static let lessonState = SizeLimit(megabytes: 4, of: "the state of a lesson")
  /// An hour with several runs takes some 5 MB.
  package static let recording = SizeLimit(megabytes: 64, of: "a recording")
  package static let settings = SizeLimit(megabytes: 1, of: "settings")

  /// `16 MB`.
  package var text: String { "\(bytes >> 20) MB" }
}
