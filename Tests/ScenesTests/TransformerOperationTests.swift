import Tensors
import Testing
import Text

@testable import Scenes

/// The operations that transformers are made of, against PyTorch's own.
@Suite struct TransformerOperationTests {
  static let fixture = Result { try ExpectedScene.load("operations.json") }

  @Test func fixtureHoldsEachOperation() throws {
    let texts = try Self.fixture.get().map(\.text)
    #expect(texts.count == 9)
    let names = [
      "layer_norm(", "rms_norm(", "rope(", "alibi(", "cross_entropy(", "attention(", "gelu_tanh(",
      "sin(", "cos(", " ^ ", "hardmax(", "topk(", "where(", "softmax(A, token)", "cosine(", "band(",
      "position(",
    ]
    for name in names {
      #expect(texts.contains { $0.contains(name) }, "\(name)")
    }
  }

  @Test(arguments: 0..<9)
  func valuesArePyTorchs(_ number: Int) throws {
    try Self.fixture.get()[number].checkValues()
  }

  @Test(arguments: 0..<9)
  func gradientsArePyTorchs(_ number: Int) throws {
    try Self.fixture.get()[number].checkGradients()
  }

  /// Every way in which operands and masks may meet, beside the formula spelled out.
  @Test(arguments: [
    "Q, K, V, A", "Q, K, V, A + 1", "Q, K, V, causal(token)", "Q, K, V, -inf", "Q, K, V",
    "Q, K, V, window(token, 2)", "Q, K, V, padding(token, from: 2)", "Q, K, V, b", "Q, K, V, L",
    "Q, K, V, causal(token) + padding(token, from: 1)", "Q, K, W, causal(token)", "Q, K, b",
    "x, K, V", "x, N, V, A", "x, N, V, b", "M, F, U", "M, F, U, R", "M, N, V, A",
    "G, S, S, causal(token)", "Q, N, Y, L", "x, N, b, causal(token)",
  ])
  func attentionIsTheFormulaSpelledOut(_ operands: String) throws {
    let parts = operands.split(separator: ", ", maxSplits: 3).map(String.init)
    let mask = parts.count > 3 ? " + (\(parts[3]))" : ""
    let scene = try scene(
      """
      axis head   = 2
      axis batch  = 3
      axis kv     = 1
      axis token  = the cat drank
      axis source = 5
      axis trait  = 2
      A[token, token] = randn(seed: 4)
      b[token] = randn(seed: 5)
      L[head, token, token] = randn(seed: 6)
      Q[head, token, trait] = randn(seed: 1)
      G[head, token, trait] = randn(seed: 1)
      H[kv, token, trait] = randn(seed: 7)
      S = share(H, kv, head)
      K[head, token, trait] = randn(seed: 2)
      V[token, trait] = randn(seed: 3)
      W[batch, token, trait] = randn(seed: 8)
      x[trait] = randn(seed: 9)
      M[token, trait] = randn(seed: 10)
      N[token, trait] = randn(seed: 11)
      F[source, trait] = randn(seed: 12)
      U[source, trait] = randn(seed: 13)
      R[token, source] = randn(seed: 14)
      Y[batch, token, trait] = randn(seed: 15)
      fused   = attention(\(operands))
      spelled = softmax(\(parts[0]) @ (\(parts[1])).T / sqrt(size(trait))\(mask)) @ (\(parts[2]))
      """)
    #expect(try values("fused", scene) == values("spelled", scene))
    #expect(try axes("fused", scene) == axes("spelled", scene))
    try expectEqualGradients(scene)
  }

  private func axes(_ name: String, _ scene: Scene) throws -> [String] {
    scene.axes(of: try #require(scene.definition(name)).node).map(\.name)
  }

  private func expectEqualGradients(_ scene: Scene) throws {
    let fused = try #require(scene.definition("fused")).node
    let spelled = try #require(scene.definition("spelled")).node
    for cell in scene.values(of: fused).elements.indices {
      let found = scene.gradient(of: Entry(node: fused, index: cell))
      let expected = scene.gradient(of: Entry(node: spelled, index: cell))
      for input in scene.definitions where input.isInput {
        let (found, expected) = (found[input.node]?.elements, expected[input.node]?.elements)
        #expect((found == nil) == (expected == nil), "\(input.name)")
        for (found, expected) in zip(found ?? [], expected ?? []) {
          #expect(abs(found - expected) < 1e-5 * max(1, abs(expected)), "\(input.name)")
        }
      }
    }
  }

  @Test func attentionKeepsWithinTheScenesLimit() throws {
    #expect(throws: Diagnostics.self) {
      try scene(
        """
        axis token = 100000
        axis trait = 1
        Q[token, trait] = zeros()
        output = attention(Q, Q, Q)
        """)
    }
  }

  @Test func attentionSpeaksOfItsKeysWhenTheyDoNotFit() throws {
    #expect(
      try problem("bad = attention(A, B, A)")
        == "bad = attention(A, B, A): the columns of B, which is [trait, width], are not `trait`")
  }

  @Test func ropeTurnsPairsOnly() throws {
    #expect(
      try problem("bad = rope(A)")
        == "bad = rope(A): the columns of A are turned two by two, but `trait` has 3 places")
  }

  @Test func ropeKeepsLengthsAndScoresByDistanceOnly() throws {
    let scene = try scene(
      """
      axis token = 6
      axis trait = 4
      Q[token, trait] = ones()
      turned = rope(Q)
      score  = turned @ turned.T
      """)
    let score = try #require(scene.definition("score")).node
    let values = scene.values(of: score)
    #expect((0..<6).allSatisfy { abs(values[$0, $0] - 4) < 1e-5 })
    #expect((1..<5).allSatisfy { abs(values[$0, $0 + 1] - values[0, 1]) < 1e-5 })
  }

  @Test func anEqualRowIsNormedToZeros() throws {
    let scene = try scene("axis a = 3\nx[a] = [7, 7, 7]\ny = layer_norm(x)")
    #expect(try values("y", scene) == [0, 0, 0])
  }

  @Test func aTargetIsAPlaceOfTheRow() throws {
    let scene = try scene("axis a = 3\nx[a] = [1, 2, 3]\nu = 1\nz = cross_entropy(x, u)")
    #expect(abs(try values("z", scene)[0] - 1.407606) < 1e-5)
  }

  @Test func aMaskedScoreCostsNothingUnlessItIsTheTarget() throws {
    let scene = try scene(
      """
      axis a = 3
      x[a] = [0, 0, -inf]
      free[a] = [1, 0, 0]
      lost[a] = [0, 0, 1]
      y = cross_entropy(x, free)
      z = cross_entropy(x, lost)
      """)
    #expect(abs(try values("y", scene)[0] - 0.6931472) < 1e-6)
    #expect(try values("z", scene) == [.infinity])
  }

  @Test func anOptionalAxisMayBeLeftOut() throws {
    #expect(try problem("bad = alibi()") == "`alibi` lacks its `axis`")
    #expect(try problem("bad = attention(A, C)") == "`attention` lacks its `V`")
    #expect(try problem("bad = alibi(head, token, 1, 2)") == "`alibi` takes 4 arguments")
  }
}

/// The only problem of a line added to the scene of the examples.
private func problem(_ line: String) throws -> String {
  let texts = [typed(Operation.exampleScene), typed(line)]
  let problems = try #require(throws: Diagnostics.self) { try Scene(texts) }
  #expect(problems.list.count == 1)
  return problems.list[0].message
}
