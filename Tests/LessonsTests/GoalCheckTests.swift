import Scenes
import Testing

@testable import Lessons

/// What `check` proves of goals, their parts and their solutions.
@Suite struct GoalCheckTests {
  private static let parts = """
    ask: Both at once.
    parts:
      - {say: "`cat` above .6", when: 'X["cat", "noun"] > 1.6'}
      - {when: 'X["it", "noun"] < -0.6'}
    solution:
      - X["cat", "noun"] = 2
      - X["it", "noun"] = -1
    """
  private static let sliders = block("sliders", "X from -3 to 3 step 0.1")

  @Test func aGoalOfPartsIsReachedWhenAllHoldAtOnce() throws {
    let step = try onlyStep(block("goal both", Self.parts) + "\n\n" + Self.sliders)
    let goal = try #require(step.goals.first)
    #expect(goal.showsParts)
    #expect(goal.parts.map(\.text) == ["X[\"cat\", \"noun\"] > 1.6", "X[\"it\", \"noun\"] < -0.6"])
    #expect(goal.parts[0].say.plainText == "cat above .6")
    #expect(!goal.isReached(in: step.scene))
    var scene = step.scene
    try scene.apply(goal.solution[0])
    #expect(goal.parts.map { $0.holds(in: scene) } == [true, false])
    #expect(!goal.isReached(in: scene))
    try scene.apply(goal.solution[1])
    #expect(goal.isReached(in: scene))
    #expect(try problems(block("goal both", Self.parts) + "\n\n" + Self.sliders) == [])
  }

  @Test func aGoalIsOneConditionOrParts() {
    let both = Self.parts + "\nwhen: X[0, 0] > 1"
    #expect(
      rendered(lessonText(block("goal g", both))).contains("A goal has one condition under when"))
    #expect(
      rendered(lessonText(block("goal g", "solution: X[0, 0] = 1")))
        .contains("The goal does not say what has to hold."))
    #expect(
      rendered(lessonText(block("goal g", "parts: []\nsolution: X[0, 0] = 1")))
        .contains("\"parts\" must be a list of conditions."))
  }

  @Test func aPartThatTheSolutionDoesNotReachIsNamed() throws {
    let missed = Self.parts.replacing("= -1", with: "= -0.5")
    #expect(
      try problems(block("goal both", missed) + "\n\n" + Self.sliders) == [
        "The solution does not reach the goal X[\"it\", \"noun\"] < -0.6."
      ])
  }

  @Test func aGoalWithoutAnythingToDragIsAnError() throws {
    let goal = block("goal g", "when: X[0, 0] > 1\nsolution: X[0, 0] = 2")
    #expect(
      try problems(goal) == ["Nothing in this step can be dragged to reach the goal X[0, 0] > 1."])
    #expect(try problems(goal + "\n\n" + block("show", "matrix X")) == [])
  }

  @Test(arguments: [
    ("X[\"cat\"] from 0 to 4", "X[\"the\",\"noun\"]"), ("X from 0 to 1.5", "X[\"the\",\"noun\"]"),
  ])
  func aSolutionOutsideOfEverySliderIsAnError(sliders: String, name: String) throws {
    let goal = block("goal g", "when: X[0, 0] > 1\nsolution: X[0, 0] = 2")
    #expect(
      try problems(goal + "\n\n" + block("sliders", sliders)) == [
        "The solution changes \(name), which no slider brings there."
      ])
  }

  @Test func aSolutionHasToBeOneOfTheListAndKeepWhatNoSliderMoves() throws {
    let scene = "axis way = right up\nyou[way] = [3, 4]\nn = 1"
    func found(_ solution: String, _ sliders: String) throws -> [String] {
      try problems(
        block("goal g", "when: n + you[\"right\"] > 6\nsolution: \(solution)") + "\n\n"
          + block("sliders", sliders), scene: scene)
    }
    #expect(try found("n = 4", "n in [1, 2, 4]") == [])
    #expect(try found("n = 5", "n in [1, 2, 4]").count == 1)
    #expect(try found("you = [5.8, 0]", "angle of you\nn in [1, 2]").count == 2)
    #expect(
      try found("you = [5.8, 0]", "angle of you\nlength of you from 0 to 8 step 1") == [])
  }

  @Test func aGoalThatOneSliderSweepsOrLuckReachesIsWarnedOf() throws {
    let swept = block("goal g", "when: X[0, 0] > 1\nsolution: X[0, 0] = 2")
    let one = block("sliders", "X[\"the\"] from 0 to 4")
    #expect(
      try warnings(swept + "\n\n" + one) == [
        "Sweeping X[\"the\"] noun alone from end to end reaches the goal X[0, 0] > 1."
      ])
    let lucky = block(
      "goal g", "when: X[0, 0] > 0.05 and X[0, 1] > 0.05\nsolution: X[\"the\"] = [1, 1]")
    #expect(
      try warnings(lucky + "\n\n" + one).first?.hasPrefix("A few hundred drags at random") == true)
    let hard = block(
      "goal g",
      "when: abs(X[0, 0] - 3.7) < 0.01 and abs(X[0, 1] - 3.9) < 0.01\nsolution: X[\"the\"] = [3.7, 3.9]"
    )
    #expect(try warnings(hard + "\n\n" + one) == [])
  }

  private func check(_ step: String, _ scene: String) throws -> LessonCheck {
    LessonCheck(try Lesson.load(text: lessonText(step, scene: scene), file: "demo.md"))
  }

  private func problems(_ step: String, scene: String = plainScene) throws -> [String] {
    try check(step, scene).problems.map(\.message)
  }

  private func warnings(_ step: String) throws -> [String] {
    try check(step, plainScene).warnings.map(\.message).filter { $0.contains("reach") }
  }
}
