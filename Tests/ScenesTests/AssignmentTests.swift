import Testing
import Text

@testable import Scenes

private func changed(_ assignments: String...) throws -> Scene {
  var scene = try scene(
    """
    axis token = the cat
    axis trait = 2
    X[token, trait] = [[1, 2], [3, 4]]
    Y[token, trait] = [[5, 6], [7, 8]]
    sums = sum(X)
    """)
  for text in assignments { try scene.apply(try scene.assignment(typed(text))) }
  return scene
}

@Test func oneCellIsAssigned() throws {
  #expect(try values("sums", changed("X[\"cat\", 0] = 10")) == [3, 14])
}

@Test func aRowIsAssignedAList() throws {
  #expect(try values("X", changed("X[\"cat\"] = [-1, inf]")) == [1, 2, -1, .infinity])
}

@Test func aColumnIsFilledWithOneNumber() throws {
  #expect(try values("X", changed("X[:, 1] = sum(sum(Y)) / 2")) == [1, 13, 3, 13])
}

@Test func aMatrixIsCopied() throws {
  #expect(try values("X", changed("X = Y")) == [5, 6, 7, 8])
  #expect(try values("X", changed("X = X.T * 2")) == [2, 6, 4, 8])
}

@Test func aSourceFillsATarget() throws {
  #expect(try values("X", changed("X = eye()")) == [1, 0, 0, 1])
}

@Test func anAxisIsResizedAndBack() throws {
  let wide = try changed("X[\"cat\", 1] = 9", "size(trait) = 3")
  #expect(try values("X", wide) == [1, 2, 0, 3, 9, 0])
  #expect(try values("sums", wide) == [3, 12])
  let back = try changed("X[\"cat\", 1] = 9", "size(trait) = 3", "size(trait) = 2")
  #expect(try values("X", back) == [1, 2, 3, 9])
}

@Test func aProductAxisIsResizedHeadByHead() throws {
  var scene = try scene(
    """
    axis head = 2
    axis trait = 2
    w[head*trait] = [1, 2, 3, 4]
    """)
  try scene.apply(try scene.assignment(typed("w[2] = 9")))
  try scene.apply(try scene.assignment(typed("size(trait) = 3")))
  #expect(try values("w", scene) == [1, 2, 0, 9, 4, 0])
}

@Test func resizingKeepsEveryNode() throws {
  var scene = try scene(oneHead)
  let watch = try scene.watch(typed("sum(weight[\"it\"])"))
  let nodes = scene.definitions.map(\.node)
  try scene.resize(axis: "trait", to: 64)
  #expect(scene.definitions.map(\.node) == nodes)
  #expect(scene.definition("Q")?.axes.map(\.size) == [7, 64])
  #expect(abs(scene.values(of: watch).elements[0] - 1) < 1e-6)
}

@Test(arguments: [
  ("sums = 3", "`sums` is worked out by a formula and cannot be set"),
  ("X[\"dog\"] = 3", "the axis `token` has no label \"dog\""),
  ("X = [1, 2]", "a number stands where a list over `trait` is expected"),
  ("X = sums", "[token] does not fit into [token, trait]"),
  ("X + Y = 3", "only an input, a part of one, or the size of an axis can be set"),
  ("X", "a change needs an equals sign and a new value"),
  ("size(trait) = 0", "a size is a whole number from 1 to 16777216"),
  ("size(X) = 3", "`X` is a matrix, not an axis"),
  ("size(trait) = 9000000", "the scene would hold more than 16777216 numbers"),
])
func wrongAssignmentsAreExplained(_ text: String, _ message: String) throws {
  let problems = try #require(throws: Diagnostics.self) { try changed(text) }
  #expect(problems.list.map(\.message) == [message])
}
