import FuzzSupport
import Testing

@testable import Models

/// What the first page and the lesson on trained models rely on, on sentences drawn from those that they offer.
@Suite struct ReferTests {
  /// A sentence of the first page, and where its nouns are.
  private struct Offered {
    let words: [String]
    let noun: Int
    let other: Int
    let isFeeling: Bool
    var pronoun: Int { words.count - 4 }
  }

  /// All 15,000 sentences that the first page offers have a number; numbers one by one lead to sentences that lie
  /// apart, and as many rounds as there are sentences lead to each of them once.
  private static func offered(_ number: Int, _ words: WordList) -> Offered {
    // 7,919 is a prime that does not divide 15,000.
    var rest = number * 7919 % 15_000
    func below(_ count: Int) -> Int {
      defer { rest /= count }
      return rest % count
    }
    func draw(_ sister: String) -> String {
      let sisters = words.sisters(of: sister)
      return sisters[below(sisters.count)]
    }
    let times: [[String]] = [
      [], ["at", "night"], ["at", "noon"], ["in", "spring"], ["last", "week"],
    ]
    let isFeeling = below(2) == 0
    let sentence =
      ["<s>", "the", draw("cat"), draw("left"), "the", draw("road")] + times[below(5)]
      + ["because", "it", "was", draw(isFeeling ? "hungry" : "muddy"), "."]
    return Offered(
      words: sentence, noun: isFeeling ? 2 : 5, other: isFeeling ? 5 : 2, isFeeling: isFeeling)
  }

  @Test func everyOfferedSentenceIsAnsweredByTheHeadThatLooksAtItsNoun() throws {
    let model = try ShippedModels.model("refer")
    let head = HeadPlace(layer: 2, head: 2)
    let rounds = fuzzRounds(usually: 150)
    var rightWithout = 0
    for number in 0..<rounds {
      let offered = Self.offered(number, model.words)
      let sentence = try model.sentence(offered.words.joined(separator: " "))
      #expect(sentence.asking == offered.pronoun)
      let pass = model.pass(over: sentence.tokens)
      let meant = sentence.tokens[offered.noun]
      #expect(pass.best(1, at: sentence.asking).first?.word == meant, "\(sentence.text)")
      let weights = pass.weights(of: head).row(sentence.asking)
      #expect(weights[weights.startIndex + offered.noun] >= 0.9, "\(sentence.text)")
      #expect(weights[weights.startIndex + offered.other] <= 0.05, "\(sentence.text)")
      let without = model.pass(over: sentence.tokens, HeadChange(silenced: [head]))
      if without.best(1, at: sentence.asking).first?.word == meant { rightWithout += 1 }
    }
    #expect(Float(rightWithout) <= 0.6 * Float(rounds))
  }

  @Test func aHeadOfLayer1LooksAtFeelingsAndWithoutItTheyAreLost() throws {
    let model = try ShippedModels.model("refer")
    let head = HeadPlace(layer: 1, head: 2)
    var asked = 0
    var rightWithout = 0
    for number in 0..<fuzzRounds(usually: 150) {
      let offered = Self.offered(number, model.words)
      guard offered.isFeeling else { continue }
      let sentence = try model.sentence(offered.words.joined(separator: " "))
      let weights = model.pass(over: sentence.tokens).weights(of: head)
      #expect(weights[sentence.asking, sentence.words.count - 2] >= 0.9, "\(sentence.text)")
      let without = model.pass(over: sentence.tokens, HeadChange(silenced: [head]))
      let meant = sentence.tokens[offered.noun]
      asked += 1
      if without.best(1, at: sentence.asking).first?.word == meant { rightWithout += 1 }
    }
    #expect(Float(rightWithout) <= 0.6 * Float(asked))
  }

  /// What a head of layer 1 wrote for the pronoun decides which noun it is.
  @Test func aTransplantOfTheAdjectiveHeadTurnsTheAnswer() throws {
    let model = try ShippedModels.model("refer")
    let head = HeadPlace(layer: 1, head: 2)
    let hungry = try model.sentence("the cat left the road at night because it was hungry")
    let muddy = try model.sentence("the cat left the road at night because it was muddy")
    for (source, target, answer) in [(hungry, muddy, "cat"), (muddy, hungry, "road")] {
      let note = model.pass(over: source.tokens).written(by: head).row(source.asking)
      let transplant = HeadChange.Transplant(
        head: head, token: target.asking, numbers: Array(note))
      let pass = model.pass(over: target.tokens, HeadChange(transplants: [transplant]))
      let best = try #require(pass.best(1, at: target.asking).first)
      #expect(model.words.words[best.word] == answer)
    }
  }
}
