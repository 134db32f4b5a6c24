import FuzzSupport
import Tensors
import Testing

@testable import Scenes

private let weights = """
  axis head  = 2
  axis token = the cat drank
  axis long  = 6
  axis trait = 3

  S[token, token] = randn(seed: 1)
  H[head, token, token] = randn(seed: 2)
  s[token] = randn(seed: 3)
  d = 4
  V[token, trait] = randn(seed: 4)

  A = softmax(S)
  again = A
  B = softmax(H)
  """

@Test(arguments: [
  "A", "again", "B", "A[\"cat\"]", "A @ A", "A @ again @ A", "softmax(s) @ A", "B[0]",
  "B[1, \"cat\"]",
  "hardmax(S)", "softmax(V, trait)", "softmax(S * 3) @ hardmax(S)",
  "mean(B, head)", "append(A, A, long)", "append(again, softmax(s), four)",
  "softmax(S + causal(token))",
  "softmax(V)", "A @ softmax(V)", "attention(V, V, softmax(V))", "B @ A", "A.T.T",
])
func rowsSumToOneWhereTheGraphSaysSo(formula: String) throws {
  var scene = try scene(weights + "\naxis four = 4\n")
  let node = try scene.watch(typed(formula))
  #expect(scene.rowsSumToOne(node))
  #expect(scene.holdsShares(node))
  #expect(scene.rowSums(of: node).allSatisfy { abs($0 - 1) < 1e-5 })
}

@Test(arguments: [
  "S", "A * 3", "A @ V", "softmax(V, token)", "softmax(H, head)", "topk(S, k: 2)", "A ^ 2",
  "where(S > 0, A, S)", "rms_norm(A)", "A.T", "A[:, \"cat\"]", "A[\"cat\", \"cat\"]",
  "A @ softmax(s)", "A + A",
  "join(B, head, token)", "mean(A)", "mean(A, token)", "sum(B, head)", "attention(V, V, V)",
  "S @ A",
  "A @ S", "softmax(S.T).T", "append(A, s, four)", "exp(log(A))",
])
func rowsAreNotSaidToSumToOneElsewhere(formula: String) throws {
  var scene = try scene(weights + "\naxis four = 4\n")
  let node = try scene.watch(typed(formula))
  #expect(!scene.rowsSumToOne(node))
}

@Test(arguments: [
  ("A.T", true), ("A[:, \"cat\"]", true), ("again[\"cat\", \"the\"]", true), ("A * 3", false),
  ("S.T", false), ("softmax(V, token)", true), ("softmax(V, token)[0, 1]", true),
  ("hardmax(S).T", true), ("topk(A, k: 2)", false),
])
func aPartOfAShareIsAShareWhereverItStands(formula: String, isShare: Bool) throws {
  var scene = try scene(weights)
  let node = try scene.watch(typed(formula))
  #expect(scene.holdsShares(node) == isShare)
}

@Test(arguments: [
  ("s", true), ("s / sqrt(size(trait))", true), ("s / sqrt(d)", true), ("sqrt(d)", false),
  ("s * 3 - mean(s)", true), ("S @ V", true),
  ("s + padding(token, from: 2)", true), ("abs(s)", true), ("layer_norm(s)", false),
  ("rms_norm(s)", false), ("gelu_tanh(s)", true), ("topk(S, k: 2)", true), ("hardmax(s)", false),
  ("s ^ 2", false), ("sin(s)", false), ("cos(s)", false),
  ("s + band(token, reach: d)", true), ("position(token) * s", true), ("where(s > 0, s, s)", false),
  ("exp(s)", false),
  ("softmax(s)", false), ("A @ V", false), ("log(s)", false), ("sqrt(s)", false),
  ("variance(S)", false),
  ("cosine(S, s)", false), ("argmax(S)", false), ("attention(V, V, V)", false), ("s > 0", false),
])
func sumsAndProductsKeepTheScaleOfTheirInputs(formula: String, keeps: Bool) throws {
  var scene = try scene(weights)
  let node = try scene.watch(typed(formula))
  #expect(scene.keepsScale(node) == keeps)
}

/// Whatever formula is made of weights: where the graph says that rows sum to one, they do.
@Test func whatTheGraphSaysOfRowsIsTrueOfTheNumbers() throws {
  let leaves = ["A", "S", "softmax(S)", "softmax(S * 2)", "again", "B[0]", "mean(B, head)"]
  let shapes: [(String, String) -> String] = [
    { a, b in "(\(a) @ \(b))" }, { a, b in "(\(a)).T" }, { a, b in "softmax(\(a))" },
    { a, b in "(\(a) + \(b))" }, { a, b in "(\(a) * \(b))" },
    { a, b in "mean(split(join(B, head, token), head, token), head)" },
    { a, b in "attention(\(a), \(b), \(a))" }, { a, b in "(\(b)).T.T" },
  ]
  var random = SeededNumbers(seed: 11)
  var claims = 0
  for _ in 0..<fuzzRounds(usually: 200) {
    var formulas = leaves
    for _ in 0..<4 {
      let shape = shapes[random.below(shapes.count)]
      formulas.append(
        shape(formulas[random.below(formulas.count)], formulas[random.below(formulas.count)]))
    }
    var scene = try scene(weights)
    let node = try scene.watch(typed(formulas[formulas.count - 1]))
    guard scene.rowsSumToOne(node) else { continue }
    claims += 1
    #expect(
      scene.rowSums(of: node).allSatisfy { abs($0 - 1) < 1e-4 }, "\(formulas[formulas.count - 1])")
  }
  #expect(claims > 0)
}

@Test func aLongChainOfProductsIsAskedOfOnce() throws {
  var text = weights + "\nP0 = A\n"
  for power in 1...60 { text += "P\(power) = P\(power - 1) @ P\(power - 1)\n" }
  let scene = try scene(text)
  #expect(scene.rowsSumToOne(try #require(scene.definition("P60")).node))
}

extension Scene {
  fileprivate func rowSums(of node: NodeID) -> [Float] {
    Reduction.sum.apply(values(of: node)).elements
  }
}
