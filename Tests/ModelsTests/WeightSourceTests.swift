import Files
import Scenes
import Tensors
import Testing
import Text

@testable import Models

@Suite struct WeightSourceTests {
  private func tensor(
    _ tensor: String, layer: Int? = nil, head: Int? = nil, of model: String = "refer"
  ) throws(WeightError) -> LearnedTensor {
    try ShippedModels.library.weights(
      WeightRequest(model: model, tensor: tensor, layer: layer, head: head))
  }

  private func scene(_ text: String) throws -> Scene {
    try Scene([SourceText(file: "x.qkv", text: text)], weights: ShippedModels.library)
  }

  @Test func givesTheTablesOfAModel() throws {
    let model = try ShippedModels.model("refer")
    #expect(try tensor("embedding").axes == [.words(model.words.words), .plain])
    #expect(try tensor("embedding").numbers == model.embedding)
    #expect(try tensor("position").numbers.shape == [24, 48])
    #expect(try tensor("position").axes == [.positions, .plain])
    #expect(try tensor("unembedding").axes == [.plain, .words(model.words.words)])
    #expect(try tensor("output", layer: 2, head: 1).numbers.shape == [24, 48])
    #expect(try tensor("key", layer: 1).numbers.shape == [2, 48, 24])
  }

  @Test func saysWhatIsWrongWithARequest() {
    #expect(throws: WeightError.layer(count: 2)) { try tensor("query") }
    #expect(throws: WeightError.layer(count: 2)) { try tensor("query", layer: 3) }
    #expect(throws: WeightError.layer(count: 0)) { try tensor("embedding", layer: 1) }
    #expect(throws: WeightError.head(count: 2)) { try tensor("query", layer: 1, head: 3) }
    #expect(throws: WeightError.head(count: 0)) { try tensor("position", head: 1) }
    #expect(
      throws: WeightError.unknownTensor(
        known: ["embedding", "position", "unembedding", "query", "key", "value", "output"])
    ) { try tensor("mlp") }
    #expect(throws: WeightError.unknownModel(known: ShippedModels.library.names)) {
      try tensor("embedding", of: "../refer")
    }
  }

  @Test func aSceneComputesWithTheNumbersOfTheFile() throws {
    let scene = try scene(
      """
      axis feature = 48
      axis trait = 24
      W_q[feature, trait] = weights("refer", "query", layer: 2, head: 2)
      """)
    let bytes = try FileReader(limit: SizeLimit(megabytes: 1, of: "a model"))
      .read(ShippedModels.folder + "/refer.safetensors")
    let wanted = try SafetensorsFile(bytes).tensor("layer.2.query").slice(1)
    let found = try #require(scene.definition("W_q"))
    #expect(scene.values(of: found.node) == wanted)
    #expect(found.origin == .learned(model: "refer"))
  }

  @Test func aSentenceGetsItsEmbeddingsAndPositions() throws {
    let scene = try scene(
      """
      axis token = "<s>" the cat left the road "."
      axis word = road cat the left "." "<s>"
      axis noun = cat road
      axis feature = 48
      E[word, feature] = weights("refer", "embedding")
      P[token, feature] = weights("refer", "position")
      U[feature, noun] = weights("refer", "unembedding")
      x = lookup(E, token) + P
      y = x @ U
      """)
    let model = try ShippedModels.model("refer")
    let words = ["<s>", "the", "cat", "left", "the", "road", "."]
    let start = model.start(of: try words.map { try #require(model.words.number(of: $0)) })
    #expect(scene.values(of: try #require(scene.definition("x")).node) == start)
    let road = try #require(model.words.number(of: "road"))
    let column = (0..<48).map { model.unembedding.elements[$0 * model.words.count + road] }
    let unembedding = scene.values(of: try #require(scene.definition("U")).node)
    #expect((0..<48).map { unembedding.elements[$0 * 2 + 1] } == column)
  }

  @Test(arguments: [
    (#""refr", "query", layer: 1, head: 1"#, #"Did you mean "refer"?"#),
    (#""refer", "quary", layer: 1, head: 1"#, #"Did you mean "query"?"#),
    (#""refer", "query", layer: 7, head: 1"#, #"the layers of "refer" are 1 to 2, not 7"#),
  ])
  func aMistakeIsSaidAtItsPlace(call: String, words: String) throws {
    let text = "axis f = 48\naxis t = 24\nW[f, t] = weights(\(call))"
    let found = try #require(throws: Diagnostics.self) { try scene(text) }.rendered()
    #expect(found.hasPrefix("x.qkv:3:11: error:"), "\(found)")
    #expect(found.contains(words), "\(found)")
  }
}
