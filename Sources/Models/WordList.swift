/// The words that a model knows, in the order of its tables.
package struct WordList: Equatable, Sendable {
  package let words: [String]
  /// Words that stand in the same places of a sentence: animals, places, names.
  package let groups: [[String]]
  private let numbers: [String: Int]

  /// Nil where a word stands twice.
  init?(_ words: [String], groups: [[String]]) {
    self.words = words
    self.groups = groups
    numbers = Dictionary(zip(words, words.indices), uniquingKeysWith: { first, _ in first })
    guard numbers.count == words.count else { return nil }
  }

  package var count: Int { words.count }

  /// The place of a word in the tables.
  package func number(of word: String) -> Int? { numbers[word] }

  /// The words that may take this one's place, itself among them; itself alone where it has no group.
  package func sisters(of word: String) -> [String] {
    groups.first { $0.contains(word) } ?? [word]
  }
}
