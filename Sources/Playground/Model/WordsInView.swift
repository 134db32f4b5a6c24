import Text

/// What of a step's words is in view; a page works out which lines that is at its size.
package enum WordsInView: Hashable, Codable, Sendable {
  case from(TextPlace)
  /// The open question, from its beginning.
  case question
  /// What is said to an answer, or once a goal is reached, below its verdict.
  case reply(to: String)
  /// The hint that was given last.
  case hint

  package static let start = WordsInView.from(TextPlace())
}
