import Testing
import Text

@testable import Scenes

private let chase = """
  axis token   = the dog chased the cat
  axis feature = noun verb
  X[token, feature] = [[0.1, 0.2], [1, 0], [0, 1], [0.3, 0.4], [2, 0]]
  score = X @ X.T
  weight = softmax(score)
  """

private func labels(_ words: String) throws -> [String] {
  let scene = try scene("axis token = \(words)\nX[token] = zeros()")
  return try #require(scene.axes[0].labels)
}

@Test(arguments: [
  ("the dog chased the cat", "the dog chased the_2 cat"),
  ("the the the", "the the_2 the_3"),
  // A word that the text itself has is nobody else's label.
  ("the the_2 the", "the the_2 the_3"),
  ("the the the_2", "the the_3 the_2"),
  ("the the the_2 the_2", "the the_3 the_2 the_2_2"),
  ("The the", "The the"),
  ("3 x 3", "3 x 3_2"),
])
func aRepeatedWordGetsALabelOfItsOwn(words: String, expected: String) throws {
  #expect(try labels(words).joined(separator: " ") == expected)
}

@Test func anAxisKeepsItsWordsAndShowsThemWithSmallNumbers() throws {
  let axis = try scene(chase).axes[0]
  #expect(axis.words == ["the", "dog", "chased", "the", "cat"])
  #expect(axis.shownLabels == ["the", "dog", "chased", "the₂", "cat"])
  #expect(axis.shownLabel(3) == "the₂")
}

@Test(arguments: [#""the_2""#, #""the₂""#, "3"])
func aRepeatedWordIsIndexedByItsLabel(_ index: String) throws {
  var scene = try scene(chase)
  let node = try scene.watch(typed("X[\(index), \"noun\"]"))
  #expect(scene.values(of: node).elements == [0.3])
}

@Test func theWordAloneMeansItsFirstPlace() throws {
  var scene = try scene(chase)
  let node = try scene.watch(typed(#"X["the", "noun"]"#))
  #expect(scene.values(of: node).elements == [0.1])
}

@Test func aRepeatedWordIsSetByItsLabel() throws {
  var scene = try scene(chase)
  try scene.apply(try scene.assignment(typed(#"X["the_2","noun"] = 1"#)))
  #expect(try values("X", scene)[6] == 1)
  #expect(try values("X", scene)[0] == 0.1)
}

@Test func whyAndFeedsNameThePlaceByItsLabel() throws {
  let scene = try scene(chase)
  let why = scene.explanation(of: try scene.entry(typed(#"score["the_2","the"]"#)))
  #expect(why.label == #"score["the_2","the"]"#)
  #expect(why.operands.map(\.label).contains(#"X["the_2","noun"]"#))
  let own = scene.explanation(of: try scene.entry(typed(#"X["the_2","noun"]"#)))
  #expect(own.feeds.map(\.label).contains(#"score["the_2"]"#))
}

@Test func aSavedSceneHasTheWordsAndReadsBackWithTheSameLabels() throws {
  let saved = try scene(chase).serialized()
  #expect(saved.hasPrefix("axis token = the dog chased the cat\n"))
  #expect(try scene(saved).axes[0].labels == ["the", "dog", "chased", "the_2", "cat"])
}

@Test func resizingKeepsTheLabelsOfPlacesThatStay() throws {
  var scene = try scene("axis token = the the the_2\nX[token] = [1, 2, 3]\ny = X[\"the_3\"]")
  try scene.resize(axis: "token", to: 2)
  #expect(scene.axes[0].labels == ["the", "the_3"])
  // Written with its labels, since the words alone would no longer give them.
  #expect(try values("y", try ScenesTests.scene(scene.serialized())) == [2])
  try scene.resize(axis: "token", to: 5)
  #expect(scene.axes[0].labels == ["the", "the_3", "the_2", "3", "4"])
}

@Test func aNumberForAFurtherPlaceIsNobodyElsesLabel() throws {
  var scene = try scene("axis token = 3 x y\nX[token] = [1, 2, 3]")
  try scene.resize(axis: "token", to: 4)
  #expect(scene.axes[0].labels == ["3", "x", "y", "3_2"])
}

@Test func productsOfAxesJoinWordsAndLabels() throws {
  let scene = try scene(
    "axis head = 2\naxis token = so so\nJ[head*token] = [1, 2, 3, 4]\ny = J[\"1*so_2\"]")
  let axis = try #require(scene.definition("J")).axes[0]
  #expect(axis.words == ["0*so", "0*so", "1*so", "1*so"])
  #expect(axis.labels == ["0*so", "0*so_2", "1*so", "1*so_2"])
  #expect(axis.shownLabels == ["0*so", "0*so₂", "1*so", "1*so₂"])
  #expect(try values("y", scene) == [4])
}

@Test(arguments: [
  ("the_3", "\"the\" means the first; the second is \"the_2\"."),
  ("teh", "Did you mean \"the\"? \"the\" means the first; the second is \"the_2\"."),
  ("so_9", "\"so\" means the first of 3; the next is \"so_2\", the last \"so_3\"."),
  ("dog_2", "\"dog\" stands there once."),
  ("dgo", "Did you mean \"dog\"?"),
])
func anUnknownLabelNamesNearOnesAndWhatTheyMean(label: String, advice: String) throws {
  let text = "axis token = the dog the so so so\nX[token] = zeros()\ny = X[\"\(label)\"]"
  let problems = try #require(throws: Diagnostics.self) { try scene(text) }
  #expect(problems.list.map(\.message) == ["the axis `token` has no label \"\(label)\""])
  #expect(problems.list.map(\.suggestion) == [advice])
}

@Test func manyRepeatedWordsTakeLinearTime() throws {
  let words = Array(repeating: "na", count: 20_000)
  let labels = WordLabels(of: words)
  #expect(labels.typed.last == "na_20000")
  #expect(Set(labels.typed).count == words.count)
}
