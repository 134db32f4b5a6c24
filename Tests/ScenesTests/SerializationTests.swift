import Testing

@testable import Scenes

@Test func aSerializedSceneReadsBackToTheSameDigits() throws {
  var scene = try scene(oneHead)
  for index in 0..<28 {
    let cell = Entry(node: try #require(scene.definition("X")).node, index: index)
    scene.set(cell, to: Float(index) / 7 * (index % 2 == 0 ? 1 : -1e-20))
  }
  let again = try Scene([typed(scene.serialized())])
  for definition in scene.definitions {
    let (old, new) = (try values(definition.name, scene), try values(definition.name, again))
    #expect(old.map(\.bitPattern) == new.map(\.bitPattern), "\(definition.name)")
  }
}

@Test func aSerializedSceneKeepsLabelsSizesAndExtremes() throws {
  var scene = try scene(
    """
    axis place = "New York" "#1" "a\\"b" 12
    axis one = "3"
    axis n = 2
    X[place, one, n] = zeros()
    y = 2
    """)
  try scene.apply(try scene.assignment(typed("X[0] = [[inf, -inf]]")))
  try scene.apply(try scene.assignment(typed("X[1] = [[nan, -0.0]]")))
  try scene.resize(axis: "n", to: 3)
  let again = try Scene([typed(scene.serialized())])
  #expect(again.axes == scene.axes)
  let (old, new) = (try values("X", scene), try values("X", again))
  #expect(zip(old, new).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) })
  #expect(new[1] == -.infinity && new[4].sign == .minus)
}

@Test func untouchedRandomInputsKeepTheirSeed() throws {
  let text = try scene(oneHead).serialized()
  #expect(text.contains("W_q[feature, trait] = randn(seed: 1)\n"))
}
