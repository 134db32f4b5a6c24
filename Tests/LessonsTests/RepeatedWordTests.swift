import Scenes
import Testing

@testable import Lessons

private let chase = """
  axis token = the dog chased the cat
  axis feature = noun animal

  X[token, feature] = [[0, 0], [1, 1], [0, 1], [2, 3], [1, 1]]
  bias[token] = zeros()
  score = X @ X.T + bias
  weight = softmax(score)
  """

/// A word that a sentence says twice, wherever a lesson names a place.
@Suite struct RepeatedWordTests {
  @Test func slidersHaveARowForEachPlaceOfTheWord() throws {
    let step = try onlyStep(
      block("sliders", "bias from -2 to 2\nX[\"the_2\"] from 0 to 4"), scene: chase)
    #expect(step.sliders.map(\.label).prefix(5) == ["the", "dog", "chased", "the₂", "cat"])
    #expect(step.sliders[5].group == "X[\"the_2\"]")
    let entry = Entry(node: try #require(step.scene.definition("X")).node, index: 6)
    #expect(step.sliders[5].target == .entry(entry))
  }

  @Test func panelsNameThePlaceByItsLabel() throws {
    let step = try onlyStep(
      block("show", "matrix weight row=\"the_2\" | bars weight[\"the_2\"] | matrix X pin=the"),
      scene: chase)
    #expect(step.panelRows[0][0].options.row == 3)
    #expect(step.panelRows[0][2].options.pinnedRow == 0)
    let problems = rendered(lessonText(block("show", "matrix weight row=the_3"), scene: chase))
    #expect(problems.contains(#""the" means the first; the second is "the_2"."#))
  }

  @Test func aGuessTellsThePlacesApart() throws {
    let guess = "ask: Which?\nlargest: weight[\"the_2\"]\namong: [the, the_2, dog]\nexplain: So."
    let step = try onlyStep(block("predict which", guess), scene: chase)
    let question = try #require(step.blocks.lazy.compactMap(\.question).first)
    #expect(question.options.map(\.text.plainText) == ["the", "the₂", "dog"])
  }

  @Test func wordsAndAssignmentsUseTheLabel() throws {
    let goal = """
      ask: Raise it.
      when: X["the_2","noun"] > 2
      solution: X["the_2","noun"] = 3
      success: It is `=X["the_2","noun"]`.
      """
    let step = try onlyStep(
      block("sliders", "X[\"the_2\"] from 0 to 4") + "\n\n" + block("goal up", goal), scene: chase)
    #expect(step.sliders.count == 2)
  }
}
