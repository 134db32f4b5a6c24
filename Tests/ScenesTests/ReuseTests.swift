import Testing
import Text

@testable import Scenes

/// Whatever is taken from an earlier scene, the numbers are those of a scene read on its own.
@Suite struct ReuseTests {
  private func added(_ text: String, line: Int = 100) -> SourceText {
    SourceText(file: "test.qkv", text: text, line: line)
  }

  @Test(arguments: [
    // What is read besides, and how many matrices are worked out for it.
    ("doubled = 2 * weight", 2), ("axis pick = 3\npicked[pick] = [1, 2, 3]", 1),
    // A definition is taken over whole or not at all.
    ("W_q[feature, trait] = randn(seed: 8)", 11), ("weight = softmax(score)", 2),
  ])
  func onlyWhatIsNewIsWorkedOut(text: String, count: Int) throws {
    let base = try scene(oneHead)
    let sources = base.sources + [added(text)]
    let alone = try Scene(sources)
    let reusing = try Scene(sources, reusing: base)
    #expect(reusing == alone)
    #expect(reusing.graph.evaluations == count)
    #expect(alone.graph.evaluations > 12)
  }

  @Test(arguments: [
    "axis trait = 2", "axis token = the dog drank because it was thirsty",
    "axis trait = 5\nW_q[feature, trait] = randn(seed: 1)",
  ])
  func anotherAxisChangesAll(text: String) throws {
    let base = try scene(oneHead)
    let alone = try Scene(base.sources + [added(text)])
    let reusing = try Scene(base.sources + [added(text)], reusing: base)
    #expect(reusing == alone)
    #expect(reusing.graph.evaluations == alone.graph.evaluations)
  }

  @Test func whatStandsAtTheSamePlaceOfAnotherTextIsNotTakenForTheSame() throws {
    let base = try scene("axis a = 2\nx[a] = [1, 2]\ny = 2 * x")
    let sources = base.sources + [added("x[a] = [3, 4]", line: 2)]
    let reusing = try Scene(sources, reusing: base)
    #expect(try values("y", reusing) == [6, 8])
  }

  @Test func aSceneOfOtherTextsGivesNothing() throws {
    let base = try scene("axis a = 2\nx[a] = [1, 2]")
    let other = try Scene([added("axis a = 2\nx[a] = [1, 2]")], reusing: base)
    #expect(other.graph.evaluations == 1)
  }

  @Test func whatIsChangedAfterwardsLeavesTheEarlierSceneAlone() throws {
    let base = try scene(oneHead)
    var reusing = try Scene(base.sources + [added("doubled = 2 * weight")], reusing: base)
    let before = try values("weight", base)
    let cell = try reusing.entry(typed("X[\"it\", 0]"))
    reusing.set(cell, to: 9)
    #expect(try values("weight", base) == before)
    #expect(try values("weight", reusing) != before)
  }
}
