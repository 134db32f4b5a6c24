import FuzzSupport
import Testing

@testable import Models

/// Only a head that does the work passes three proofs.
@Suite struct HuntTests {
  private static func hunts(_ name: String) throws -> [Hunt] {
    let model = try ShippedModels.model(name)
    return try (0..<UInt64(8)).map { try #require(Hunt(in: model, seed: $0)) }
  }

  /// Sentences that differ in one word, and whose answer stands elsewhere: another one asks, or another
  /// adjective tells which.
  private static func swaps(of hunt: Hunt) throws -> [String] {
    let words = Array(hunt.sentence.words.dropFirst())
    let telling = hunt.model.words.sisters(of: "hungry") + hunt.model.words.sisters(of: "muddy")
    let askers = ModelSentence.pronouns.filter { hunt.model.words.number(of: $0) != nil } + words
    var swaps: [String] = []
    for place in words.indices {
      let isAsking = place + 1 == hunt.sentence.asking
      for other in isAsking ? askers : telling.contains(words[place]) ? telling : [] {
        var changed = words
        changed[place] = other
        let text = changed.joined(separator: " ")
        let verdict = try hunt.follows(HeadPlace(layer: 1, head: 1), in: text)
        if verdict.outcome != .noProof { swaps.append(text) }
      }
    }
    return swaps
  }

  private func hasPassed(_ verdicts: [HuntVerdict]) -> Bool {
    verdicts.allSatisfy { $0.outcome == .passed }
  }

  @Test(arguments: [
    ("refer", HeadPlace(layer: 2, head: 2)), ("echo", HeadPlace(layer: 2, head: 1)),
  ])
  func theHeadThatDoesTheWorkIsProved(name: String, head: HeadPlace) throws {
    for hunt in try Self.hunts(name) {
      let swap = try #require(
        try Self.swaps(of: hunt).first { text in
          (try? hunt.follows(head, in: text))?.outcome == .passed
        }, "seed \(hunt.seed): \(hunt.sentence.text)")
      let verdicts = [
        hunt.looks(head, at: hunt.place), try hunt.follows(head, in: swap), hunt.breaks(head),
      ]
      #expect(hasPassed(verdicts), "seed \(hunt.seed): \(verdicts.map(\.sentence))")
    }
  }

  /// A decoy looks at the right token, and fails at the second proof or the third.
  @Test(arguments: ["refer", "echo"]) func aDecoyIsFoundOut(name: String) throws {
    let real =
      try ShippedModels.model(name).name == "refer"
      ? HeadPlace(layer: 2, head: 2) : HeadPlace(layer: 2, head: 1)
    var decoys = 0
    for hunt in try Self.hunts(name) {
      for head in hunt.model.places where head != real {
        guard hunt.looks(head, at: hunt.place).outcome == .passed else { continue }
        decoys += 1
        guard hunt.breaks(head).outcome == .passed else { continue }
        for swap in try Self.swaps(of: hunt) {
          #expect(try hunt.follows(head, in: swap).outcome != .passed, "\(head.name) \(swap)")
        }
      }
    }
    #expect(decoys > 0)
  }

  /// `QKV_FUZZ_ROUNDS` is the number of picks.
  @Test func noPickAtRandomIsProved() throws {
    var numbers = SeededNumbers(seed: 7)
    let models = try ["refer", "echo"].map(ShippedModels.model)
    let rounds = fuzzRounds(usually: 200)
    var proved = 0
    for _ in 0..<rounds {
      let model = models[numbers.below(2)]
      let hunt = try #require(Hunt(in: model, seed: UInt64(numbers.below(1000))))
      let head = model.places[numbers.below(model.places.count)]
      let token = numbers.below(hunt.sentence.tokens.count)
      var words = Array(hunt.sentence.words.dropFirst())
      words[numbers.below(words.count)] = model.words.words[numbers.below(model.words.count)]
      let verdicts = [
        hunt.looks(head, at: token), try hunt.follows(head, in: words.joined(separator: " ")),
      ]
      // The last proof takes long, and counts only where the others hold.
      guard hasPassed(verdicts) else { continue }
      if hunt.breaks(head).outcome == .passed { proved += 1 }
    }
    // Among very many picks one names the head, its word and a swap that shows it.
    #expect(proved <= rounds / 500)
  }

  @Test func aSwapThatLeavesThePlaceShowsNothing() throws {
    let model = try ShippedModels.model("refer")
    let hunt = try #require(
      (UInt64(0)..<100).lazy.compactMap { Hunt(in: model, seed: $0) }
        .first { $0.kind == .adjective && $0.sentence.words[$0.place] != "dog" })
    let head = HeadPlace(layer: 2, head: 2)
    let same = try hunt.follows(head, in: hunt.sentence.text)
    #expect(same.outcome == .noProof)
    #expect(same.sentence.contains("still"))
    var words = Array(hunt.sentence.words.dropFirst())
    let sisters = model.words.sisters(of: words[hunt.place - 1]).filter { !words.contains($0) }
    words[hunt.place - 1] = try #require(sisters.first)
    let moved = try hunt.follows(head, in: words.joined(separator: " "))
    #expect(moved.outcome == .noProof)
    #expect(moved.sentence.contains("same place"))
  }

  @Test func theSameSeedDrawsTheSameSentence() throws {
    let model = try ShippedModels.model("echo")
    for seed: UInt64 in [0, 1, 9, .max] {
      #expect(Hunt(in: model, seed: seed) == Hunt(in: model, seed: seed))
    }
    let drawn = Set((UInt64(0)..<24).compactMap { Hunt(in: model, seed: $0)?.sentence.text })
    #expect(drawn.count == 24)
  }
}
