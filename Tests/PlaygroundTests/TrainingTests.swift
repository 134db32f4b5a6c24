import Lessons
import Scenes
import Terminal
import Testing

@testable import Playground

@Suite struct RunTests {
  @Test func aRunStartsPausesAndGoesOn() throws {
    var student = try trainee()
    #expect(!student.model.isPlaying)
    try student.press("r")
    #expect(student.model.isPlaying)
    student.tick(3)
    #expect(try student.step == 3 * student.desk.controls.speed)
    try student.press("r")
    #expect(!student.model.isPlaying)
    let step = try student.step
    student.tick(3)
    #expect(try student.step == step)
  }

  @Test func theMatricesMoveWithTheRun() throws {
    var student = try trainee()
    let (weight, page) = (try student.value("weight[\"it\",\"cat\"]"), student.page)
    try student.press("r")
    student.tick(5)
    #expect(try student.value("weight[\"it\",\"cat\"]") > weight)
    #expect(student.page != page)
    #expect(student.page.contains("running"))
  }

  @Test func singleStepsGoForthAndBack() throws {
    var student = try trainee()
    try student.press("right right L")
    #expect(try student.step == 12)
    let after = try student.value("loss")
    try student.press("H left left")
    #expect(try student.step == 0)
    #expect(try student.value("loss") == student.desk.step.scene.value(of: student.loss))
    try student.press("L right right")
    #expect(try student.value("loss") == after)
  }

  @Test func aRunThatReachesItsConditionIsDone() throws {
    var student = try trainee()
    #expect(try student.desk.openTasks == ["1 run"])
    try student.press("r")
    student.tick(400)
    #expect(!student.model.isPlaying)
    #expect(try student.value("weight[\"it\",\"cat\"]") > 0.9)
    #expect(try student.outcome("look")?.isRight == true)
    #expect(try student.desk.openTasks == [])
    #expect(student.model.progress.isFinished(step: "noise", of: "runs"))
    #expect(student.notice.hasPrefix("trained in "))
    #expect(student.page.contains("It has found the cat."))
  }

  @Test func undoReturnsToTheParametersBeforeTheRun() throws {
    var student = try trainee()
    let before = try student.desk.scene
    try student.press("r")
    student.tick(10)
    try student.press("r right u")
    #expect(try student.desk.scene == before)
    #expect(try student.desk.run == nil)
    try student.press("U")
    #expect(try student.desk.scene != before)
    try student.press("x")
    #expect(try student.desk.scene == student.desk.step.scene)
  }

  @Test func theRateIsTurnedWhileItRuns() throws {
    var student = try trainee()
    try student.press("r down")
    student.tick(2)
    try student.press("right")
    #expect(student.model.isPlaying)
    #expect(try student.rate == 0.0126)
    try student.press("left")
    #expect(try student.rate == 0.01)
    try student.press("L")
    #expect(try student.rate == 0.1)
    try student.press("0")
    #expect(try student.rate == 0.01)
    try student.press("= 0 . 5 enter")
    #expect(try student.rate == 0.5)
  }

  @Test func theSpeedIsHowManyStepsAPictureTakes() throws {
    var student = try trainee()
    try student.press("up")
    #expect(try student.desk.controls.knob == .speed)
    try student.press("0")
    let speed = try student.desk.controls.speed
    try student.press("right r")
    #expect(try student.desk.controls.speed == 2 * speed)
    student.tick(2)
    #expect(try student.step == 4 * speed)
  }

  @Test func aStepThatLosesTheFiniteNumbersIsTakenBackAndSaid() throws {
    var student = try trainee(on: "valley")
    try student.press("right")
    let before = try student.value("x[\"a\"]")
    try student.press("down = 1 0 0 enter up r")
    student.tick(400)
    #expect(!student.model.isPlaying)
    #expect(student.notice.contains("was taken back: "))
    #expect(try student.value("loss").isFinite)
    try student.press("0")
    #expect(try student.value("x[\"a\"]") != before)
    #expect(try student.step == 0)
  }

  @Test func whatBrokeOffIsRunAnewAtAnotherRate() throws {
    var student = try trainee(on: "valley")
    try student.press("down = 0 . 3 enter r")
    student.tick(400)
    #expect(try student.desk.run?.training.divergence != nil)
    #expect(try student.step > 0)
    try student.press("H")
    #expect(student.notice == "r runs it again from the start, at this rate")
    try student.press("r")
    student.tick(1)
    #expect(try student.step == student.desk.controls.speed)
    #expect(try student.desk.run?.training.divergence == nil)
  }

  @Test func aRunThatArrivedSaysSo() throws {
    var student = try trainee()
    try student.press("r")
    student.tick(400)
    #expect(student.page.contains("arrived"))
  }

  @Test func anotherStartIsAnotherNoise() throws {
    var student = try trainee()
    let before = try student.desk.scene
    try student.press("R")
    #expect(try student.desk.scene != before)
    #expect(student.notice == "another start; u goes back")
    try student.press("u")
    #expect(try student.desk.scene == before)
  }

  @Test func draggingSomethingElseEndsTheRunAndUndoingThatBringsItBack() throws {
    var student = try trainee(on: "valley")
    try student.press("right right")
    let run = try #require(try student.desk.run)
    let scene = try student.desk.scene
    try student.press("tab +")
    #expect(try student.desk.run == nil)
    #expect(student.notice.hasPrefix("that run is over: r trains on from these numbers"))
    try student.press("+ u")
    #expect(try student.desk.run == run)
    #expect(try student.desk.scene == scene)
    try student.press("U")
    #expect(try student.desk.run == nil)
    try student.press("u u")
    #expect(try student.desk.run == nil)
    #expect(try student.desk.scene == student.desk.step.scene)
    try student.press("U")
    #expect(try student.desk.run == run)
  }

  @Test func aRunThatComesBackIsPaused() throws {
    var student = try trainee(on: "valley")
    try student.press("r")
    student.tick(2)
    try student.press("tab + u")
    #expect(try student.step == 2)
    #expect(!student.model.isPlaying)
    try student.press("u U")
    #expect(try student.step == 2)
    #expect(!student.model.isPlaying)
  }

  @Test func theNextRunGoesOnFromWhatWasTrained() throws {
    var student = try trainee()
    try student.press("r")
    student.tick(3)
    try student.press("tab tab + r")
    let start = try #require(try student.desk.run).training.losses[0]
    #expect(try start < student.desk.step.scene.value(of: student.loss))
    try student.press("r u")
    #expect(student.page.contains("goes on from trained numbers"))
  }

  @Test func whereTheConditionHoldsAlreadyNothingIsTrained() throws {
    var student = try trainee()
    try student.press("r")
    student.tick(400)
    try student.press("tab tab + r")
    let isPlaying = student.model.isPlaying
    #expect(!isPlaying)
    #expect(student.notice.hasPrefix("nothing to train: the condition holds already"))
    #expect(student.page.contains("holds already"))
    student.model.session?.desk.focus = .training
    try student.press("down right")
    #expect(!student.notice.contains("trained in"))
    try student.press("x r")
    #expect(student.model.isPlaying)
  }

  @Test func aChosenRateIsKeptForTheNextRunUntilTheStepIsReset() throws {
    var student = try trainee()
    try student.press("down L R r")
    student.tick(1)
    #expect(try student.rate == 0.1)
    try student.press("x r")
    student.tick(1)
    #expect(try student.rate == 0.01)
  }

  @Test func aRateChosenAtTheEndIsTheRateOfTheWholeNextRun() throws {
    var student = try trainee()
    try student.press("r")
    student.tick(400)
    let before = try student.step
    try student.press("down L")
    #expect(student.notice == "r runs it again from the start, at this rate")
    try student.press("r")
    student.tick(1)
    #expect(try student.step <= student.desk.controls.speed)
    student.tick(400)
    #expect(try student.step < before)
    #expect(try student.rate == 0.1)
  }

  @Test func aRateChosenAtTheEndHoldsFromAStepBeforeIt() throws {
    var student = try trainee()
    try student.press("r")
    student.tick(400)
    let end = try student.step
    try student.press("down L up H")
    #expect(try student.desk.run?.training.reached == end)
    #expect(try student.rate == 0.1)
    try student.press("right")
    #expect(try student.desk.run?.training.reached == end - 9)
    #expect(try student.rate == 0.1)
  }

  @Test func resettingTheStepKeepsTheRunForUndo() throws {
    var student = try trainee(on: "valley")
    try student.press("right right left left")
    let run = try #require(try student.desk.run)
    try student.press("x")
    #expect(try student.desk.run == nil)
    try student.press("u")
    #expect(try student.desk.run == run)
  }

  @Test func theSandboxLeavesTheRunAsItWas() throws {
    var student = try trainee(on: "valley")
    try student.press("right right o")
    #expect(try student.step == 2)
    try student.press("right right u")
    #expect(try student.step == 2)
    try student.press("right x o")
    #expect(try student.step == 2)
  }

  @Test(arguments: [Size.usual, Size(width: 60, height: 20)])
  func aDivergenceIsReadWhole(size: Size) throws {
    for step in ["valley", "steep"] {
      var student = try trainee(on: step, size: size)
      student.model.session?.desk.focus = .training
      try student.press("down = 1 0 0 enter r")
      student.tick(400)
      #expect(try student.desk.run?.training.divergence != nil)
      let rows = student.page.split(separator: "\n").map(String.init)
      let row = try #require(rows.first { $0.contains("✗ ") })
      #expect(row.contains("Try a smaller rate."), "\(row)")
      #expect(!row.contains("…"))
    }
  }

  @Test func aRunThatDoesNotArriveSaysSoInALineThatFits() throws {
    for size in [Size.usual, Size(width: 60, height: 20)] {
      var student = try trainee(on: "steep", size: size)
      student.model.session?.desk.focus = .training
      try student.press("r")
      student.tick(400)
      let row = try #require(
        student.page.split(separator: "\n").first { $0.contains("✗ ") }.map(String.init))
      #expect(row.contains("5 steps taken, and not there yet"), "\(row)")
      #expect(!student.notice.contains("loss <"))
    }
  }

  @Test func theSolutionIsRunFromTheStart() throws {
    var student = try trainee(on: "steep")
    student.model.session?.desk.focus = .training
    try student.press("c")
    #expect(student.notice == "not yet: r runs the training")
    try student.press("right s s")
    student.tick(400)
    #expect(try student.rate == 0.02)
    #expect(try student.outcome("slide")?.isRight == false)
    #expect(student.notice.hasPrefix("trained in "))
  }

  @Test func whatIsSolvedWithoutHelpIsRight() throws {
    var student = try trainee(on: "steep")
    student.model.session?.desk.focus = .training
    try student.press("down = . 0 2 enter r")
    student.tick(400)
    #expect(try student.outcome("slide")?.isRight == true)
  }

  @Test func hintsPromiseASolutionOnlyWhereThereIsOne() throws {
    var student = try trainee(on: "steep")
    try student.press("i")
    #expect(student.notice == "this step has no hints; s shows the solution")
    try student.press("s s")
    student.tick(400)
    try student.press("i")
    #expect(student.notice == "this step has no hints")
  }

  @Test func theSeedChoosesTheOtherStarts() throws {
    var (student, other) = (try trainee(), try trainee(on: "seeded"))
    try student.press("R R R")
    try other.press("R")
    let names = ["W_q", "W_k"]
    for name in names {
      let text = "\(name)[0,0]"
      #expect(try student.value(text) == other.value(text))
    }
    #expect(other.page.contains("random, seed 1, draw 3"))
  }

  @Test func withoutMotionTheEndIsShownAtOnce() throws {
    var student = try trainee()
    student.model.settings.motion = false
    try student.press("r")
    #expect(!student.model.isPlaying)
    #expect(try student.outcome("look")?.isRight == true)
  }

  @Test func nothingCountsInTheSandbox() throws {
    var student = try trainee()
    try student.press("o r")
    student.tick(400)
    #expect(try student.outcome("look") == nil)
    #expect(try student.desk.openTasks == ["1 run"])
    try student.press("o")
    #expect(try student.desk.scene == student.desk.step.scene)
  }

  @Test func turningThePagePausesTheRun() throws {
    var student = try trainee()
    try student.press("r n p")
    #expect(!student.model.isPlaying)
  }

  @Test func theLossIsThereAsText() throws {
    var student = try trainee()
    try student.press("right right v")
    #expect(student.page.contains("step 2"))
  }

  @Test(arguments: [Size.comfortable, .usual, Size(width: 40, height: 12)])
  func theStripIsSeenAtEverySize(size: Size) throws {
    var student = try trainee(size: size)
    student.model.session?.desk.focus = .training
    try student.press("right right right")
    #expect(student.page.contains("3 of 300"))
    #expect(student.model.view(student.look).cursor != nil)
  }

  @Test func aRunThatWaitsForAGuessLeavesItsRowsToTheWordsOfASmallPage() throws {
    for size in [Size.comfortable, .usual] {
      var student = try trainee(on: "guess", size: size)
      #expect(try student.desk.focus == .words)
      #expect(student.page.contains("0 of 50") == (size == .comfortable))
      try student.press("r")
      #expect(student.notice == "guess first: 1 to 2")
      try student.press("1")
      #expect(try student.desk.focus == .training)
      #expect(student.page.contains("0 of 50"))
      try student.press("right")
      #expect(try student.step == 1)
    }
  }

  @Test func onASinglePartTheWordsOfAnAnswerStayInFront() throws {
    var student = try trainee(on: "guess", size: Size(width: 40, height: 12))
    try student.press("1")
    if try student.desk.openQuestion != nil { try student.press("1") }
    #expect(try student.desk.openQuestion == nil)
    #expect(try student.desk.focus == .words)
  }

  @Test func ticksWithoutARunChangeNothing() throws {
    var student = try trainee()
    let model = student.model
    student.tick(3)
    #expect(student.model == model)
  }
}

@Suite struct PulseTests {
  @Test func onlyARunWakesTheLoop() {
    var pulse = Pulse()
    #expect(pulse.wait(isPlaying: false) == nil)
    let first = pulse.wait(isPlaying: true)
    #expect(first.map { $0 > .zero && $0 <= Pulse.interval } == true)
    let second = pulse.wait(isPlaying: true)
    #expect(second.map { $0 <= Pulse.interval } == true)
    #expect(pulse.wait(isPlaying: false) == nil)
  }

  @Test func keysDoNotPutAPictureOff() {
    var pulse = Pulse()
    var waits: [Duration] = []
    for _ in 0..<50 {
      waits.append(pulse.wait(isPlaying: true) ?? .seconds(1))
      pulse.note(.key("x"))
    }
    #expect(zip(waits, waits.dropFirst()).allSatisfy { $1 <= $0 })
  }
}

extension Student {
  fileprivate mutating func tick(_ count: Int) {
    for _ in 0..<count { _ = model.update(.reported(.ticked), at: model.now) }
  }

  fileprivate var step: Int { get throws { try #require(desk.run).training.step } }
  fileprivate var rate: Float { get throws { try #require(desk.run).training.rate } }
  fileprivate var loss: Entry {
    get throws { try desk.step.scene.entry(SourceText(file: "test", text: "loss")) }
  }
}

private func trainee(on step: String = "noise", size: Size = .comfortable) throws -> Student {
  try Student(reading: Lesson.load(text: runLesson, file: "runs.md"), on: step, size: size)
}

private let runLesson = """
  ---
  qkv: 1
  id: runs
  title: Runs
  summary: Something to train.
  minutes: 5
  ---

  ```qkv scene
  axis token   = the cat drank it
  axis feature = noun verb pronoun other
  axis trait   = 2
  X[token, feature] = [
    [0, 0, 0, 1],
    [1, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 1, 0],
  ]
  W_q[feature, trait] = randn(seed: 1)
  W_k[feature, trait] = randn(seed: 2)
  weight = softmax((X @ W_q) @ (X @ W_k).T)
  loss   = -log(weight["it", "cat"])
  ```

  ## From noise {#noise}

  Nobody tells the matrices how.

  ```qkv show
  matrix weight row="it" | matrix W_q, W_k
  ```

  ```qkv train look
  loss: loss
  parameters: [W_q, W_k]
  rate: 0.01
  steps: 300
  until: weight["it", "cat"] > 0.9
  success: It has found the cat.
  ```

  ## Other noise {#seeded}

  ```qkv show
  matrix W_q
  ```

  ```qkv train look
  loss: loss
  parameters: [W_q, W_k]
  rate: 0.01
  steps: 300
  seed: 2
  until: weight["it", "cat"] > 0.9
  ```

  ## A guess first {#guess}

  ```qkv scene
  axis one = a
  x[one] = [2]
  loss = sum(x * x)
  ```

  ```qkv show
  matrix x
  ```

  ```qkv predict where
  ask: Where does it end?
  options: [at 0, at 1]
  right: 1
  explain: At the bottom.
  ```

  ```qkv train down
  loss: loss
  parameters: x
  rate: 0.01
  steps: 50
  ```

  ## Steep {#steep}

  ```qkv scene
  axis one = a
  x[one] = [2]
  square_of_the_distance = x * x
  loss = sum(square_of_the_distance * square_of_the_distance)
  ```

  ```qkv show
  matrix x
  ```

  ```qkv train slide
  loss: loss
  parameters: x
  optimiser: sgd
  rate: 0.0001
  steps: 5
  until: loss < 1 and sum(square_of_the_distance) < 1 and sum(square_of_the_distance) > 0
  solution: 0.02
  ```

  ## A valley {#valley}

  ```qkv scene
  axis one = a
  x[one] = [2]
  loss = sum(x * x * x * x)
  ```

  ```qkv show
  matrix x
  ```

  ```qkv train down
  loss: loss
  parameters: x
  optimiser: sgd
  rate: 0.01
  steps: 50
  ```

  """
