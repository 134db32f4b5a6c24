import Testing

@testable import Scenes

private let table = """
  axis word = cat dog the saw
  axis feature = 2
  axis token = the cat saw the dog
  axis end = token[3:]
  E[word, feature] = [[1, 2], [3, 4], [5, 6], [7, 8]]

  """

@Test func aWordFindsItsRowHoweverOftenItIsSaid() throws {
  let scene = try scene(table + "X = lookup(E, token)\nlate = lookup(E, end)")
  #expect(try values("X", scene) == [5, 6, 1, 2, 7, 8, 5, 6, 3, 4])
  #expect(try values("late", scene) == [5, 6, 3, 4])
  let cell = scene.explanation(of: try scene.entry(typed(#"X["the_2", 1]"#)))
  #expect(cell.operands.map(\.label) == [#"E["the",1]"#])
  #expect(cell.sentence == "The same number, from the row of this place's word.")
}

@Test func aRowGathersTheSlopesOfAllItsWords() throws {
  let scene = try scene(
    table + "g[token] = [1, 10, 100, 1000, 10000]\ny = sum(lookup(E, token).T * g)")
  let gradient = scene.gradient(of: try scene.entry(typed("y[0]")))
  let slopes = gradient[try #require(scene.definition("E")).node]
  #expect(slopes?.elements == [10, 0, 10000, 0, 1001, 0, 100, 0])
}

@Test func anUnknownWordNamesNearOnes() {
  let found = refusal(
    table.replacing("saw the dog", with: "saw the dgo") + "X = lookup(E, token)")
  #expect(found.contains(#""dgo" of `token` is no label of `word`"#), "\(found)")
  #expect(found.contains(#"Did you mean "dog"?"#), "\(found)")
  #expect(refusal(table + "X = lookup(E, feature)").contains("`feature` has no words to look up"))
}

@Test func relabelCarriesATableToAnotherAxis() throws {
  let scene = try scene(table + "axis slot = 4\nK = relabel(E, word, slot)")
  #expect(scene.definition("K")?.axes.map(\.name) == ["slot", "feature"])
  #expect(try values("K", scene) == values("E", scene))
  let found = refusal(table + "K = relabel(E, word, token)")
  #expect(found.contains("`word` has 4 places and `token` has 5"), "\(found)")
}
