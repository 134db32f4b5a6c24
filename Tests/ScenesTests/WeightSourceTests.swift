import Tensors
import Testing
import Text

@testable import Scenes

/// A model of two layers with two heads over three features and two traits.
struct ExampleModel: WeightSource {
  func weights(_ request: WeightRequest) throws(WeightError) -> Tensor {
    guard request.model == "refer" else { throw .unknownModel(known: ["refer", "copy"]) }
    switch request.tensor {
    case "query": return try query(request)
    case "embedding":
      guard request.layer == nil else { throw .layer(count: 0) }
      guard request.head == nil else { throw .head(count: 0) }
      return Tensor(shape: [3, 4], elements: (0..<12).map { Float($0) / 8 })
    default: throw .unknownTensor(known: ["query", "embedding"])
    }
  }

  /// Layer l, head h holds 100 l + 10 h and counts on from there.
  private func query(_ request: WeightRequest) throws(WeightError) -> Tensor {
    guard let layer = request.layer, (1...2).contains(layer) else { throw .layer(count: 2) }
    guard request.head.map((1...2).contains) ?? true else { throw .head(count: 2) }
    let heads = request.head.map { [$0] } ?? [1, 2]
    let numbers = heads.flatMap { head in (0..<6).map { Float(100 * layer + 10 * head + $0) } }
    return Tensor(shape: (request.head == nil ? [2] : []) + [3, 2], elements: numbers)
  }
}

private let axes = """
  axis head = 2
  axis feature = noun animal drink
  axis trait = 2

  """

private func learned(_ text: String) throws -> Scene {
  try Scene([SourceText(file: "head.qkv", text: axes + text)], weights: ExampleModel())
}

private func problems(_ text: String, _ source: (any WeightSource)? = ExampleModel()) -> String {
  do throws(Diagnostics) {
    _ = try Scene([SourceText(file: "head.qkv", text: axes + text)], weights: source)
    return "none"
  } catch {
    return error.rendered()
  }
}

@Test func aModelsHeadBecomesAnInputThatCanBeDragged() throws {
  var scene = try learned(#"W[feature, trait] = weights("refer", "query", layer: 2, head: 1)"#)
  let weights = try #require(scene.definition("W"))
  #expect(weights.isInput)
  #expect(weights.origin == .learned(model: "refer"))
  #expect(scene.values(of: weights.node).elements == [210, 211, 212, 213, 214, 215])
  let cell = try scene.entry(typed(#"W["animal", 1]"#))
  #expect(scene.explanation(of: cell).sentence.hasPrefix("Trained: learned by the model \"refer\""))
  scene.set(cell, to: 7)
  #expect(scene.origin(of: weights.node) == .changed)
  #expect(scene.explanation(of: cell).sentence == "Changed by you; it began as 213.00.")
}

@Test func withoutAHeadAllOfThemComeAsTheFirstAxis() throws {
  let scene = try learned(#"W[head, feature, trait] = weights("refer", "query", layer: 1)"#)
  #expect(try scene.value(of: scene.entry(typed(#"W[1, "drink", 0]"#))) == 124)
}

@Test func weightsKeepTheirNumbersWhereAnAxisIsResized() throws {
  var scene = try learned(#"W[feature, trait] = weights("refer", "query", layer: 1, head: 1)"#)
  try scene.resize(axis: "trait", to: 3)
  let node = try #require(scene.definition("W")).node
  #expect(scene.values(of: node).elements == [110, 111, 0, 112, 113, 0, 114, 115, 0])
  #expect(scene.serialized().contains(#"W[feature, trait] = weights("refer", "query""#))
}

@Test func aSceneWithoutModelsSaysSo() {
  #expect(
    problems(#"W[feature, trait] = weights("refer", "query")"#, nil) == #"""
      head.qkv:4:21: error: no trained model is at hand here, so `weights` has no numbers
        W[feature, trait] = weights("refer", "query")
                            ^~~~~~~~~~~~~~~~~~~~~~~~~
      """#)
}

@Test(arguments: [
  (#""refr", "query""#, #"no model is called "refr""#, #"Did you mean "refer"?"#),
  (#""gpt", "query""#, #"no model is called "gpt""#, #"There are "refer", "copy"."#),
  (
    #""refer", "qury""#, #"the model "refer" has no tensor "qury""#, #"Did you mean "query"?"#
  ),
  (
    #""refer", "query""#, #"the layers of "refer" are 1 to 2, and none is named"#,
    "Write layer: 1; layers count from 1."
  ),
  (
    #""refer", "query", layer: 3"#, #"the layers of "refer" are 1 to 2, not 3"#,
    "Write layer: 1; layers count from 1."
  ),
  (
    #""refer", "query", layer: 1, head: 3"#, #"the heads of "refer" are 1 to 2, not 3"#,
    "Write head: 1; heads count from 1."
  ),
  (
    #""refer", "embedding", layer: 1"#, #""embedding" of "refer" belongs to no layer"#,
    "Leave `layer:` out."
  ),
  (
    #""refer", "embedding", head: 1"#, #""embedding" of "refer" has no heads"#,
    "Leave `head:` out."
  ),
  (
    #""refer", "query", layer: 1"#,
    "the tensor has 2 × 3 × 2 numbers, but [feature, trait] has 3 × 2",
    "Name one with head: 1, or declare an axis of 2 heads in front."
  ),
  (
    #""refer", "embedding""#, "the tensor has 3 × 4 numbers, but [feature, trait] has 3 × 2",
    "Declare axes of these sizes."
  ),
  (#""refer", query"#, "`tensor` must be a name in quotation marks", "^~~~"),
  (#""refer""#, "`weights` lacks its `tensor`", "It is written weights("),
])
func whatAModelLacksIsSaidAtItsPlace(call: String, sentence: String, advice: String) {
  let found = problems("W[feature, trait] = weights(\(call))")
  #expect(found.hasPrefix("head.qkv:4:"))
  #expect(found.contains(sentence), "\(found)")
  #expect(found.contains(advice), "\(found)")
}

@Test func headsCountFromOne() {
  let found = problems(#"W[feature, trait] = weights("refer", "query", layer: 1, head: 0)"#)
  #expect(found.contains("`head` must be a whole number from 1"), "\(found)")
}
