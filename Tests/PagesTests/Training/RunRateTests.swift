import Scenes
import Testing

@testable import Pages
@testable import Playground

/// Rates and starts that a student chooses.
@Suite struct RunRateTests {
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

  @Test func whatBrokeOffIsRunAnewAtAnotherRate() throws {
    var student = try trainee(on: "valley")
    try student.press("down = 0 . 3 enter r")
    student.tick(400)
    #expect(try student.stepState.run?.training.divergence != nil)
    #expect(try student.step > 0)
    try student.press("H")
    #expect(student.notice == "r runs it again from the start, at this rate")
    try student.press("r")
    student.tick(1)
    #expect(try student.step == student.stepsAPicture)
    #expect(try student.stepState.run?.training.divergence == nil)
  }

  @Test func anotherStartIsAnotherNoise() throws {
    var student = try trainee()
    let before = try student.stepState.scene
    try student.press("R")
    #expect(try student.stepState.scene != before)
    #expect(student.notice == "another start; u goes back")
    try student.press("u")
    #expect(try student.stepState.scene == before)
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
    #expect(try student.step <= student.stepsAPicture)
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
    #expect(try student.stepState.run?.training.reached == end)
    #expect(try student.rate == 0.1)
    try student.press("right")
    #expect(try student.stepState.run?.training.reached == end - 9)
    #expect(try student.rate == 0.1)
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
}
