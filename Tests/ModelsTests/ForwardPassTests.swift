import Foundation
import Tensors
import Testing

@testable import Models

/// What a program of its own, in NumPy and 64 bits, computed from the same files.
private struct Cases: Decodable {
  let cases: [Case]

  struct Case: Decodable {
    let model: String
    let sentence: String
    let weights: [[Double]]
    let logits: [Double]
    let logitsWithout21: [Double]
  }

  static func load() throws -> [Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/models.json")
    return try JSONDecoder().decode(Cases.self, from: Data(contentsOf: file)).cases
  }
}

/// Whether all numbers agree to 2e-5.
private func agree(_ found: Tensor, _ wanted: [Double]) -> Bool {
  found.count == wanted.count
    && zip(found.elements, wanted).allSatisfy { abs(Double($0) - $1) <= 2e-5 }
}

/// Whether all numbers agree to 2e-5 of the largest.
private func agreeInSize(_ found: Tensor, _ wanted: [Double]) -> Bool {
  let largest = wanted.map { abs($0) }.max() ?? 0
  return found.count == wanted.count
    && zip(found.elements, wanted).allSatisfy { abs(Double($0) - $1) <= 2e-5 * largest }
}

@Suite struct ForwardPassTests {
  @Test func everyAttentionTableAndLogitIsNumPys() throws {
    for example in try Cases.load() {
      let model = try ShippedModels.model(example.model)
      let sentence = try model.sentence(example.sentence)
      let pass = model.pass(over: sentence.tokens)
      for (place, wanted) in zip(model.places, example.weights) {
        #expect(agree(pass.weights(of: place), wanted), "\(example.sentence), \(place.name)")
      }
      #expect(model.places.count == example.weights.count)
      #expect(agreeInSize(pass.logits, example.logits), "\(example.sentence)")
      let silenced = model.pass(
        over: sentence.tokens, HeadChange(silenced: [HeadPlace(layer: 2, head: 1)]))
      #expect(agreeInSize(silenced.logits, example.logitsWithout21), "\(example.sentence)")
    }
  }

  @Test func aLogitIsTheSumOfItsParts() throws {
    let model = try ShippedModels.model("refer")
    let sentence = try model.sentence("the cat left the road because it was hungry")
    let pass = model.pass(over: sentence.tokens)
    let cat = try #require(model.words.number(of: "cat"))
    let road = try #require(model.words.number(of: "road"))
    let parts = LogitParts(of: pass, in: model, at: sentence.asking, for: cat, over: road)
    let difference = pass.logits[sentence.asking, cat] - pass.logits[sentence.asking, road]
    #expect(parts.heads.count == 4)
    #expect(abs(parts.sum - difference) < 1e-4)
  }

  @Test func aTransplantOfAHeadsOwnNumbersChangesNothing() throws {
    let model = try ShippedModels.model("refer")
    let sentence = try model.sentence("the cat left the road because it was muddy")
    let pass = model.pass(over: sentence.tokens)
    for place in model.places {
      let own = Array(pass.written(by: place).row(sentence.asking))
      let again = model.pass(
        over: sentence.tokens,
        HeadChange(transplants: [.init(head: place, token: sentence.asking, numbers: own)]))
      #expect(again.logits == pass.logits, "\(place.name)")
    }
  }

  @Test func aSilencedHeadWritesNothingButStillLooks() throws {
    let model = try ShippedModels.model("echo")
    let sentence = try model.sentence("red horn kim red horn")
    let place = HeadPlace(layer: 1, head: 1)
    let pass = model.pass(over: sentence.tokens)
    let silenced = model.pass(over: sentence.tokens, HeadChange(silenced: [place]))
    #expect(silenced.written(by: place).elements.allSatisfy { $0 == 0 })
    #expect(silenced.weights(of: place) == pass.weights(of: place))
    #expect(silenced.logits != pass.logits)
  }

  @Test func noHeadLooksBeyondItsReach() throws {
    for name in ["echo", "refer"] {
      let model = try ShippedModels.model(name)
      let test = try #require(model.testSentences.first)
      let pass = model.pass(over: test.words.compactMap(model.words.number))
      for place in model.places {
        let weights = pass.weights(of: place)
        for query in 0..<weights.rowCount {
          for key in 0..<weights.rowLength
          where !model.reach[place.layer - 1].contains(key: key, from: query) {
            #expect(weights[query, key] == 0)
          }
        }
      }
    }
  }
}
