import Testing
import Text

@testable import Lessons

/// What the sliders can do to the numbers of a step.
@Suite struct SliderRangesTests {
  private static let scene = """
    axis token = the cat
    X[token] = [1, 2]
    k = 2
    shift = 1
    ratio = X / (k - shift)
    """

  @Test func aSliderThroughADivisionByZeroIsWarnedOfAtTheDivision() throws {
    let warnings = try warnings(
      block("show", "bars ratio") + "\n\n"
        + block("sliders", "k from 0 to 4 step 0.5\nshift from 0 to 2 step 0.5"))
    let warning = try #require(warnings.first)
    #expect(warnings.count == 1)
    #expect(warning.severity == .warning)
    #expect(warning.location.line == 16 && warning.location.column == 9)
    #expect(warning.message.hasPrefix("ratio becomes ∞ where "))
    #expect(
      warning.suggestion?.hasPrefix("It comes from X / (k - shift), with X[\"the\"] = 1") == true)
  }

  @Test func onlyTheSlidersThatMatterAreNamed() throws {
    let text =
      block("show", "bars ratio") + "\n\n"
      + block("sliders", "X from -1 to 1 step 0.5\nk from -1 to 1 step 0.5")
    let warning = try #require(try warnings(text).first)
    #expect(warning.message == "ratio becomes ∞ where k = 1.")
  }

  @Test func aCombinationThatNoSliderAloneReachesIsFound() throws {
    let text =
      block("show", "bars ratio") + "\n\n"
      + block("sliders", "k from 2 to 4 step 1\nshift from -1 to 3 step 1")
    let message = try #require(try warnings(text).first).message
    #expect(
      ["ratio becomes ∞ where k = 3 and shift = 3.", "ratio becomes ∞ where shift = 2."]
        .contains(message))
  }

  @Test(arguments: [
    ("show", "matrix 1 / shift", 22), ("goal g", "when: 1 / shift > 3\nsolution: shift = 0.5", 22),
    ("predict p", "ask: a\nsign: 1 / shift\nset: shift = 0.5", 23),
    ("number n", "ask: a\nanswer: 1\nequals: 1 / shift", 24), ("hint", "It is `=1 / shift`.", 22),
  ])
  func whateverTheStepAsksOrSaysIsLookedAt(opening: String, body: String, line: Int) throws {
    let text = block(opening, body) + "\n\n" + block("sliders", "shift from 0 to 2 step 1")
    let found = try warnings(text)
    #expect(found.map(\.location.line) == [line])
    #expect(found.first?.message == "1 / shift becomes ∞ where shift = 0.")
  }

  @Test func aRevealAndTheStartOfAStepAreLookedAtToo() throws {
    let reveal = "ask: a\nnumber: 1 / shift\nset: shift = 0"
    #expect(
      try warnings(block("predict p", reveal)).map(\.message) == [
        "1 / shift becomes ∞ after the reveal."
      ])
    #expect(
      try warnings(block("show", "matrix 1 / (k - 2)")).map(\.message) == [
        "1 / (k - 2) becomes ∞ as the step begins."
      ])
  }

  @Test func aCommentSaysThatItIsMeant() throws {
    let step =
      block("show", "bars ratio | matrix log(0)") + "\n\n"
      + block("sliders", "k from 0 to 4 step 1")
    let scene = Self.scene + "   # ∞ is meant"
    #expect(
      try warnings(step, scene: scene).map(\.message) == ["log(0) becomes −∞ as the step begins."])
  }

  @Test func aSizeIsTriedAndOneThatBreaksAShapeIsPassedOver() throws {
    let scene = "axis t = 3\nw[t] = ones()\npair = [1]\ny = 1 / (size(t) - 2)"
      .replacing("pair = [1]\n", with: "")
    let text =
      block("show", "matrix y | bars w") + "\n\n" + block("sliders", "size(t) from 1 to 4 step 1")
    #expect(try warnings(text, scene: scene).map(\.message) == ["y becomes ∞ where size(t) = 2."])
  }

  @Test func theSameTrialsAreMadeEveryTimeAndLieOnTheGrid() throws {
    let step = try onlyStep(
      block("sliders", "k from -2 to 2 step 0.3\nX from 0 to 1 step 0.25"), scene: Self.scene)
    var (first, second) = (SliderRanges(step), SliderRanges(step))
    let trials = (0..<first.count).map { first.trial($0) }
    #expect(trials == (0..<second.count).map { second.trial($0) })
    #expect(trials.count == 3 * 3 + 200)
    #expect(trials[0] == [-2, nil, nil] && trials[2] == [2, nil, nil])
    #expect(trials[1] == [-0.2, nil, nil] && trials[4] == [nil, 0.5, nil])
    #expect(trials[8] == [nil, nil, 1])
    for trial in trials.dropFirst(9) {
      for (value, low, step) in zip3(trial, [-2.0, 0, 0], [0.3, 0.25, 0.25]) {
        let places = (Double(try #require(value)) - low) / step
        #expect(abs(places - places.rounded()) < 1e-4)
      }
    }
    #expect(Set(trials.map { $0[0] }).count > 10)
  }

  @Test func aLargeSceneIsTriedLessOften() throws {
    let scene = "axis n = 300\nk = 1\nX[n, n] = randn(seed: 1)\ny = X @ X\nz = 1 / k"
    let text = block("show", "matrix z") + "\n\n" + block("sliders", "k from 0 to 3 step 1")
    let lesson = try Lesson.load(text: lessonText(text, scene: scene), file: "demo.md")
    let clock = ContinuousClock()
    let time = clock.measure {
      let found = LessonCheck(lesson).warnings.contains { $0.message.contains("becomes") }
      // One trial reads 54 million numbers, so that only few are made.
      #expect(found)
    }
    #expect(time < .seconds(20))
  }

  private func warnings(_ step: String, scene: String = scene) throws -> [Diagnostic] {
    let lesson = try Lesson.load(text: lessonText(step, scene: scene), file: "demo.md")
    return LessonCheck(lesson).warnings.filter { $0.message.contains("becomes") }
  }
}

private func zip3<A, B, C>(_ a: [A], _ b: [B], _ c: [C]) -> [(A, B, C)] {
  zip(a, zip(b, c)).map { ($0, $1.0, $1.1) }
}
