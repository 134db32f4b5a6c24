/// What the keys act on at the moment.
package enum Context: Int, Sendable, CaseIterable {
  case map
  case heads
  case closing
  case sentence
  case hunt
  case sliders
  case training
  case table
  case plane
  case words
  case why
  case page
  case list
  case entry
  case prompt

  /// The heading under which the help lists the keys of this context.
  package var title: String {
    switch self {
    case .map: "On the course map"
    case .heads: "On the heads of a model"
    case .closing: "On a closing page"
    case .sentence: "On a sentence"
    case .hunt: "On a hunt for a head"
    case .sliders: "On the sliders"
    case .training: "On the run"
    case .table: "In a table"
    case .plane: "In the plane"
    case .words: "In the words"
    case .why: "In why?"
    case .page: "On a page of text"
    case .list: "In a list"
    case .entry: "In the glossary"
    case .prompt: "While typing"
    }
  }
}
