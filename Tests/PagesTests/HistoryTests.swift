import Lessons
import Terminal
import Testing

@testable import Pages
@testable import Playground

@Suite struct HistoryTests {
  private let noun = "X[\"it\",\"noun\"]"

  @Test func oneDragIsUndoneAtOnceAndRedone() throws {
    var student = try Student()
    try student.press("2 right right right u")
    #expect(try student.value(noun) == 0.1)
    #expect(try student.value("X[\"it\",\"animal\"]") == 1)
    try student.press("U")
    #expect(try student.value(noun) == 0.4)
    try student.press("u u u")
    #expect(student.notice == "nothing to undo")
    #expect(try student.value("X[\"it\",\"animal\"]") == 0.4)
  }

  @Test func aChangeTakenBackIsShownAsTheChangeThatItIs() throws {
    var student = try Student()
    try student.press("2 right right right")
    #expect(student.page.contains(".40 +.10"))
    try student.press("u")
    #expect(student.page.contains(".10 −.30"))
    try student.press("U")
    #expect(student.page.contains(".40 +.30"))
  }

  @Test func aNewChangeForgetsWhatWasUndone() throws {
    var student = try Student()
    try student.press("2 right u left U")
    #expect(student.notice == "nothing to redo")
    #expect(try student.value(noun) == 0)
  }

  @Test func nothingThatIsTakenBackTouchesTheProgress() throws {
    var student = try Student()
    try student.press("2 L")
    let progress = student.model.progress
    try student.press("u U u u x u U")
    #expect(student.model.progress == progress)
  }

  @Test func theSandboxLeavesProgressAndTheStepAlone() throws {
    var student = try Student()
    let progress = student.model.progress
    try student.press("o right right 2 L L")
    #expect(student.page.contains("sandbox"))
    #expect(student.model.progress == progress)
    try student.press("o")
    #expect(try student.value(noun) == 0.1)
    #expect(try student.stepState.openQuestion?.id == "grows")
    try student.press("right")
    #expect(student.notice == "guess first: 1 to 3")
    try student.press("n p")
    #expect(!student.hasFinished("ask"))
  }

  @Test func aResetSaysWhetherThereIsAnythingToUndo() throws {
    var student = try Student()
    try student.press("x")
    #expect(student.notice == "the step is at its start")
    try student.press("2 0 right x")
    #expect(
      student.notice == "the step is back at its start; u undoes; x again opens its questions")
  }

  @Test func tenNudgesOfATenthMakeOne() throws {
    var student = try Student()
    try student.press("2 0 right right right right right right right right right right")
    #expect(try student.value(noun) == 1.1)
    try student.press("H")
    #expect(try student.value(noun) == 0.1)
    try student.press(". ,")
    #expect(try student.value(noun) == 0.1)
  }

  @Test func aDragEndsAtTheEndOfTheTrack() throws {
    var student = try Student()
    try student.press("2 L L L L")
    #expect(try student.value(noun) == 2)
    try student.press("H H H H H H")
    #expect(try student.value(noun) == -2)
  }

  @Test func aTypedValueIsTaken() throws {
    var student = try Student()
    try student.press("2 = 1 , 2 5 enter")
    #expect(try student.value(noun) == 1.25)
    try student.press("= − 3 enter")
    #expect(try student.value(noun) == -3)
    try student.press("= x enter")
    #expect(student.notice.contains("is not a number"))
    #expect(try student.value(noun) == -3)
    try student.press("= 7 esc")
    #expect(try student.value(noun) == -3)
  }

  @Test func everyInputOfATableCanBeDragged() throws {
    var student = try Student()
    try student.press("2 1 up up up down right +")
    #expect(try student.value("X[\"cat\",\"animal\"]") == 1)
    try student.press("-")
    #expect(try student.value("X[\"cat\",\"animal\"]") == 0.9)
  }

  /// A key that is pressed on and on is one change; another way, another pace or another value is the next.
  @Test func eachDeliberateChangeIsUndoneByItself() throws {
    var student = try Student()
    try student.press("2")
    let start = try student.value(noun)
    try student.press("right right")
    let nudged = try student.value(noun)
    try student.press("L")
    let leapt = try student.value(noun)
    try student.press("left left left 0 u")
    #expect(try student.value(noun) != start)
    try student.press("u")
    #expect(try student.value(noun) == leapt)
    try student.press("u")
    #expect(try student.value(noun) == nudged)
    try student.press("u")
    #expect(try student.value(noun) == start)
  }

  @Test func aSecondGroupIsAskedAgain() throws {
    var student = try Student()
    try student.press("2 right")
    let answered = student.model.progress
    try student.press("x down x")
    #expect(try student.stepState.openQuestion == nil)
    try student.press("x")
    #expect(student.notice == "the questions are open again; your progress is kept")
    #expect(try student.stepState.openQuestion?.id == "grows")
    #expect(try student.stepState.scene == student.stepState.step.scene)
    #expect(student.model.progress == answered)
    try student.press("1")
    #expect(try student.stepState.openQuestion == nil)
  }

  @Test func nothingIsForgottenWhereNothingWasAnswered() throws {
    var student = try Student()
    try student.press("x x x")
    #expect(student.notice == "the step is at its start")
  }

  @Test func twoHundredChangesCanBeUndone() throws {
    var student = try Student()
    try student.press("2")
    for _ in 0..<105 { try student.press("right left") }
    #expect(try student.stepState.past.count == 200)
  }
}
