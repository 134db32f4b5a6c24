import Tensors
import Testing
import Text

@testable import Scenes

func scene(_ text: String) throws -> Scene {
  try Scene([SourceText(file: "test.qkv", text: text)])
}

func values(_ name: String, _ scene: Scene) throws -> [Float] {
  scene.values(of: try #require(scene.definition(name)).node).elements
}

func typed(_ text: String) -> SourceText { SourceText(file: "-", text: text) }

/// One head of attention over seven tokens.
let oneHead = """
  axis token   = the cat drank because it was thirsty
  axis feature = noun animal pronoun drink
  axis trait   = 3
  output = weight @ V
  X[token, feature] = randn(seed: 4)
  W_q[feature, trait] = randn(seed: 1)
  W_k[feature, trait] = randn(seed: 2)
  W_v[feature, trait] = randn(seed: 3)
  Q = X @ W_q
  K = X @ W_k
  V = X @ W_v
  score  = Q   @ K.T   # every query meets every key
  scaled = score / sqrt(size(trait))
  weight = softmax(scaled + causal(token))
  """

@Test func definitionsStandInAnyOrderAndKeepTheirText() throws {
  let scene = try scene(oneHead)
  #expect(scene.definitions.map(\.name).prefix(3) == ["output", "X", "W_q"])
  let score = try #require(scene.definition("score"))
  #expect(score.formula == "Q @ K.T")
  #expect(!score.isInput && score.origin == .computed)
  #expect(score.location == SourceLocation(file: "test.qkv", line: 12, column: 1))
  #expect(score.axes.map(\.name) == ["token", "token"])
  let input = try #require(scene.definition("W_k"))
  #expect(input.isInput && input.origin == .random(seed: 2))
}

@Test func laterTextsAddAndOverride() throws {
  let scene = try Scene([typed("a = 1\nb = a + 1"), typed("a = 5\nc = b * 2")])
  #expect(try values("c", scene) == [12])
  #expect(scene.definitions.map(\.name) == ["a", "b", "c"])
}

@Test func labelsMayBeWordsOfAnyScriptAndQuoted() throws {
  let scene = try scene("axis token = 猫 \"New York\" , 👩‍👩‍👧 42\nX[token] = [1, 2, 3, 4, 5]")
  #expect(scene.axes[0].labels == ["猫", "New York", ",", "👩‍👩‍👧", "42"])
  let cell = try scene.entry(typed("X[\"New York\"]"))
  #expect(scene.label(of: cell) == "X[\"New York\"]")
  #expect(scene.value(of: cell) == 2)
}

@Test func formulasAreSpelledWithRegularSpaces() throws {
  let scene = try scene("a = 1\nb=-a*( a+2 )-  -3\naxis t = 2\nX[t]=randn( seed:1 )\ny=X[ : ]")
  #expect(scene.definition("b")?.formula == "-a * (a + 2) - -3")
  #expect(scene.definition("X")?.formula == "randn(seed: 1)")
  #expect(scene.definition("y")?.formula == "X[:]")
}

@Test func aChangeWorksOutOnlyWhatLiesDownstream() throws {
  var scene = try scene(oneHead)
  let cell = try scene.entry(typed("W_v[\"noun\", 0]"))
  let before = scene.graph.evaluations
  scene.set(cell, to: 2)
  // V and output.
  #expect(scene.graph.evaluations - before == 2)
  #expect(scene.graph.downstream(of: [cell.node.index]).count == 2)
}

@Test func aChangedSceneEqualsAFreshOneWithTheSameNumbers() throws {
  var changed = try scene("axis t = 2\nX[t, t] = [[1, 2], [3, 4]]\ny = softmax(X @ X.T) - sum(X)")
  changed.set(try changed.entry(typed("X[0, 1]")), to: 9)
  let fresh = try scene("axis t = 2\nX[t, t] = [[1, 9], [3, 4]]\ny = softmax(X @ X.T) - sum(X)")
  #expect(try values("y", changed) == values("y", fresh))
}

@Test func changingACopyLeavesTheSceneAlone() throws {
  let original = try scene(oneHead)
  var copy = original
  copy.set(try copy.entry(typed("X[0, 0]")), to: 7)
  #expect(copy != original)
  #expect(try original == scene(oneHead))
}

@Test func aWatchedConditionIsAlive() throws {
  var scene = try scene("a = 1\nb = a * 2")
  let goal = try scene.watch(typed("b > 3 and not b == 5 or a < 0"))
  #expect(scene.values(of: goal) == Tensor(shape: [], elements: [0]))
  scene.set(try scene.entry(typed("a")), to: 2)
  #expect(scene.values(of: goal) == Tensor(shape: [], elements: [1]))
  #expect(try scene.watch(typed("b > 3 and not b == 5 or a < 0")) == goal)
  #expect(scene.text(of: goal) == "b > 3 and not b == 5 or a < 0")
}

@Test func aSliceOrTransposeIsTheNamedCell() throws {
  var scene = try scene(oneHead)
  let row = try scene.watch(typed("K.T[1]"))
  let cell = scene.source(of: Entry(node: row, index: 4))
  #expect(scene.label(of: cell) == "K[\"it\",1]")
  let nameless = try scene.watch(typed("scaled + causal(token)"))
  #expect(
    scene.label(of: Entry(node: nameless, index: 1))
      == "(scaled + causal(token))[\"the\",\"cat\"]")
}

@Test func cellsOfFormulasCannotBeSet() throws {
  var scene = try scene(oneHead)
  let before = scene
  scene.set(try scene.entry(typed("weight[0, 0]")), to: 3)
  #expect(scene == before)
}

@Test func originsTellWhereNumbersComeFrom() throws {
  var scene = try scene("axis t = 2\na = 1\nz[t] = zeros()\nr[t] = randn(seed: 7) * 0.5\nb = a")
  #expect(
    scene.definitions.map(\.origin) == [.handSet, .constant, .random(seed: 7), .computed])
  let cell = try scene.entry(typed("r[0]"))
  let start = scene.value(of: cell)
  scene.set(cell, to: 1)
  #expect(scene.origin(of: cell.node) == .changed)
  scene.set(cell, to: start)
  #expect(scene.origin(of: cell.node) == .random(seed: 7))
  scene.set(cell.node, to: Tensor(shape: [2], elements: [3, 4]), origin: .trained)
  #expect(scene.origin(of: cell.node) == .trained)
}
