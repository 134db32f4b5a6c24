import FuzzSupport
import Tensors
import Testing
import Text

@testable import Scenes

private let cache = """
  axis token   = the cat saw the dog
  axis feature = noun verb
  axis trait   = 2
  t = 2
  axis seen = token[0:t + 1]
  axis new  = token[t:t + 1]

  X[token, feature]   = [[0.1, 0], [1, 0.2], [0, 1.2], [0.3, 0], [0.9, 0.4]]
  W[feature, trait] = [[1, 0.5], [-0.5, 2]]
  Y = X @ W
  past = Y[seen]
  last = X[new] @ W
  score = last @ past.T

  """

/// What a scene is refused with.
func refusal(_ text: String) -> String {
  do throws(Diagnostics) {
    _ = try Scene([typed(text)])
    return "accepted"
  } catch {
    return error.rendered()
  }
}

private func labels(_ axis: String, _ scene: Scene) -> [String]? {
  scene.axes.first { $0.name == axis }?.labels
}

private func drag(_ name: String, to value: Float, in scene: inout Scene) throws {
  scene.set(try scene.entry(typed(name)), to: value)
}

@Suite struct PartTests {
  @Test func aPartKeepsTheLabelsOfItsParent() throws {
    let scene = try scene(cache)
    #expect(labels("seen", scene) == ["the", "cat", "saw"])
    #expect(labels("new", scene) == ["saw"])
  }

  @Test func aSecondWordKeepsItsNumberInAPart() throws {
    var scene = try scene(cache)
    try drag("t", to: 3, in: &scene)
    #expect(labels("new", scene) == ["the_2"])
    #expect(scene.axes.first { $0.name == "new" }?.shownLabels == ["the₂"])
    #expect(try scene.entry(typed(#"last["the_2", 0]"#)) == scene.entry(typed("last[0, 0]")))
  }

  @Test func aPartOfANumberedAxisHasItsNumbersAsLabels() throws {
    let scene = try scene("axis n = 9\naxis late = n[6:]\nx[n] = randn(seed: 1)\ny = x[late]")
    #expect(labels("late", scene) == ["6", "7", "8"])
    #expect(try scene.entry(typed(#"y["7"]"#)) == scene.entry(typed("y[1]")))
  }

  @Test func boundsMayBeLeftOutAddedAndTakenAway() throws {
    let scene = try scene(
      """
      axis n = 9
      a = 2
      b = 3
      axis head = n[:b]
      axis tail = n[b:]
      axis some = n[a - 1:a + b]
      axis inner = some[1:a]
      x[n] = [0, 1, 2, 3, 4, 5, 6, 7, 8]
      y = x[inner]
      """)
    #expect(labels("head", scene) == ["0", "1", "2"])
    #expect(labels("tail", scene)?.first == "3")
    #expect(labels("some", scene) == ["1", "2", "3", "4"])
    #expect(try values("y", scene) == [2])
  }

  @Test func oneScalarMovesAllItsParts() throws {
    var scene = try scene(cache)
    for t in [4, 0, 3, 1] {
      try drag("t", to: Float(t), in: &scene)
      let whole = try values("Y", scene)
      #expect(try values("past", scene) == Array(whole[...(2 * t + 1)]))
      #expect(try values("last", scene) == Array(whole[(2 * t)...(2 * t + 1)]))
      #expect(scene.values(of: try #require(scene.definition("score")).node).shape == [1, t + 1])
    }
  }

  @Test func aDragByLessThanAPlaceMovesByOne() throws {
    var scene = try scene(cache)
    try drag("t", to: 2.1, in: &scene)
    #expect(try values("t", scene) == [3])
    try drag("t", to: 2.9, in: &scene)
    #expect(try values("t", scene) == [2])
  }

  @Test(
    arguments: [
      (9, 4), (-3, 0), (.infinity, 4), (-.infinity, 0), (.nan, 2),
    ] as [(Float, Float)])
  func aScalarStopsWhereAPartWouldLeaveItsParent(wish: Float, held: Float) throws {
    var scene = try scene(cache)
    try drag("t", to: wish, in: &scene)
    #expect(try values("t", scene) == [held])
    #expect(labels("new", scene)?.count == 1)
  }

  @Test func twoBoundsMoveOnTogether() throws {
    var scene = try scene(
      "axis n = 9\na = 0\nb = 2\naxis some = n[a:b]\nx[n] = randn(seed: 1)\ny = x[some]")
    let ends = try ["a", "b"].map { try scene.entry(typed($0)) }
    scene.set(ends, to: [5, 8])
    #expect(labels("some", scene) == ["5", "6", "7"])
    try drag("a", to: 8, in: &scene)
    #expect(try values("a", scene) == [7])
  }

  @Test func aScalarStaysWhereTheSceneWouldHaveNoMeaning() throws {
    var scene = try scene(
      """
      axis n = 6
      axis pair = 2
      t = 2
      axis some = n[0:t]
      x[n] = randn(seed: 1)
      y = relabel(x[some], some, pair)
      """)
    try drag("t", to: 3, in: &scene)
    #expect(try values("t", scene) == [2])
  }

  @Test func cellsDraggedBeforeAreKept() throws {
    var scene = try scene(cache)
    scene.set(try scene.entry(typed(#"X["dog", "verb"]"#)), to: 7)
    try drag("t", to: 4, in: &scene)
    #expect(try scene.value(of: scene.entry(typed("X[4, 1]"))) == 7)
    let last = try values("last", scene)
    #expect(abs(last[0] + 2.6) < 1e-5 && abs(last[1] - 14.45) < 1e-5)
  }

  @Test func aShorterParentTakesTheScalarAlong() throws {
    var scene = try scene(cache)
    try drag("t", to: 4, in: &scene)
    try scene.resize(axis: "token", to: 3)
    #expect(try values("t", scene) == [2])
    #expect(labels("new", scene) == ["saw"])
  }

  @Test func theSizeOfAPartIsNotSet() throws {
    var scene = try scene(cache)
    let problems = try #require(throws: Diagnostics.self) {
      try scene.resize(axis: "seen", to: 2)
    }
    #expect(problems.list[0].message == "the size of `seen` follows from token[0:t + 1]")
  }

  @Test func aTypedNumberThatDoesNotFitIsRefused() throws {
    var scene = try scene(cache)
    let problems = try #require(throws: Diagnostics.self) {
      try scene.apply(scene.assignment(typed("t = 5")))
    }
    #expect(problems.rendered().contains("`t` bounds a part of an axis and is a whole number"))
    #expect(problems.rendered().contains("from 0 to 4"))
    try scene.apply(scene.assignment(typed("t = 4")))
    #expect(labels("new", scene) == ["dog"])
  }

  @Test func partsCanBeSet() throws {
    var scene = try scene(cache)
    try scene.apply(scene.assignment(typed("X[new] = [[5, 6]]")))
    #expect(try values("X", scene)[4...5] == [5, 6])
  }

  @Test func aSceneReadBackHasTheSameDigits() throws {
    var moved = try scene(cache)
    try drag("t", to: 3, in: &moved)
    let again = try scene(moved.serialized())
    #expect(moved.serialized().contains("axis seen = token[0:t + 1]"))
    for name in ["past", "last", "score"] {
      #expect(try values(name, again) == values(name, moved))
    }
  }

  @Test func aDifferenceBringsThePartsBack() throws {
    let start = try scene(cache)
    var moved = start
    _ = try moved.watch(typed("sum(past)"))
    let watched = moved
    try drag("t", to: 4, in: &moved)
    moved.set(try moved.entry(typed("X[4, 0]")), to: 3)
    #expect(watched.applying(moved.difference(from: watched)) == moved)
    #expect(moved.applying(watched.difference(from: moved)) == watched)
  }

  @Test func randomDragsAndTheWayBackGiveTheSameScene() throws {
    var numbers = SeededNumbers(seed: 7)
    let start = try scene(cache)
    for _ in 0..<fuzzRounds(usually: 40) {
      var moved = start
      for _ in 0..<6 {
        try drag("t", to: Float(Int.random(in: -2...7, using: &numbers)), in: &moved)
        let node = try #require(moved.definition("X")).node
        let cell = Int.random(in: 0..<10, using: &numbers) % moved.values(of: node).elements.count
        moved.set(Entry(node: node, index: cell), to: Float.random(in: -1...1, using: &numbers))
        if Bool.random(using: &numbers) {
          try moved.resize(axis: "token", to: Int.random(in: 1...5, using: &numbers))
        }
      }
      #expect(start.applying(moved.difference(from: start)) == moved)
      let t = Int(try values("t", moved)[0])
      let whole = try values("Y", moved)
      #expect(try values("last", moved) == Array(whole[(2 * t)...(2 * t + 1)]))
    }
  }

  @Test func aPartSaysWhereItsNumbersCome() throws {
    let scene = try scene(cache)
    let cell = try scene.entry(typed(#"past["cat", 1]"#))
    #expect(scene.explanation(of: cell).operands.map(\.label) == [#"Y["cat",1]"#])
    let product = scene.explanation(of: try scene.entry(typed(#"last["saw", 0]"#)))
    #expect(product.operands.map(\.label).contains(#"X["saw","noun"]"#))
    let scalar = scene.explanation(of: try scene.entry(typed("t")))
    #expect(scalar.sentence.hasSuffix("moves by whole places."))
  }

  @Test(arguments: [0, 1, 4])
  func derivativesThroughPartsAgreeWithCentralDifferences(t: Float) throws {
    var scene = try scene(cache)
    let total = try scene.watch(typed("sum(sum(score * score))"))
    try drag("t", to: t, in: &scene)
    let gradient = scene.gradient(of: Entry(node: total, index: 0))
    for name in ["X", "W"] {
      let node = try #require(scene.definition(name)).node
      for (place, number) in scene.values(of: node).elements.enumerated() {
        let entry = Entry(node: node, index: place)
        let ends = [number + 0x1p-7, number - 0x1p-7].map { value -> Float in
          scene.set(entry, to: value)
          return scene.value(of: Entry(node: total, index: 0))
        }
        scene.set(entry, to: number)
        let slope = (ends[0] - ends[1]) * 0x1p6
        #expect(abs((gradient[node]?.elements[place] ?? 0) - slope) < 5e-3 * max(1, abs(slope)))
      }
    }
  }
}

@Test(arguments: [
  ("axis p = n[1:k]", "nothing is called `k`"),
  ("axis p = m[1:2]", "no axis is called `m`"),
  ("axis p = n[1:1]", "`p` would begin at place 1 of `n` and have no places"),
  ("axis p = n[2:6]", "`p` would be the places 2 to 5 of `n`, which has the places 0 to 3"),
  ("axis p = n[0 - 1:2]", "`p` would be the places -1 to 1 of `n`"),
  ("axis p = n[0:2 * 2]", "a bound is a whole number, a single number of the scene or a sum"),
  ("x[n] = zeros()\naxis p = n[0:x]", "`x` bounds a part of an axis and must be a single number"),
  ("h = 1.5\naxis p = n[0:h]", "`h` bounds a part of an axis and must be a whole number"),
  ("axis p = n[0:2]extra]", "does not belong here"),
  ("axis p = q[0:1]\naxis q = p[0:1]", "these definitions go round in a circle: `p` → `q` → `p`"),
  ("axis p = n[0:2]\naxis m = 4\nx[m] = zeros()\ny = x[p]", "`p` is no part of `m`"),
])
func whatIsWrongWithAPartIsSaidAtItsPlace(text: String, sentence: String) {
  let found = refusal("axis n = 4\n" + text)
  #expect(found.contains(sentence), "\(found)")
  #expect(found.split(separator: "\n").count { $0.contains("error:") } == 1, "\(found)")
}

@Test func aPartIndexesRowsColumnsOrBoth() throws {
  let scene = try scene(
    """
    axis n = 4
    axis h = 2
    axis two = n[1:3]
    axis one = n[3:]
    A[h, n, n] = [
      [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11], [12, 13, 14, 15]],
      [[16, 17, 18, 19], [20, 21, 22, 23], [24, 25, 26, 27], [28, 29, 30, 31]],
    ]
    rows = A[two]
    same = A[:, two, :]
    columns = A[1, :, two]
    both = A[0, one, two]
    """)
  #expect(
    try values("rows", scene) == [4, 5, 6, 7, 8, 9, 10, 11]
      + [20, 21, 22, 23, 24, 25, 26, 27])
  #expect(try values("same", scene) == values("rows", scene))
  #expect(try values("columns", scene) == [17, 18, 21, 22, 25, 26, 29, 30])
  #expect(try values("both", scene) == [13, 14])
}
