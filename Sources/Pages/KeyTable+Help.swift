import Playground
import Terminal

/// Rows of the key table under a heading of the help.
package struct HelpSection: Equatable, Sendable {
  package let title: String
  package let bindings: [Binding]
}

extension KeyTable {
  /// The help of a context: its own keys first, then what holds everywhere.
  package func help(in context: Context) -> [HelpSection] {
    let rows = bindings(in: context)
    let groups = [("Through the lesson", Binding.Group.lesson), ("On the page", .page)]
    return
      ([HelpSection(title: context.title, bindings: rows.filter(\.isOwn))]
      + (groups + [("Everywhere", .everywhere)]).map { title, group in
        HelpSection(title: title, bindings: rows.filter { !$0.isOwn && $0.group == group })
      }).filter { !$0.bindings.isEmpty }
  }
}

extension Binding {
  /// Whether the row belongs to a few contexts alone.
  fileprivate var isOwn: Bool { contexts.count < Set.lesson.count }
}
