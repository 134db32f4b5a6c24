import Testing

@testable import Models

/// What the shipped files must show, measured here and not taken from them.
@Suite struct RoleScoresTests {
  @Test func everyTestSentenceCanBeAsked() throws {
    let (echo, refer) = (try ShippedModels.model("echo"), try ShippedModels.model("refer"))
    #expect(echo.testSentences.count + refer.testSentences.count == TestSentence.all.count)
    for test in TestSentence.all {
      #expect(test.words.indices.contains(test.asking) && test.wanted != test.asking)
      let model = test.kind.isNextWord ? echo : refer
      #expect(try model.sentence(test.words.joined(separator: " ")).words == test.words)
      #expect(test.kind == .adjective || test.adjective == nil)
    }
  }

  @Test func echoAnswersEveryKindOfSentence() throws {
    let accuracy = Accuracy(of: try ShippedModels.model("echo"))
    #expect(accuracy.kinds == [.chant, .lookup, .agreement, .pronoun])
    for kind in accuracy.kinds { #expect((accuracy[kind]?.share ?? 0) >= 0.95, "\(kind)") }
  }

  @Test func echoHasAHeadForEachRole() throws {
    let model = try ShippedModels.model("echo")
    let scores = RoleScores(of: model)
    for role in [HeadRole.previous, .induction, .subject, .pronoun] {
      let best = try #require(scores.best(at: role))
      #expect((scores.score(of: role, at: best) ?? 0) >= 0.8, "\(role)")
    }
    #expect(scores.best(at: .previous) == HeadPlace(layer: 1, head: 1))
    #expect(scores.best(at: .induction)?.layer == 2)
  }

  @Test func withoutItsPreviousTokenHeadEchoLooksUpNothing() throws {
    let model = try ShippedModels.model("echo")
    let whole = try #require(Accuracy(of: model)[.lookup]?.share)
    let change = HeadChange(silenced: [HeadPlace(layer: 1, head: 1)])
    let without = try #require(Accuracy(of: model, change)[.lookup]?.share)
    #expect(whole - without >= 0.3)
  }

  @Test func referAnswersEveryKindOfSentence() throws {
    let accuracy = Accuracy(of: try ShippedModels.model("refer"))
    #expect(accuracy.kinds == [.adjective, .number, .gender])
    for kind in accuracy.kinds { #expect((accuracy[kind]?.share ?? 0) >= 0.95, "\(kind)") }
  }

  @Test func aModelOfOtherWordsIsAskedNothing() throws {
    let model = try TinyModel.small
    #expect(RoleScores(of: model).roles(of: HeadPlace(layer: 1, head: 1)).isEmpty)
    #expect(Accuracy(of: model).kinds.isEmpty)
    #expect(RoleScores(of: model).best(at: .previous) == nil)
  }
}

extension TinyModel {
  /// Two words, one feature, one layer of one head, all numbers 0.
  static var small: TinyModel {
    get throws {
      func entry(_ name: String, _ shape: [Int], at place: Int) -> String {
        let count = shape.reduce(1, *)
        return
          "\"\(name)\":{\"dtype\":\"F16\",\"shape\":\(shape),\"data_offsets\":[\(place),\(place + 2 * count)]}"
      }
      let entries = [
        entry("embedding", [2, 1], at: 0), entry("position", [4, 1], at: 4),
        entry("unembedding", [1, 2], at: 12), entry("layer.1.query", [1, 1, 1], at: 16),
        entry("layer.1.key", [1, 1, 1], at: 18), entry("layer.1.value", [1, 1, 1], at: 20),
        entry("layer.1.output", [1, 1, 1], at: 22),
      ]
      let metadata = #""__metadata__":{"format":"qkv-tiny-1","words":"<s> a","reach":"all 0"}"#
      return try TinyModel(
        stored("{\(metadata),\(entries.joined(separator: ","))}", .init(repeating: 0, count: 24)),
        name: "small")
    }
  }
}
