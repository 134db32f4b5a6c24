import Tensors
import Testing

@testable import Scenes

func scene(_ text: String) throws -> Scene {
  try Scene([SourceText(file: "test.qkv", text: text)])
}

@Test func oneHeadIsComputed() throws {
  var scene = try scene(
    """
    axis token   = the cat drank because it was thirsty
    axis feature = noun animal pronoun drink
    axis trait   = 3
    X[token, feature] = randn(seed: 4)
    W_q[feature, trait] = randn(seed: 1)
    W_k[feature, trait] = randn(seed: 2)
    W_v[feature, trait] = randn(seed: 3)
    Q = X @ W_q
    K = X @ W_k
    V = X @ W_v
    score  = Q @ K.T
    scaled = score / sqrt(size(trait))
    weight = softmax(scaled + causal(token))
    output = weight @ V
    """)
  let sum = try scene.watch(SourceText(file: "-", text: "sum(weight[\"it\"])"))
  #expect(abs(scene.values(of: sum).elements[0] - 1) < 1e-6)
  let cell = try scene.entry(SourceText(file: "-", text: "X[\"it\", \"noun\"]"))
  let before = try #require(scene.definition("output")).node
  let old = scene.values(of: before)
  scene.set(cell, to: 5)
  #expect(scene.values(of: before) != old)
  #expect(scene.label(of: cell) == "X[\"it\",\"noun\"]")
}
