import Text

/// A sentence in the words of a model, and the token whose row counts.
package struct ModelSentence: Equatable, Sendable {
  package let words: [String]
  /// The words' numbers in the model's tables.
  package let tokens: [Int]
  /// The token that asks: the pronoun, or the last one where a model looks back only.
  package let asking: Int

  static let start = "<s>"
  static let pronouns = ["it", "they", "he", "she"]

  /// The sentence as it is typed, without what was added.
  package var text: String {
    words.drop { $0 == Self.start }.joined(separator: " ")
  }
}

/// Why a model cannot read a sentence.
package enum SentenceError: Error, Equatable, Sendable {
  case empty
  case unknownWord(String, near: [String], model: String, count: Int)
  case tooLong(Int, most: Int, model: String)

  /// One or two sentences for a person.
  package var sentence: String {
    switch self {
    case .empty: "The sentence has no words. Type some, separated by spaces."
    case .unknownWord(let word, let near, let model, let count):
      "\"\(word.printableOnOneLine)\" is not among the \(count) words of \(model). "
        + (near.isEmpty
          ? "qkv open \(model) --list shows them all." : "Near it: \(Self.list(near)).")
    case .tooLong(let count, let most, let model):
      "The sentence has \(count) tokens, and \(model) reads at most \(most). Leave some words out."
    }
  }

  private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}

extension TinyModel {
  /// Reads a sentence of known words; commas and full stops may stick to a word.
  ///
  /// `<s>` at the start is added where it is missing, and so is a full stop at the end for a model that
  /// reads whole sentences.
  package func sentence(_ text: String) throws(SentenceError) -> ModelSentence {
    var words = Self.typedWords(in: text)
    guard !words.isEmpty else { throw .empty }
    if words[0] != ModelSentence.start { words.insert(ModelSentence.start, at: 0) }
    if !looksBack, words.last != "." { words.append(".") }
    guard words.count <= mostTokens else {
      throw .tooLong(words.count, most: mostTokens, model: name)
    }
    var tokens: [Int] = []
    for (place, word) in words.enumerated() {
      guard let number = self.words.number(of: word) else {
        throw .unknownWord(
          word, near: near(place, in: words), model: name, count: self.words.count)
      }
      tokens.append(number)
    }
    return ModelSentence(words: words, tokens: tokens, asking: asking(in: words))
  }

  /// The words that are not known, each once, with near ones.
  func unknownWords(in text: String) -> [TypedSentence.UnknownWord] {
    let words = [ModelSentence.start] + Self.typedWords(in: text).drop { $0 == ModelSentence.start }
    var seen: Set<String> = []
    return words.indices.filter {
      self.words.number(of: words[$0]) == nil && seen.insert(words[$0]).inserted
    }.map { TypedSentence.UnknownWord(word: words[$0], near: near($0, in: words)) }
  }

  static func typedWords(in text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).flatMap(parts)
  }

  /// A word and what is stuck to its end, in lower case.
  private static func parts(_ word: Substring) -> [String] {
    let core = word.lowercased()
    guard core.count > 1, let last = core.last, last == "." || last == "," else { return [core] }
    return [String(core.dropLast()), String(last)]
  }

  private func asking(in words: [String]) -> Int {
    let pronoun = words.firstIndex { ModelSentence.pronouns.contains($0) }
    return looksBack ? words.count - 1 : pronoun ?? words.count - 1
  }

  /// Known words that may have been meant: what stands between such neighbours in the test sentences, or the
  /// word that this one is a slip for.
  private func near(_ place: Int, in words: [String]) -> [String] {
    let slip = words[place].nearest(among: self.words.words)
    let next = place + 1 < words.count ? words[place + 1] : nil
    let fitting = testSentences.flatMap { test in
      test.words.indices.dropFirst().filter { index in
        areAlike(test.words[index - 1], words[place - 1])
          && (next == nil || index + 1 == test.words.count || areAlike(test.words[index + 1], next))
      }.flatMap { self.words.sisters(of: test.words[$0]) }
    }
    if let slip, fitting.isEmpty || fitting.contains(slip) { return [slip] }
    var seen: Set<String> = []
    return Array(fitting.filter { seen.insert($0).inserted }.prefix(Self.mostNear))
  }

  private static let mostNear = 5

  private func areAlike(_ one: String, _ other: String?) -> Bool {
    other.map { one == $0 || words.sisters(of: one).contains($0) } ?? false
  }
}

extension TinyModel {
  /// Whether a sentence is like one of the test sentences, but for words that fit in the same places, phrases of
  /// time, and "too".
  package func isFamiliar(_ sentence: ModelSentence) -> Bool {
    let words = Self.skeleton(sentence.words)
    return testSentences.contains { test in
      let other = Self.skeleton(test.words)
      return other.count == words.count
        && zip(other, words).allSatisfy { one, word in
          one == word || areAlike(one, word) || isTelling(one) && isTelling(word)
        }
    }
  }

  private static let left: Set<String> = [
    "at", "night", "noon", "in", "spring", "last", "week", "too",
  ]

  private static func skeleton(_ words: [String]) -> [String] {
    words.filter { !left.contains($0) }
  }

  private func isTelling(_ word: String) -> Bool {
    let sisters = words.sisters(of: word)
    return testSentences.contains { test in
      test.adjective.map { sisters.contains(test.words[$0]) } ?? false
    }
  }
}
