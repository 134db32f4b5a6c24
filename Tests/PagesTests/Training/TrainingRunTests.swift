import Scenes
import Testing

@testable import Pages
@testable import Playground

/// A run starts, moves the matrices, and ends.
@Suite struct RunTests {
  @Test func aRunStartsPausesAndGoesOn() throws {
    var student = try trainee()
    #expect(!student.model.isPlaying)
    try student.press("r")
    #expect(student.model.isPlaying)
    student.tick(3)
    #expect(try student.step == 3 * student.stepsAPicture)
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
    #expect(try student.value("loss") == student.stepState.step.scene.value(of: student.loss))
    try student.press("L right right")
    #expect(try student.value("loss") == after)
  }

  @Test func aRunThatReachesItsConditionIsDone() throws {
    var student = try trainee()
    #expect(try student.stepState.openTasks == ["1 run"])
    try student.press("r")
    student.tick(400)
    #expect(!student.model.isPlaying)
    #expect(try student.value("weight[\"it\",\"cat\"]") > 0.9)
    #expect(try student.outcome("look")?.isRight == true)
    #expect(try student.stepState.openTasks == [])
    #expect(student.model.progress.isFinished(step: "noise", of: "runs"))
    #expect(student.notice.hasPrefix("trained in "))
    #expect(student.page.contains("It has found the cat."))
  }

  @Test func aRunLastsSixToTenSecondsUnlessSomebodyChoosesSo() throws {
    var student = try trainee()
    try student.press("r")
    var seconds = 0.0
    while student.model.isPlaying {
      seconds += try #require(student.model.pictureInterval) / .seconds(1)
      student.tick(1)
    }
    #expect((6...10).contains(seconds))
  }

  @Test func theSpeedIsStepsASecondAndHalvesAndDoubles() throws {
    var student = try trainee()
    try student.press("up")
    #expect(try student.stepState.controls.knob == .speed)
    try student.press("= 9 0 enter r")
    student.tick(2)
    #expect(try student.step == 6)
    #expect(student.page.contains("90 steps a second"))
    try student.press("left left left left")
    #expect(try student.stepState.speed == 5)
    #expect(student.model.pictureInterval.map { $0 == .milliseconds(200) } == true)
    try student.press("0")
    #expect(student.page.contains("about 8 s in all"))
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

  @Test func whereTheConditionHoldsAlreadyNothingIsTrained() throws {
    var student = try trainee()
    try student.press("r")
    student.tick(400)
    try student.press("tab tab + r")
    let isPlaying = student.model.isPlaying
    #expect(!isPlaying)
    #expect(student.notice.hasPrefix("nothing to train: the condition holds already"))
    #expect(student.page.contains("holds already"))
    student.model.session?.stepState.focus = .training
    try student.press("down right")
    #expect(!student.notice.contains("trained in"))
    try student.press("x r")
    #expect(student.model.isPlaying)
  }

  @Test func theSolutionIsRunFromTheStart() throws {
    var student = try trainee(on: "steep")
    student.model.session?.stepState.focus = .training
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
    student.model.session?.stepState.focus = .training
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

  @Test func turningThePagePausesTheRun() throws {
    var student = try trainee()
    try student.press("r n p")
    #expect(!student.model.isPlaying)
  }

  @Test func ticksWithoutARunChangeNothing() throws {
    var student = try trainee()
    let model = student.model
    student.tick(3)
    #expect(student.model == model)
  }
}
