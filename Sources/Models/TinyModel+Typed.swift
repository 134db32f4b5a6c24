import Text

/// What a sentence that somebody typed is to a model.
package enum TypedSentence: Equatable, Sendable {
  /// All words are known, and one of them is a pronoun.
  case known(ModelSentence)
  /// The model has nothing to say about it.
  case other(Reason)

  package enum Reason: Equatable, Sendable {
    /// These words are not among the model's; near ones beside each.
    case unknownWords([UnknownWord])
    /// The words are known, but there is none or more than one that asks.
    case pronouns(Int)
  }

  package struct UnknownWord: Equatable, Sendable {
    package let word: String
    package let near: [String]
  }
}

extension TinyModel {
  /// Reads what somebody typed; throws where the words are known and too many, or where there are none.
  package func typed(_ text: String) throws(SentenceError) -> TypedSentence {
    let unknown = unknownWords(in: text)
    guard unknown.isEmpty else { return .other(.unknownWords(unknown)) }
    let sentence = try self.sentence(text)
    let count = sentence.words.count(where: ModelSentence.pronouns.contains)
    return count == 1 ? .known(sentence) : .other(.pronouns(count))
  }

  /// The test sentence that shares the most words with another one; nil where none shares two.
  package func nearest(to text: String) -> String? {
    let words = Set(Self.typedWords(in: text))
    let shared = testSentences.map { words.intersection($0.words).count }
    guard let most = shared.max(), most > 1, let place = shared.firstIndex(of: most) else {
      return nil
    }
    return testSentences[place].words.dropFirst().joined(separator: " ")
  }
}
