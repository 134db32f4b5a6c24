import Playground
import Terminal

/// One row of the key table: which keys mean what, where, and in which words.
package struct Binding: Equatable, Sendable {
  package let keys: [Key]
  package let contexts: Contexts
  package let command: Command
  /// The word in the foot of the page; nil keeps the row to the help.
  package let word: String?
  /// The place in the foot; smaller stands further left and is dropped later.
  package let rank: Int
  /// The keys that the foot names.
  package let shown: [Key]
  /// The sentence in the help.
  package let help: String

  init(
    _ keys: [Key], in contexts: Contexts, _ message: Message, foot word: String? = nil,
    rank: Int = 50, shown: [Key]? = nil, help: String
  ) {
    self.init(
      keys, in: contexts, .send(message), foot: word, rank: rank, shown: shown, help: help)
  }

  init(
    _ keys: [Key], in contexts: Contexts, _ command: Command, foot word: String? = nil,
    rank: Int = 50, shown: [Key]? = nil, help: String
  ) {
    self.keys = keys
    self.contexts = contexts
    self.command = command
    self.word = word
    self.rank = rank
    self.shown = shown ?? Array(keys.prefix(1))
    self.help = help
  }
}

/// The one table behind input, foot, help, palette and README.
package enum KeyTable {
  package static let bindings: [Binding] =
    general + steps + training + stepState + explanations + lists + typing

  /// What a key means in a context, if anything.
  package static func command(for key: Key, in context: Context) -> Command? {
    if let binding = index[context.rawValue][key] { return binding.command }
    return typed(key, in: context)
  }

  /// The rows of a context, in the order of the table.
  package static func bindings(in context: Context) -> [Binding] {
    bindings.filter { $0.contexts.contains(context) }
  }

  /// The rows that the foot shows in a context, the most useful first.
  package static func foot(in context: Context) -> [Binding] { feet[context.rawValue] }

  /// One for each context.
  private static let feet = {
    let named = bindings.filter { $0.word != nil }.sorted { $0.rank < $1.rank }
    return Context.allCases.map { context in named.filter { $0.contexts.contains(context) } }
  }()

  /// One for each context.
  private static let index = Context.allCases.map { context in
    var index: [Key: Binding] = [:]
    for binding in bindings(in: context) {
      for key in binding.keys { index[key] = binding }
    }
    return index
  }

  /// Letters are text in prompts and lists; digits answer or choose a panel of a step.
  private static func typed(_ key: Key, in context: Context) -> Command? {
    guard case .character(let character) = key else { return nil }
    switch context {
    case .prompt, .list: return .send(.edit(.type(String(character))))
    case .sliders, .training, .table, .plane, .words:
      return character.wholeNumberValue.map(Command.digit)
    case .map, .why, .page: return nil
    }
  }
}
