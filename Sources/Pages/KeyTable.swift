import Playground
import Terminal

/// The one table behind input, foot, help and palette.
package struct KeyTable: Equatable, Sendable {
  package let bindings: [Binding]
  /// The rows that the foot shows in a context, the most useful first.
  private let feet: [Context: [Binding]]
  private let index: [Context: [Key: Binding]]

  /// The keys as they are without anyone's settings.
  package static let standard = KeyTable(
    everywhere + steps + training + stepState + explanations + lists + glossary + heads
      + sentence + hunt + typing)

  init(_ rows: [Binding]) {
    bindings = rows.map { row in
      var row = row
      row.shown = rows.firstKeys(of: row.shownCommands ?? [row.name], near: row)
      return row
    }
    var index: [Context: [Key: Binding]] = [:]
    var feet: [Context: [Binding]] = [:]
    for context in Context.allCases {
      let here = bindings.filter { $0.contexts.contains(context) }
      feet[context] = here.filter { $0.word != nil }.sorted { $0.rank < $1.rank }
      index[context] = [:]
      for binding in here {
        for key in binding.keys { index[context]?[key] = binding }
      }
    }
    (self.feet, self.index) = (feet, index)
  }

  /// What a key means in a context, if anything.
  package func command(for key: Key, in context: Context) -> Command? {
    index[context]?[key]?.command ?? typed(key, in: context)
  }

  /// The rows of a context, in the order of the table.
  package func bindings(in context: Context) -> [Binding] {
    bindings.filter { $0.contexts.contains(context) }
  }

  /// The rows that the foot shows in a context, the most useful first.
  package func foot(in context: Context) -> [Binding] { feet[context] ?? [] }

  /// Letters are text in prompts and lists; digits answer or choose a panel of a step, a bet or a head.
  private func typed(_ key: Key, in context: Context) -> Command? {
    guard case .character(let character) = key else { return nil }
    if context.takesText { return .send(.edit(.type(String(character)))) }
    return Set.lesson.union([.closing, .sentence, .hunt]).contains(context)
      ? character.wholeNumberValue.map(Command.digit) : nil
  }
}

extension Context {
  /// Whether what is typed here is text.
  var takesText: Bool { self == .prompt || self == .list }
}

extension [Binding] {
  /// The first key of each command that can be given where a row can.
  fileprivate func firstKeys(of names: [String], near row: Binding) -> [Key] {
    names.compactMap { name in
      first { $0.name == name && !$0.contexts.isDisjoint(with: row.contexts) }?.keys.first
    }
  }

  /// The same rows, listed by the help in a group.
  func listed(under group: Binding.Group) -> [Binding] {
    map { row in
      var row = row
      row.group = group
      return row
    }
  }
}
