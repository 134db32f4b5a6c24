import Scenes
import Tensors
import Testing

@testable import Models

@Suite struct HeadSceneTests {
  @Test(arguments: ["echo", "refer"])
  func everyHeadAsASceneGivesTheModelsNumbers(name: String) throws {
    let model = try ShippedModels.model(name)
    let sentence = try model.sentence(model.example)
    let pass = model.pass(over: sentence.tokens)
    for place in model.places {
      let scene = try HeadScene(model, sentence, place).scene()
      #expect(try agree(scene, "weight", pass.weights(of: place)), "\(place.name)")
      #expect(try agree(scene, "contribution", pass.written(by: place)), "\(place.name)")
      #expect(try agree(scene, "X", pass.inputs[place.layer - 1]), "\(place.name)")
    }
  }

  @Test func aSceneHasTheNamesOfOneHead() throws {
    let model = try ShippedModels.model("refer")
    let sentence = try model.sentence(model.example)
    let scene = try HeadScene(model, sentence, HeadPlace(layer: 2, head: 2)).scene()
    #expect(
      scene.definitions.map(\.name) == [
        "X", "W_q", "W_k", "W_v", "W_o", "Q", "K", "V", "score", "scaled", "weight", "output",
        "contribution",
      ])
    #expect(scene.definitions.prefix(5).allSatisfy { $0.isInput })
    #expect(scene.definition("W_q")?.origin == .learned(model: "refer"))
    #expect(scene.axes.first?.labels?.prefix(3) == ["<s>", "the", "cat"])
  }

  @Test func aHeadBelowChangesWhatAHeadReceives() throws {
    let model = try ShippedModels.model("refer")
    let sentence = try model.sentence(model.example)
    let head = HeadScene(model, sentence, HeadPlace(layer: 2, head: 2))
    let change = HeadChange(silenced: [HeadPlace(layer: 1, head: 1), HeadPlace(layer: 1, head: 2)])
    let received = model.pass(over: sentence.tokens, change).inputs[1]
    #expect(received == model.start(of: sentence.tokens))
    #expect(try agree(head.scene(change), "X", received))
  }

  private func agree(_ scene: Scene, _ name: String, _ wanted: Tensor) throws -> Bool {
    let found = scene.values(of: try #require(scene.definition(name)).node)
    return found.shape == wanted.shape
      && zip(found.elements, wanted.elements).allSatisfy { abs($0 - $1) <= 2e-5 * max(1, abs($1)) }
  }
}
