import Lessons
import Terminal
import Testing

@testable import Pages
@testable import Playground

/// One step from its question to its goal, as a student goes through it.
@Suite struct WalkTests {
  @Test func slidersAreLockedUntilTheGuessIsIn() throws {
    var student = try Student()
    try student.press("right right l")
    #expect(try student.value("X[\"it\",\"noun\"]") == 0.1)
    #expect(student.notice == "guess first: 1 to 3")
    try student.press("=")
    #expect(student.model.prompt == nil)
  }

  @Test func aDigitAnswersAndRevealsWhatWasSet() throws {
    var student = try Student()
    try student.press("2")
    #expect(try student.value("X[\"it\",\"animal\"]") == 1)
    #expect(student.notice == "right")
    #expect(try student.outcome("grows")?.isRight == true)
    #expect(try student.outcome("grows")?.guess == "cat")
    #expect(student.page.contains("your guess ✓"))
    #expect(student.page.contains("The cat has .62 now."))
  }

  @Test func aWrongGuessIsKeptBesideTheTruth() throws {
    var student = try Student()
    try student.press("1")
    #expect(try student.outcome("grows")?.isRight == false)
    #expect(student.page.contains("your guess ✗"))
    #expect(try student.stepState.openQuestion == nil)
  }

  @Test func aDigitBeyondTheOptionsAnswersNothing() throws {
    var student = try Student()
    try student.press("7")
    #expect(student.notice == "choose 1 to 3")
    #expect(try student.outcome("grows") == nil)
  }

  @Test func draggingReachesTheGoalAndFinishesTheStep() throws {
    var student = try Student()
    try student.press("2 right right right right")
    #expect(try student.outcome("look") == nil)
    #expect(!student.hasFinished("ask"))
    try student.press("right")
    #expect(try student.outcome("look")?.isRight == true)
    #expect(student.hasFinished("ask"))
    #expect(student.page.contains("It found the cat."))
    #expect(student.effects.contains(.save(student.model.progress)))
  }

  @Test func aGoalOnceReachedStaysReached() throws {
    var student = try Student()
    try student.press("2 L L 0")
    #expect(try student.value("X[\"it\",\"noun\"]") == 0.1)
    #expect(student.page.contains("✓ weight[\"it\",\"cat\"] > 0.8"))
    #expect(student.hasFinished("ask"))
  }

  @Test func hintsComeOneAfterAnother() throws {
    var student = try Student()
    try student.press("i")
    #expect(student.page.contains("Raise the first feature."))
    #expect(!student.page.contains("Raise noun to two."))
    try student.press("i")
    #expect(student.page.contains("Raise noun to two."))
    try student.press("i")
    #expect(student.notice == "no more hints; s shows the solution")
  }

  @Test func theSolutionAsksTwiceAndCanBeUndone() throws {
    var student = try Student()
    try student.press("2 s")
    #expect(try student.value("X[\"it\",\"noun\"]") == 0.1)
    try student.press("s")
    #expect(try student.value("X[\"it\",\"noun\"]") == 2)
    #expect(try student.outcome("look")?.isRight == false)
    try student.press("u")
    #expect(try student.value("X[\"it\",\"noun\"]") == 0.1)
  }

  @Test func theSolutionWaitsForTheGuess() throws {
    var student = try Student()
    try student.press("s s s")
    #expect(try student.value("X[\"it\",\"noun\"]") == 0.1)
    #expect(student.notice == "guess first: 1 to 3")
  }

  @Test func aNumberIsTypedAndMayBeTriedAgain() throws {
    var student = try Student(on: "hand")
    try student.press("0 . 9 enter")
    #expect(student.notice == "not yet: try again")
    #expect(student.page.contains("Multiply, then add."))
    try student.press(". 6 1 enter")
    #expect(try student.outcome("product")?.isRight == true)
    #expect(try student.outcome("product")?.attempts == 2)
    #expect(student.page.contains("Well worked."))
  }

  @Test func aChoiceMayBeTriedAgainUntilItIsRight() throws {
    var student = try Student(on: "hand")
    try student.press(". 6 enter 1")
    #expect(student.page.contains("Luck is no reason."))
    #expect(!student.hasFinished("hand"))
    try student.press("2")
    #expect(student.page.contains("So it is."))
    #expect(student.hasFinished("hand"))
  }

  @Test func aLessonWithSkippedStepsIsNotCalledFinished() throws {
    var student = Student(at: shippedLibrary)
    student.model.open(try shippedLibrary.lesson("embeddings"), step: 5)
    try student.press("4 enter")
    try student.leaveAtTheEnd()
    #expect(student.model.session == nil)
    #expect(student.notice.hasPrefix("the end; still open: steps 1, 2, 3, 4, 5, 7"))
  }

  @Test func leavingAStepSaysWhatIsLeftOpen() throws {
    var student = try Student()
    try student.press("n")
    #expect(student.notice == "left open in step 1: 1 question")
    #expect(!student.hasFinished("ask"))
    #expect(try student.session.step.id == "hand")
  }

  @Test func whatWasAnsweredIsRememberedInTheNextSession() throws {
    var student = try Student()
    try student.press("2 L")
    let lesson = try student.session.lesson
    student.model.open(lesson, step: 0)
    #expect(try student.value("X[\"it\",\"animal\"]") == 1)
    #expect(try student.stepState.openTasks == [])
    #expect(student.page.contains("your guess ✓"))
  }
}
