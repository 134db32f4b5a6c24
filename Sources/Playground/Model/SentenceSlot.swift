import Models

/// A place of a sentence where other words fit.
package struct SentenceSlot: Equatable, Sendable {
  /// The piece of the sentence, counted from 0.
  package let piece: Int
  /// What fits there, in the order of the keys; an empty text leaves the place out.
  package let options: [String]
  /// Where a second kind of word begins, such as looks behind feelings.
  package let divide: Int?
}

/// Which words of a model may take another's place in a sentence.
struct SlotRules: Equatable, Sendable {
  private let words: WordList
  /// Words that a pronoun can stand for, with their sisters.
  let answers: Set<String>
  /// Words that tell which one is meant, kind by kind.
  let telling: [[String]]
  /// Phrases of time that the model knows.
  let times: [String]

  private static let allTimes = ["at night", "at noon", "in spring", "last week"]
  /// A sentence with another of these asks something else.
  private static let fixed: Set<String> = ["it", "they", "he", "she", "was", "were"]

  init(_ model: TinyModel) {
    words = model.words
    let tests = model.testSentences
    let known = model.words
    answers = Set(tests.map(\.answer).flatMap(known.sisters))
    let adjectives = Set(tests.compactMap { test in test.adjective.map { test.words[$0] } })
    telling = known.groups.filter { !adjectives.isDisjoint(with: $0) }
    times = Self.allTimes.filter { phrase in
      phrase.split(separator: " ").allSatisfy { known.number(of: String($0)) != nil }
    }
  }

  /// The words of a sentence, those of a phrase of time as one, with a place for such a phrase where it has none.
  func pieces(of words: [String]) -> [String] {
    var pieces: [String] = []
    for word in words {
      if let last = pieces.last, times.contains("\(last) \(word)") {
        pieces[pieces.count - 1] = "\(last) \(word)"
      } else {
        pieces.append(word)
      }
    }
    guard !pieces.contains(where: times.contains), let place = pieces.firstIndex(of: "because"),
      place > 0, !times.isEmpty
    else { return pieces }
    pieces.insert("", at: place)
    return pieces
  }

  /// The places of a sentence where other words fit.
  func slots(in pieces: [String]) -> [SentenceSlot] {
    pieces.indices.compactMap { slot(at: $0, in: pieces) }
  }

  private func slot(at place: Int, in pieces: [String]) -> SentenceSlot? {
    let piece = pieces[place]
    if piece.isEmpty || times.contains(piece) {
      return SentenceSlot(piece: place, options: times + [""], divide: nil)
    }
    guard !Self.fixed.contains(piece) else { return nil }
    if let kinds = kinds(of: piece, in: pieces) {
      return SentenceSlot(
        piece: place, options: kinds.flatMap(\.self), divide: kinds.count > 1 ? kinds[0].count : nil
      )
    }
    let others = Set(pieces).subtracting([piece])
    let options = words.sisters(of: piece).filter { !others.contains($0) }
    return options.count > 1 ? SentenceSlot(piece: place, options: options, divide: nil) : nil
  }

  /// The kinds of telling words that fit in place of one; a place can be muddy, a person cannot.
  private func kinds(of piece: String, in pieces: [String]) -> [[String]]? {
    guard let own = telling.first(where: { $0.contains(piece) }) else { return nil }
    return pieces.contains("he") || pieces.contains("she") ? [own] : telling
  }
}
