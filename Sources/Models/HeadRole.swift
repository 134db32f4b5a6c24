/// What a head may be seen to do; a fixed list, measured on test sentences and never taken from a file.
package enum HeadRole: String, CaseIterable, Codable, Sendable {
  case previous
  case induction
  case subject
  case pronoun
  case adjective
  case itself
  case start

  /// What such a head looks at, in a few words.
  package var title: String {
    switch self {
    case .previous: "previous token"
    case .induction: "what came after the last one like me"
    case .subject: "subject of the verb"
    case .pronoun: "from a pronoun to its noun"
    case .adjective: "from a pronoun to its adjective"
    case .itself: "itself"
    case .start: "rests on <s>"
    }
  }

  /// Whether it takes more than resting somewhere.
  var isTelling: Bool {
    switch self {
    case .previous, .induction, .subject, .pronoun, .adjective: true
    case .itself, .start: false
    }
  }

  /// The token that such a head looks at when a token asks; nil where the sentence does not tell.
  func wanted(by query: Int, in test: TestSentence) -> Int? {
    let isAsking = query == test.asking
    let isCopied = test.kind == .chant || test.kind == .lookup
    switch self {
    case .previous: return query > 1 && isCopied ? query - 1 : nil
    case .itself: return query > 0 ? query : nil
    case .start: return query > 0 ? 0 : nil
    case .induction: return isAsking && isCopied ? test.wanted : nil
    case .subject: return isAsking && test.kind == .agreement ? test.wanted : nil
    case .pronoun: return isAsking && test.kind.asksAPronoun ? test.wanted : nil
    case .adjective: return isAsking ? test.adjective : nil
    }
  }
}

extension TestKind {
  fileprivate var asksAPronoun: Bool {
    switch self {
    case .pronoun, .adjective, .number, .gender: true
    case .chant, .lookup, .agreement: false
    }
  }
}

/// How far each head plays each role: its mean weight on the token that the role looks at.
package struct RoleScores: Equatable, Sendable {
  private let scores: [HeadPlace: [HeadRole: Float]]

  /// Measures the heads of a model on its test sentences.
  package init(of model: TinyModel) { self.init(of: TestRun(of: model)) }

  package init(of run: TestRun) {
    var sums: [HeadPlace: [HeadRole: (sum: Float, count: Int)]] = [:]
    for (test, pass) in run.passes {
      for role in HeadRole.allCases {
        for query in test.words.indices {
          guard let key = role.wanted(by: query, in: test) else { continue }
          for place in run.model.places {
            let weight = pass.weights(of: place)[query, key]
            let known = sums[place, default: [:]][role] ?? (0, 0)
            sums[place, default: [:]][role] = (known.sum + weight, known.count + 1)
          }
        }
      }
    }
    scores = sums.mapValues { $0.mapValues { $0.sum / Float($0.count) } }
  }

  /// The score of a role, from 0 to 1; nil where no sentence asks for it.
  package func score(of role: HeadRole, at place: HeadPlace) -> Float? { scores[place]?[role] }

  /// The roles that a head plays with at least half of its weight, the best first; looking at itself or at the
  /// start says least of a head, so these come last.
  package func roles(of place: HeadPlace) -> [ScoredRole] {
    HeadRole.allCases.compactMap { role in
      score(of: role, at: place).flatMap {
        $0 >= Self.least ? ScoredRole(role: role, score: $0) : nil
      }
    }.sorted { ($0.role.isTelling ? 1 : 0, $0.score) > ($1.role.isTelling ? 1 : 0, $1.score) }
  }

  /// The head that plays a role best.
  package func best(at role: HeadRole) -> HeadPlace? {
    scores.keys.sorted().max {
      (score(of: role, at: $0) ?? -1) < (score(of: role, at: $1) ?? -1)
    }.flatMap { score(of: role, at: $0) == nil ? nil : $0 }
  }

  /// A role takes at least half of a head's weight.
  package static let least: Float = 0.5
}

extension TinyModel {
  /// The head that looks from a pronoun to its noun, most of all where the adjective tells which.
  ///
  /// Measured on the test sentences about adjectives alone, which are a third of all.
  package var pronounHead: HeadPlace {
    let tests = testSentences.filter { $0.adjective != nil }
    var sums: [HeadPlace: Float] = [:]
    for test in tests {
      let pass = pass(over: test.words.compactMap(words.number))
      for place in places {
        sums[place, default: 0] += pass.weights(of: place)[test.asking, test.wanted]
      }
    }
    return places.max { sums[$0, default: 0] < sums[$1, default: 0] }
      ?? HeadPlace(layer: 1, head: 1)
  }
}

package struct ScoredRole: Equatable, Sendable {
  package let role: HeadRole
  package let score: Float
}
