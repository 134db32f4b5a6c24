import Playground
import Terminal

/// Rows of the key table under a heading of the help.
package struct HelpSection: Equatable, Sendable {
  package let title: String
  package let bindings: [Binding]
}

extension KeyTable {
  /// The help of a context: its own keys first, then what holds everywhere.
  package static func help(in context: Context) -> [HelpSection] {
    let groups = [
      (context.title, bindings.filter(\.isOwn)),
      ("Through the lesson", steps.filter { !$0.isOwn }),
      (
        "On the page",
        (training + stepState + explanations + lists + typing).filter { !$0.isOwn }
      ),
      ("Everywhere", general.filter { !$0.isOwn }),
    ]
    return groups.map { title, rows in
      HelpSection(title: title, bindings: rows.filter { $0.contexts.contains(context) })
    }.filter { !$0.bindings.isEmpty }
  }
}

extension Binding {
  /// Whether the row belongs to one or two contexts alone.
  fileprivate var isOwn: Bool { contexts.count < Contexts.lesson.count }

  /// The names of the keys, as they are printed on them.
  package func names(_ symbols: Symbols) -> String {
    keys.map { $0.name(symbols) }.joined(separator: " ")
  }
}
