/// A sentence with a right answer, and the token that a head should look at to find it.
package struct TestSentence: Equatable, Sendable {
  package let kind: TestKind
  package let words: [String]
  /// The token that asks.
  package let asking: Int
  /// The token that holds the answer.
  package let wanted: Int
  /// The adjective that tells which noun is meant, where there is one.
  package let adjective: Int?
  package let answer: String

  /// Reads `the cat! saw the wolves . it? = meows`.
  init(_ line: String, _ kind: TestKind) {
    let sides = line.split(separator: "=").map { $0.split(separator: " ").map(String.init) }
    precondition(sides.count == 2 && sides[1].count == 1, "a test sentence has one answer")
    let marked = [ModelSentence.start] + sides[0]
    func place(of mark: Character) -> Int? { marked.firstIndex { $0.last == mark && $0.count > 1 } }
    guard let asking = place(of: "?"), let wanted = place(of: "!") else {
      preconditionFailure("a test sentence marks who asks and what it should look at")
    }
    self.kind = kind
    self.asking = asking
    self.wanted = wanted
    adjective = place(of: "*")
    answer = sides[1][0]
    words = marked.map { $0.count > 1 && "?!*".contains($0.suffix(1)) ? String($0.dropLast()) : $0 }
  }
}

/// What a test sentence is about.
package enum TestKind: String, CaseIterable, Codable, Sendable {
  case chant
  case lookup
  case agreement
  case pronoun
  case adjective
  case number
  case gender

  /// What is counted, after a number of percent: `of chants`.
  package var plural: String {
    switch self {
    case .chant: "chants"
    case .lookup: "lists"
    case .agreement: "verbs"
    case .pronoun: "pronouns"
    case .adjective: "adjectives"
    case .number: "it or they"
    case .gender: "he or she"
    }
  }

  /// Whether one head brings the answer, from a place that moves when words are swapped.
  var isHuntable: Bool {
    switch self {
    case .chant, .lookup, .adjective, .number, .gender: true
    case .agreement, .pronoun: false
    }
  }

  /// Whether the answer is the word that comes next, and not one that is meant.
  var isNextWord: Bool {
    switch self {
    case .chant, .lookup, .agreement, .pronoun: true
    case .adjective, .number, .gender: false
    }
  }
}

extension TinyModel {
  /// The test sentences that this model can be asked: it knows their words, and answers such questions.
  package var testSentences: [TestSentence] {
    TestSentence.all.filter { test in
      test.kind.isNextWord == looksBack && test.words.count <= mostTokens
        && (test.words + [test.answer]).allSatisfy { words.number(of: $0) != nil }
    }
  }
}
