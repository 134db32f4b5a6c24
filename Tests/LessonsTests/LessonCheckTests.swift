import Scenes
import Testing

@testable import Lessons

@Suite struct LessonCheckTests {
  @Test func aGoalMustBeFalseAtTheStartAndTrueAfterItsSolution() throws {
    let reached = block(
      "goal a", "when: weight[\"cat\",\"cat\"] > 0\nsolution: X[\"it\",\"noun\"] = 1")
    let sliders = "\n\n" + block("sliders", "X from -4 to 4")
    #expect(
      try found(reached + sliders) == [
        "demo.md:22:1: The goal weight[\"cat\",\"cat\"] > 0 is reached before anything is done."
      ])
    let missed = block("goal a", "when: X[\"it\",\"noun\"] > 2\nsolution: X[\"it\",\"noun\"] = 1")
    #expect(
      try found(missed + sliders) == [
        "demo.md:22:1: The solution does not reach the goal X[\"it\",\"noun\"] > 2."
      ])
    let right = block("goal a", "when: X[\"it\",\"noun\"] > 2\nsolution: X[\"it\",\"noun\"] = 3")
    #expect(try found(right + sliders) == [])
  }

  @Test func aRevealMustNotReachTheGoalOfItsStep() throws {
    let text =
      block("predict p", "ask: a\nnumber: X[\"it\",\"noun\"]\nset: X[\"it\",\"noun\"] = 3") + "\n\n"
      + block("goal a", "when: X[\"it\",\"noun\"] > 2\nsolution: X[\"it\",\"noun\"] = 3")
      + "\n\n" + block("sliders", "X from -4 to 4")
    #expect(try found(text).count == 1)
  }

  @Test func aNumberMustBeWhatTheSceneComputes() throws {
    let text = block("number a", "ask: a\nanswer: 1.5\nequals: X[\"it\",\"animal\"]")
    #expect(
      try found(text) == ["demo.md:22:1: The answer is given as 1.5, but the scene computes 1."])
  }

  @Test func aCheckMustHoldOnceTheGuessIsIn() throws {
    let fields = "ask: a\noptions: [b, c]\nright: 1\nset: X[\"it\",\"noun\"] = 1\ncheck: "
    #expect(try found(block("predict a", fields + "X[\"it\",\"noun\"] > 2")).count == 1)
    #expect(try found(block("predict a", fields + "X[\"it\",\"noun\"] > 0")) == [])
  }

  @Test func aSliderMustStartInsideItsRange() throws {
    #expect(
      try found(block("sliders", "X[\"cat\"] from -1 to 0.5")) == [
        "demo.md:23:1: X[\"cat\"] animal starts at 1, which is outside -1 to 0.5.",
        "demo.md:23:1: X[\"cat\"] noun starts at 1, which is outside -1 to 0.5.",
      ])
  }

  @Test func neededLessonsMustBeKnown() throws {
    let text = lessonText("words").replacing(
      "minutes: 5", with: "minutes: 5\nneeds: [scroes, demo]")
    let lesson = try Lesson.load(text: text, file: "demo.md")
    let check = LessonCheck(lesson, knownLessons: ["scores", "demo"])
    #expect(
      check.problems.map(\.message) == [
        "There is no lesson \"scroes\".", "A lesson cannot need itself.",
      ])
    #expect(check.problems.map(\.location.column) == [9, 17])
    #expect(check.problems.first?.suggestion == "Did you mean scores?")
  }

  @Test func whatEveryLessonShouldHaveIsOnlyAWarning() throws {
    let lesson = try Lesson.load(text: lessonText("words"), file: "other.md")
    let check = LessonCheck(lesson)
    #expect(check.problems == [])
    #expect(check.warnings.count == 6)
  }

  @Test func anOrderNeedsNumbersAndMentionsTies() throws {
    let fields = "ask: a\nvalues:\n  - 1\n  - "
    #expect(
      try found(block("order a", fields + "log(X[0, 0] - 1)")) == [
        "demo.md:22:1: log(X[0, 0] - 1) has no place in the order: its number is NaN."
      ])
    #expect(try found(block("order a", fields + "2")) == [])
    let tied = try Lesson.load(
      text: lessonText(block("order a", fields + "X[\"it\", \"animal\"]")), file: "demo.md")
    #expect(
      LessonCheck(tied).warnings.map(\.message).contains(
        "The scene ends in a tie: 1, X[\"it\", \"animal\"]."))
  }

  private func found(_ step: String) throws -> [String] {
    let lesson = try Lesson.load(text: lessonText(step), file: "demo.md")
    return LessonCheck(lesson).problems.map {
      "\($0.location.file):\($0.location.line):\($0.location.column): \($0.message)"
    }
  }
}
