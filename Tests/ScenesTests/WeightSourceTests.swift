import Tensors
import Testing
import Text

@testable import Scenes

/// A model of two layers with two heads over three features and two traits.
struct ExampleModel: WeightSource {
  func weights(_ request: WeightRequest) throws(WeightError) -> LearnedTensor {
    guard request.model == "refer" else { throw .unknownModel(known: ["refer", "copy"]) }
    switch request.tensor {
    case "query": return LearnedTensor(try query(request))
    case "embedding":
      guard request.layer == nil else { throw .layer(count: 0) }
      guard request.head == nil else { throw .head(count: 0) }
      return LearnedTensor(Tensor(shape: [3, 4], elements: (0..<12).map { Float($0) / 8 }))
    case "words": return LearnedTensor(Self.table, axes: [.words(Self.words), .plain])
    case "answers": return LearnedTensor(Self.table.transposed, axes: [.plain, .words(Self.words)])
    case "places": return LearnedTensor(Self.table, axes: [.positions, .plain])
    default: throw .unknownTensor(known: ["query", "embedding"])
    }
  }

  static let words = ["the", "cat", "drank", "milk"]
  /// Row r holds 10 r and 10 r + 1.
  static let table = Tensor(rows: [[0, 1], [10, 11], [20, 21], [30, 31]])

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

private func numbers(of name: String, in text: String) throws -> [Float] {
  let scene = try learned(text)
  return scene.values(of: try #require(scene.definition(name)).node).elements
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

@Test func anAxisOfWordsPicksTheRowsOfItsWords() throws {
  let text = """
    axis word = milk the
    axis place = the cat the
    E[word, trait] = weights("refer", "words")
    U[trait, word] = weights("refer", "answers")
    x[place, trait] = weights("refer", "words")
    """
  #expect(try numbers(of: "E", in: text) == [30, 31, 0, 1])
  #expect(try numbers(of: "U", in: text) == [30, 0, 31, 1])
  #expect(try numbers(of: "x", in: text) == [0, 1, 10, 11, 0, 1])
}

@Test func anAxisWithoutWordsTakesTheModelsOrder() throws {
  let text = """
    axis word = 4
    E[word, trait] = weights("refer", "words")
    """
  #expect(try numbers(of: "E", in: text) == ExampleModel.table.elements)
  #expect(
    problems(text.replacing("4", with: "2"))
      .contains("the tensor has 4 × 2 numbers, but [word, trait] has 2 × 2"))
}

@Test func positionsCountFromTheBeginningOfTheSentence() throws {
  let text = """
    axis token = the cat
    axis later = token[1:2]
    P[token, trait] = weights("refer", "places")
    R[later, trait] = weights("refer", "places")
    """
  #expect(try numbers(of: "P", in: text) == [0, 1, 10, 11])
  #expect(try numbers(of: "R", in: text) == [10, 11])
  #expect(
    problems("axis token = 5\nP[token, trait] = weights(\"refer\", \"places\")")
      .contains("the tensor has 4 × 2 numbers, but [token, trait] has 5 × 2"))
}

@Test func aWordThatTheModelLacksIsSaid() {
  let text = "axis word = the cap\nE[word, trait] = weights(\"refer\", \"words\")"
  let found = problems(text)
  #expect(found.hasPrefix("head.qkv:5:18: error:"))
  #expect(found.contains("the model \"refer\" does not know the word \"cap\""), "\(found)")
  #expect(found.contains("Did you mean \"cat\"?"), "\(found)")
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
