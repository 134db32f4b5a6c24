import Tensors
import Testing
import Text

@testable import Scenes

struct DerivationTests {
  private let text = """
    axis token = the cat it
    axis feature = 4
    axis trait = 3

    X[token, feature] = randn(seed: 1)
    W_q[feature, trait] = randn(seed: 2)
    W_k[feature, trait] = randn(seed: 3)
    Q = X @ W_q
    K = X @ W_k
    weight = softmax(Q @ K.T / sqrt(size(trait)) + causal(token))
    output = weight @ X
    """

  private func scene() throws -> Scene { try Scene([SourceText(file: "test", text: text)]) }

  @Test func theSummandsOfTheChainRuleMakeTheGradient() throws {
    let scene = try scene()
    let result = try scene.entry(SourceText(file: "test", text: "output[2,1]"))
    let gradient = scene.gradient(of: result)
    for definition in scene.definitions where definition.name != "output" {
      for index in scene.values(of: definition.node).elements.indices {
        let cell = Entry(node: definition.node, index: index)
        let derivation = scene.derivation(of: result, by: cell)
        let truth = gradient[cell.node]?.elements[index] ?? 0
        let sum = derivation.operands.reduce(0) { $0 + $1.value * $1.derivative }
        #expect(derivation.value == truth)
        #expect(abs(sum - truth) <= 1e-5 * max(1, abs(truth)), "\(derivation.label)")
      }
    }
  }

  /// a moves the result by 3 through u, and by half through v, on which the result depends more.
  @Test func whatCountsMostComesFirst() throws {
    let text = "a = 1\nv = 0.1 * a\nu = 3 * a\nresult = u + 5 * v"
    let scene = try Scene([SourceText(file: "test", text: text)])
    let (result, cell) = (
      try scene.entry(SourceText(file: "test", text: "result")),
      try scene.entry(SourceText(file: "test", text: "a"))
    )
    #expect(scene.derivation(of: result, by: cell).operands.map(\.label) == ["u", "v"])
  }

  @Test func everyStepLeadsOnToTheNumberItself() throws {
    let scene = try scene()
    let result = try scene.entry(SourceText(file: "test", text: "weight[\"it\",\"cat\"]"))
    var cell = try scene.entry(SourceText(file: "test", text: "X[\"it\",0]"))
    var labels: [String] = []
    while let next = scene.derivation(of: result, by: cell).operands.first {
      labels.append(next.label)
      cell = next.entry
      #expect(labels.count < 20)
    }
    #expect(cell == result)
    #expect(labels.first?.hasPrefix("Q[\"it\"") == true || labels.first?.hasPrefix("K[") == true)
    #expect(scene.derivation(of: result, by: cell).value == 1)
  }

  @Test func whatDoesNotMoveTheNumberHasNoSummands() throws {
    let scene = try scene()
    let result = try scene.entry(SourceText(file: "test", text: "weight[\"the\",\"the\"]"))
    let cell = try scene.entry(SourceText(file: "test", text: "X[\"it\",0]"))
    let derivation = scene.derivation(of: result, by: cell)
    #expect(derivation.value == 0 && derivation.operands.isEmpty)
    #expect(derivation.sentence.contains("does not move"))
  }

  @Test(arguments: [
    ("weight[\"it\",\"cat\"] > 0.5", "weight[\"it\",\"cat\"]"),
    ("0.5 < weight[\"it\",\"cat\"]", "weight[\"it\",\"cat\"]"),
    ("2 > 1 and Q[0,0] < 1", "Q[\"the\",0]"),
    ("not (output[0,0] < 1 or Q[0,0] < 1)", "output[\"the\",0]"),
  ])
  func aClaimIsAboutTheSideThatMoves(claim: String, number: String) throws {
    var scene = try scene()
    let node = try scene.watch(SourceText(file: "test", text: claim))
    let measured = try #require(scene.measured(by: node))
    #expect(scene.label(of: scene.source(of: Entry(node: measured, index: 0))) == number)
  }

  /// A size depends on no input, and is what the claim is about all the same.
  @Test(arguments: ["2 * size(part) >= 4", "4 <= 2 * size(part)"])
  func aClaimIsAboutASize(claim: String) throws {
    let text = "axis token = a b c\nt = 1\naxis part = token[0:t]"
    var scene = try Scene([SourceText(file: "test", text: text)])
    let node = try scene.watch(SourceText(file: "test", text: claim))
    let measured = try #require(scene.measured(by: node))
    #expect(scene.values(of: measured).elements == [2])
  }
}
