import Scenes
import Testing

@testable import Lessons

@Suite struct TrainingTaskTests {
  @Test func aRunIsReadWithAllItsKeys() throws {
    let step = try onlyStep(
      block(
        "train look",
        """
        ask: Let `it` give `cat` more than .9.
        loss: loss
        parameters: [W, b]
        optimiser: sgd
        rate: 0.5
        steps: 200
        seed: 7
        until: weight["it","cat"] > 0.9
        solution: 2.5
        success: Done.
        """), scene: scene)
    let task = try #require(step.training)
    #expect(task.id == "look")
    #expect(task.lossText == "loss")
    #expect(task.parameters == ["W", "b"])
    #expect(task.untilText == "weight[\"it\",\"cat\"] > 0.9")
    #expect(task.plan.optimiser == .sgd)
    #expect(task.plan.rate == 0.5)
    #expect(task.plan.steps == 200)
    #expect(task.solution == 2.5)
    #expect([1, 2, 3].map(task.draw) == [8, 9, 10])
    #expect(task.ask.plainText == "Let it give cat more than .9.")
    var run = task.run(from: step.scene)
    #expect(!task.isDone(run))
    run.advance(200)
    #expect(task.isDone(run))
  }

  @Test func adamIsTakenWhereNoneIsNamedAndOneParameterNeedsNoList() throws {
    let step = try onlyStep(
      block("train look", "loss: loss + 1\nparameters: W\nrate: 0.1\nsteps: 5"), scene: scene)
    let task = try #require(step.training)
    #expect(task.plan.optimiser == .adam)
    #expect(task.lossText == "loss + 1")
    var run = task.run(from: step.scene)
    run.advance(4)
    #expect(!task.isDone(run))
    run.advance()
    #expect(task.isDone(run))
  }

  @Test(arguments: [
    ("loss: los\nparameters: W\nrate: 1\nsteps: 2", "26:7 los", "Did you mean loss?"),
    ("loss: loss > 1\nparameters: W\nrate: 1\nsteps: 2", "26:7 loss > 1", "Put the claim"),
    ("loss: loss\nparameters: [W, V]\nrate: 1\nsteps: 2", "27:17 V", "does not depend on V"),
    ("loss: loss\nparameters: [W, weight]\nrate: 1\nsteps: 2", "27:17 weight", "no input"),
    ("loss: loss\nparameters: 'W[0]'\nrate: 1\nsteps: 2", "27:14 W[0]", "no input"),
    ("loss: loss\nparameters: [W, W]\nrate: 1\nsteps: 2", "27:17 W", "named twice"),
    ("loss: loss\nparameters: []\nrate: 1\nsteps: 2", "27:13 [", "no parameters"),
    ("loss: loss\nparameters: [U]\nrate: 1\nsteps: 2", "27:14 U", "nothing is called `U`"),
    ("loss: loss\nparameters: W\nrate: -1\nsteps: 2", "28:7 -1", "A rate is larger than 0."),
    ("loss: loss\nparameters: W\nrate: fast\nsteps: 2", "28:7 fast", "\"rate\" must be a number."),
    ("loss: loss\nparameters: W\nrate: 1\nsteps: 0", "29:8 0", "\"steps\" must be a whole number"),
    (
      "loss: loss\nparameters: W\nrate: 1\nsteps: 2\nseed: -1", "30:7 -1",
      "\"seed\" must be a whole number from 0."
    ),
    (
      "loss: loss\nparameters: W\nrate: 1\nsteps: 2\nsolution: 2", "30:11 2",
      "Nothing says when the run is solved."
    ),
    (
      "loss: loss\nparameters: W\nrate: 1\nsteps: 2\nuntil: loss < 0\nsolution: 0", "31:11 0",
      "A rate is larger than 0."
    ),
    ("loss: loss\nparameters: W\nrate: 1", "25:1 ```qkv train look", "lacks the key \"steps\""),
    (
      "loss: loss\nparameters: W\nrate: 1\nsteps: 2\noptimizer: adam", "30:1 optimizer",
      "Did you mean optimiser?"
    ),
    (
      "loss: loss\nparameters: W\nrate: 1\nsteps: 2\noptimiser: adm", "30:12 adm",
      "Did you mean adam?"
    ),
    (
      "loss: loss\nparameters: W\nrate: 1\nsteps: 2\nuntil: weigth[0,0] > 1", "30:8 weigth",
      "Did you mean weight?"
    ),
  ])
  func everyFaultHasItsPlaceAndSentence(body: String, place: String, sentence: String) {
    let problems = rendered(lessonText(block("train look", body), scene: scene))
    #expect(problems.contains(sentence), "\(problems)")
    #expect(problems.hasPrefix("demo.md:\(place.prefix { $0 != " " })"), "\(problems)")
    let marked = place.drop { $0 != " " }.dropFirst()
    let lines = problems.split(separator: "\n", omittingEmptySubsequences: false)
    let mark = lines.count > 2 ? lines[2] : ""
    let start = mark.prefix { $0 == " " }.count
    #expect(lines[1].dropFirst(start).prefix(mark.count - start) == marked || marked.isEmpty)
  }

  @Test func aStepHasOneRun() {
    let run = "loss: loss\nparameters: W\nrate: 1\nsteps: 2"
    let text = lessonText(block("train a", run) + "\n\n" + block("train b", run), scene: scene)
    #expect(rendered(text).contains("A step has one run, and line 25 begins it."))
  }

  @Test func aRunMustNotKeepAPersonWaiting() {
    let scene = "axis a = 400\nM[a, a] = randn(seed: 1)\nloss = mean(mean(M @ M))"
    let body = "loss: loss\nparameters: M\nrate: 1\nsteps: 99"
    #expect(rendered(lessonText(block("train a", body), scene: scene)).contains("600 million"))
  }
}

@Suite struct TrainingClaimTests {
  @Test func theRunIsTakenWhenALessonIsChecked() throws {
    #expect(try found("rate: 0.1\nsteps: 200\nuntil: loss < 0.1") == [])
    #expect(try found("rate: 0.1\nsteps: 20") == [])
  }

  @Test func aConditionThatHoldsAtTheStartIsNoTask() throws {
    #expect(
      try found("rate: 0.1\nsteps: 20\nuntil: loss > 0") == [
        "The goal loss > 0 is reached before anything is done."
      ])
  }

  @Test func aConditionThatIsNotReachedIsSaidWithTheLoss() throws {
    let problems = try found("rate: 0.1\nsteps: 2\nuntil: loss < 0.1")
    #expect(problems.count == 1)
    #expect(problems[0].hasPrefix("After 2 steps the loss is 1."))
    #expect(problems[0].hasSuffix(", and loss < 0.1 does not hold."))
  }

  @Test func aRunThatLeavesTheFiniteNumbersIsNamed() throws {
    let problems = try found("rate: 3e38\nsteps: 9\noptimiser: sgd", loss: "sum(sum(W * W))", "W")
    #expect(
      problems == [
        "The run stops early. Step 1 was taken back: W would leave the finite numbers. "
          + "Try a smaller rate."
      ])
  }

  @Test func aSolutionIsProvedAndSoIsThatItIsNeeded() throws {
    let descent = "steps: 20\noptimiser: sgd\nuntil: loss < 0.1\n"
    #expect(try found(descent + "rate: 0.001\nsolution: 2", "b") == [])
    #expect(
      try found(descent + "rate: 2\nsolution: 3", "b") == [
        "The rate 2 reaches loss < 0.1 already, so there is nothing to find."
      ])
    let slow = try found(descent + "rate: 0.001\nsolution: 0.002", "b")
    #expect(slow.count == 1)
    #expect(slow.first?.hasSuffix("and loss < 0.1 does not hold.") == true)
  }

  @Test func aLossMustFall() throws {
    let problems = try found("rate: 1e-30\nsteps: 2\noptimiser: sgd")
    #expect(problems.first?.hasPrefix("The loss does not fall: ") == true)
  }

  private func found(
    _ body: String, loss: String = "loss", _ parameters: String = "[W, b]"
  ) throws -> [String] {
    let text = block("train look", "loss: \(loss)\nparameters: \(parameters)\n" + body)
    let lesson = try Lesson.load(text: lessonText(text, scene: scene), file: "demo.md")
    return LessonCheck(lesson).problems.map(\.message)
  }
}

/// A ball between two valleys: it rolls to 1 or to −1, whichever is on its side.
@Suite struct OtherStartTests {
  @Test(arguments: 0...12)
  func theFirstStartFromWhichARunDoesNotArriveIsNamed(seed: Int) throws {
    let missed = try (1...3).first { try !isOnTheRight(draw: seed + $0) }
    let expected = missed.map {
      "After \($0) press\($0 == 1 ? "" : "es") of R the run does not reach its condition."
    }
    let check = LessonCheck(try lesson(seed: seed))
    #expect(check.problems == [])
    #expect(
      check.warnings.map(\.message).filter { $0.contains(" R ") } == [expected].compactMap { $0 })
  }

  @Test func bothKindsOfSeedAreAmongThem() throws {
    let counts = try (0...12).map { seed in
      try (1...3).filter { try isOnTheRight(draw: seed + $0) }.count
    }
    #expect(counts.contains(3))
    #expect(counts.contains { $0 < 3 })
  }

  private func isOnTheRight(draw: Int) throws -> Bool {
    var scene = try lesson(seed: 0).steps[0].scene
    let ball = try #require(scene.definition("ball")).node
    scene.redraw([ball], draw)
    return scene.values(of: ball).elements[0] > 0
  }

  private func lesson(seed: Int) throws -> Lesson {
    let run = """
      loss: loss
      parameters: ball
      optimiser: sgd
      rate: 0.1
      steps: 200
      until: sum(ball) > 0.9
      seed: \(seed)
      """
    let scene = """
      axis one = a
      ball[one] = 0.2 + 0.4 * randn(seed: 2)
      loss = sum((ball * ball - 1) * (ball * ball - 1))
      """
    return try Lesson.load(
      text: lessonText(block("train roll", run), scene: scene), file: "demo.md")
  }
}

private let scene = """
  axis token = the cat it
  axis feature = noun animal
  X[token, feature] = [[0, 0], [1, 1], [0, 1]]
  V[token, feature] = [[0, 0], [1, 1], [0, 1]]
  W[feature, feature] = randn(seed: 1)
  b[token, token] = zeros()
  score = X @ W @ X.T + b
  weight = softmax(score)
  loss = -log(weight["it", "cat"])
  """
