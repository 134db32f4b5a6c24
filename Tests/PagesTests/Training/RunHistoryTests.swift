import Scenes
import Testing

@testable import Pages
@testable import Playground

/// Runs between undo, reset and the sandbox.
@Suite struct RunHistoryTests {
  @Test func undoReturnsToTheParametersBeforeTheRun() throws {
    var student = try trainee()
    let before = try student.stepState.scene
    try student.press("r")
    student.tick(2)
    try student.press("r right u")
    #expect(try student.stepState.scene == before)
    #expect(try student.stepState.run == nil)
    try student.press("U")
    #expect(try student.stepState.scene != before)
    try student.press("x")
    #expect(try student.stepState.scene == student.stepState.step.scene)
  }

  @Test func draggingSomethingElseEndsTheRunAndUndoingThatBringsItBack() throws {
    var student = try trainee(on: "valley")
    try student.press("right right")
    let run = try #require(try student.stepState.run)
    let scene = try student.stepState.scene
    try student.press("tab +")
    #expect(try student.stepState.run == nil)
    #expect(student.notice.hasPrefix("that run is over: r trains on from these numbers"))
    try student.press("+ u")
    #expect(try student.stepState.run == run)
    #expect(try student.stepState.scene == scene)
    try student.press("U")
    #expect(try student.stepState.run == nil)
    try student.press("u u")
    #expect(try student.stepState.run == nil)
    #expect(try student.stepState.scene == student.stepState.step.scene)
    try student.press("U")
    #expect(try student.stepState.run == run)
  }

  @Test func anotherRunFromTheStartLeavesTheOneBeforeToUndo() throws {
    var student = try trainee(on: "valley")
    try student.press("r")
    student.tick(60)
    let first = try student.stepState.scene
    try student.press("r")
    student.tick(3)
    #expect(try student.stepState.scene != first)
    try student.press("r u")
    #expect(try student.stepState.scene == first)
    #expect(try student.step == 50)
    try student.press("u")
    #expect(try student.stepState.scene == student.stepState.step.scene)
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
    let start = try #require(try student.stepState.run).training.losses[0]
    #expect(try start < student.stepState.step.scene.value(of: student.loss))
    try student.press("r u")
    #expect(student.page.contains("goes on from trained numbers"))
  }

  @Test func resettingTheStepKeepsTheRunForUndo() throws {
    var student = try trainee(on: "valley")
    try student.press("right right left left")
    let run = try #require(try student.stepState.run)
    try student.press("x")
    #expect(try student.stepState.run == nil)
    try student.press("u")
    #expect(try student.stepState.run == run)
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

  @Test func nothingCountsInTheSandbox() throws {
    var student = try trainee()
    try student.press("o r")
    student.tick(400)
    #expect(try student.outcome("look") == nil)
    #expect(try student.stepState.openTasks == ["1 run"])
    try student.press("o")
    #expect(try student.stepState.scene == student.stepState.step.scene)
  }
}
