import Foundation
import Scenes
import Testing
import Text

/// Every variant of attention as scene text alone, with PyTorch's values and derivatives.
@Suite struct VariantsTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures")
  static let fixture = Result {
    let data = try Data(contentsOf: folder.appending(path: "variants.json"))
    return try JSONDecoder().decode([String: ExpectedVariant].self, from: data)
  }
  static let names = [
    "adapter", "biases", "blocks", "cache", "causal", "columns", "contributions", "cross",
    "decoding", "dilated", "examples", "fused", "grouped", "heads", "layer", "linear",
    "multi_query", "positions", "rotary", "side_by_side", "window", "wrong_masks",
  ]

  @Test func everySceneOfTheFolderIsExpected() throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: Self.folder.appending(path: "variants"), includingPropertiesForKeys: nil)
    #expect(files.map { $0.deletingPathExtension().lastPathComponent }.sorted() == Self.names)
    #expect(try Self.fixture.get().keys.sorted() == Self.names)
  }

  @Test(arguments: names)
  func valuesArePyTorchs(_ name: String) throws {
    let scene = try Self.scene(name)
    let expected = try #require(Self.fixture.get()[name])
    let formulas = scene.definitions.filter { !$0.isInput }
    #expect(Set(formulas.map(\.name)) == Set(expected.values.keys))
    for formula in formulas {
      let tensor = try #require(expected.values[formula.name])
      #expect(formula.axes.map(\.name) == tensor.axes, "\(formula.name)")
      let found = scene.values(of: formula.node).elements
      #expect(ExpectedScene.agree(found, tensor.values), "\(formula.name)")
    }
  }

  @Test(arguments: names)
  func derivativesByEveryInputArePyTorchs(_ name: String) throws {
    let scene = try Self.scene(name)
    let expected = try #require(Self.fixture.get()[name])
    let total = try #require(scene.definition("total")).node
    let gradient = scene.gradient(of: Entry(node: total, index: 0))
    #expect(!expected.gradients.isEmpty)
    for input in scene.definitions where input.isInput {
      let found = gradient[input.node]?.elements
      if let slopes = expected.gradients[input.name] {
        #expect(ExpectedScene.agree(try #require(found), slopes), "\(input.name)")
      } else {
        #expect(found?.allSatisfy { $0 == 0 } ?? true, "\(input.name)")
      }
    }
  }

  @Test func aCacheGivesTheSameDigitsToTheLastBit() throws {
    let scene = try Self.scene("cache")
    #expect(try values("difference", scene) == [0])
    for (kept, made) in [("K_five", "K"), ("V_five", "V")] {
      let (kept, made) = (try values(kept, scene), try values(made, scene))
      #expect(kept.map(\.bitPattern) == made.map(\.bitPattern))
    }
    let whole = try values("output", scene).suffix(3)
    #expect(try values("cached", scene).map(\.bitPattern) == whole.map(\.bitPattern))
  }

  @Test func aKnockedOutHeadLeavesTheOthersContribution() throws {
    var scene = try Self.scene("contributions")
    try scene.apply(try scene.assignment(typed("keep = [1, 0]")))
    let coref = try values("contribution", scene).prefix(28)
    #expect(try values("result", scene) == Array(coref))
    let joined = try values("joined", scene)
    #expect(zip(coref, joined).allSatisfy { abs($0 - $1) < 1e-5 })
  }

  private static func scene(_ name: String) throws -> Scene {
    let file = folder.appending(path: "variants/\(name).qkv")
    let text = try String(contentsOf: file, encoding: .utf8)
    return try Scene([SourceText(file: "\(name).qkv", text: text)])
  }
}

/// What PyTorch found for a variant: its formulas' values, and the derivatives of `total`.
struct ExpectedVariant: Decodable {
  let values: [String: ExpectedScene.ExpectedTensor]
  let gradients: [String: [ExpectedScene.Number]]
}
