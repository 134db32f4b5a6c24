/// What the keys act on at the moment.
package enum Context: Int, Sendable, CaseIterable {
  case map
  case sliders
  case training
  case table
  case plane
  case words
  case why
  case page
  case list
  case prompt

  /// The heading under which the help lists the keys of this context.
  package var title: String {
    switch self {
    case .map: "On the course map"
    case .sliders: "On the sliders"
    case .training: "On the run"
    case .table: "In a table"
    case .plane: "In the plane"
    case .words: "In the words"
    case .why: "In why?"
    case .page: "On a page of text"
    case .list: "In a list"
    case .prompt: "While typing"
    }
  }

}

/// Some of the contexts.
///
/// One number, since the first `Set` of a type takes the runtime longer than drawing a panel.
package struct Contexts: Equatable, Sendable, ExpressibleByArrayLiteral {
  private var bits = 0

  package init(arrayLiteral contexts: Context...) {
    for context in contexts { bits |= 1 << context.rawValue }
  }

  package static let all = Contexts(bits: (1 << Context.allCases.count) - 1)
  /// Those in which a lesson or the playground is in front.
  package static let lesson: Contexts = [.sliders, .training, .table, .plane, .words]
  /// Everywhere but where letters are text.
  package static let commands = lesson.union([.map, .why, .page])

  private init(bits: Int) {
    self.bits = bits
  }

  package var count: Int { bits.nonzeroBitCount }

  package func contains(_ context: Context) -> Bool { bits & 1 << context.rawValue != 0 }

  package func union(_ others: Contexts) -> Contexts { Contexts(bits: bits | others.bits) }

  package func subtracting(_ others: Contexts) -> Contexts { Contexts(bits: bits & ~others.bits) }
}
