import Playground
import Terminal

/// One row of the key table: which keys mean what, where, and in which words.
package struct Binding: Equatable, Sendable {
  /// Where the help lists a row that is not of one or two contexts alone.
  package enum Group: Equatable, Sendable {
    case everywhere
    case lesson
    case page
  }

  /// The name of the command in the settings; rows of one name have the same keys.
  package let name: String
  package internal(set) var keys: [Key]
  package let contexts: Set<Context>
  package let command: Command
  /// The word in the foot of the page; nil keeps the row to the help.
  package let word: String?
  /// The place in the foot; smaller stands further left and is dropped later.
  package let rank: Int
  /// The commands of which the foot names the first key; nil means this one.
  let shownCommands: [String]?
  /// The keys that the foot names.
  package internal(set) var shown: [Key] = []
  /// The sentence in the help.
  package let help: String
  package internal(set) var group = Group.page

  init(
    _ name: String, _ keys: [Key], in contexts: Set<Context>, _ message: Message,
    foot word: String? = nil, rank: Int = 50, shown: [String]? = nil, help: String
  ) {
    self.init(
      name, keys, in: contexts, .send(message), foot: word, rank: rank, shown: shown, help: help)
  }

  init(
    _ name: String, _ keys: [Key], in contexts: Set<Context>, _ command: Command,
    foot word: String? = nil, rank: Int = 50, shown: [String]? = nil, help: String
  ) {
    self.name = name
    self.keys = keys
    self.contexts = contexts
    self.command = command
    self.word = word
    self.rank = rank
    shownCommands = shown
    self.help = help
  }

  /// The names of the keys, as they are printed on them.
  package func names(_ symbols: Symbols) -> String {
    keys.map { $0.name(symbols) }.joined(separator: " ")
  }
}
