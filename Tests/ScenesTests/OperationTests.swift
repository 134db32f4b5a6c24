import Tensors
import Testing

@testable import Scenes

@Test func everyOperationHasAnExampleThatReadsIt() throws {
  for operation in Operation.all {
    var scene = try exampleScene(operation)
    let node = try example(operation, in: &scene)
    let used = scene.graph.nodes[node.index].operation
    #expect(used == operation, "\(operation.name)")
    #expect(!operation.summary.isEmpty)
  }
}

@Test func operationsHaveDifferentNames() {
  let names = Operation.all.map { "\($0.name)\($0.parameters.count)" }
  #expect(Set(names).count == names.count)
}

@Test func everyDerivativeAgreesWithCentralDifferences() throws {
  for operation in Operation.all where !operation.purpose.isSource {
    var scene = try exampleScene(operation)
    let node = try example(operation, in: &scene)
    for cell in scene.values(of: node).elements.indices {
      let entry = Entry(node: node, index: cell)
      let gradient = scene.gradient(of: entry)
      for input in scene.definitions where input.isInput {
        check(operation, entry, gradient[input.node], by: input.node, in: &scene)
      }
    }
  }
}

/// Compares a derivative with (f(x + h) − f(x − h)) / 2h for each number of an input.
private func check(
  _ operation: Scenes.Operation, _ entry: Entry, _ found: Tensor?, by input: NodeID,
  in scene: inout Scene
) {
  let numbers = scene.values(of: input).elements
  for place in numbers.indices {
    let step: Float = 0x1p-7
    scene.set(Entry(node: input, index: place), to: numbers[place] + step)
    let above = scene.value(of: entry)
    scene.set(Entry(node: input, index: place), to: numbers[place] - step)
    let below = scene.value(of: entry)
    scene.set(Entry(node: input, index: place), to: numbers[place])
    let expected = above == below ? 0 : (above - below) / (2 * step)
    let actual = found?.elements[place] ?? 0
    #expect(
      abs(actual - expected) < 2e-3 * max(1, abs(expected)),
      "\(operation.name): \(scene.label(of: Entry(node: input, index: place)))")
  }
}

private func exampleScene(_ operation: Scenes.Operation) throws -> Scene {
  guard operation.purpose.isSource else { return try scene(Operation.exampleScene) }
  let axes = "axis r = 3\naxis c = 4\n"
  let text = axes + "made[r, c] = \(operation.example)"
  return try Scene([typed(text)], weights: CountingModel())
}

/// A model whose only table counts its cells.
private struct CountingModel: WeightSource {
  func weights(_ request: WeightRequest) -> LearnedTensor {
    LearnedTensor(Tensor(shape: [3, 4], elements: (0..<12).map(Float.init)))
  }
}

private func example(_ operation: Scenes.Operation, in scene: inout Scene) throws -> NodeID {
  if operation.purpose.isSource { return try #require(scene.definition("made")).node }
  guard operation == .same else { return try scene.watch(typed(operation.example)) }
  scene = try Scene(scene.sources + [typed("again = \(operation.example)")])
  return try #require(scene.definition("again")).node
}

@Test func aGradientReachesEveryMatrixUpstreamAndNoOther() throws {
  let scene = try scene(oneHead)
  let gradient = scene.gradient(of: try scene.entry(typed("weight[\"it\", \"cat\"]")))
  #expect(gradient[try #require(scene.definition("W_q")).node]?.shape == [4, 3])
  #expect(gradient[try #require(scene.definition("scaled")).node] != nil)
  #expect(gradient[try #require(scene.definition("W_v")).node] == nil)
  #expect(gradient[try #require(scene.definition("output")).node] == nil)
}

@Test func aWholeHeadsGradientAgreesWithCentralDifferences() throws {
  var scene = try scene(oneHead)
  let entry = try scene.entry(typed("output[\"thirsty\", 1]"))
  let gradient = scene.gradient(of: entry)
  for input in scene.definitions where input.isInput {
    check(.product, entry, gradient[input.node], by: input.node, in: &scene)
  }
}
