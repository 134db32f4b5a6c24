import Lessons
import Terminal
import Testing

@testable import Pages
@testable import Playground
@testable import qkv

/// Reading on where something is still open.
@Suite struct LeavingTests {
  @Test func theFirstSpaceSaysWhatIsOpenAndTheSecondLeavesIt() throws {
    var student = try Student()
    try student.press("space")
    #expect(student.notice == "a question is open here: 1-3 answers, or space again to go on")
    #expect(try student.session.step.id == "ask")
    try student.press("space")
    #expect(try student.session.step.id == "hand")
    #expect(student.notice == "left open in step 1: 1 question")
  }

  @Test func anotherKeyInBetweenIsAnotherBeginning() throws {
    var student = try Student()
    try student.press("space i space")
    #expect(try student.session.step.id == "ask")
    try student.press("pgdn")
    #expect(try student.session.step.id == "hand")
  }

  @Test func theNoticeNamesTheKeyThatHelps() throws {
    var student = try Student(on: "hand")
    try student.press("space")
    #expect(student.notice.hasPrefix("a question is open here: type a number"))
    student = try Student()
    try student.press("2 space")
    #expect(student.notice.hasPrefix("a goal is open here: i gives a hint"))
    student = try Place(lesson: "learning", step: "noise").student(size: .comfortable)
    try student.press("1 space")
    #expect(student.notice.hasPrefix("the run is open here: r starts it"))
  }

  @Test func aStepWithNothingOpenIsLeftAtOnce() throws {
    var student = try Student()
    try student.press("2 L space")
    #expect(try student.session.step.id == "hand")
    #expect(student.notice.isEmpty)
  }

  @Test func theWordsAreReadToTheirEndFirst() throws {
    var student = try Place(lesson: "scaling", step: "eight").student(size: .usual)
    while student.window.wordsExtent.isMoreBelow {
      #expect(student.notice.isEmpty)
      try student.press("space")
    }
    try student.press("space")
    #expect(student.notice.hasPrefix("a question is open"))
  }

  @Test func theNoticeIsReadWholeOnTheSmallestScreen() throws {
    var student = try Student(size: Size(width: 40, height: 12))
    while student.notice.isEmpty { try student.press("space") }
    #expect(student.page.contains("open: 1-3 answers; space goes on"))
  }

  @Test func aHeldSpaceStopsWhereSomethingIsOpen() throws {
    var model = try Student().model
    let held = Array(repeating: Event.key(.space), count: 40)
    var screen = RecordingScreen(size: .comfortable, events: held)
    let now = model.now
    runLoop(
      &model, on: &screen, appearance: { _ in Appearance() }, clock: { now }, perform: { _ in nil })
    #expect(model.session?.step.id == "ask")
    #expect(model.notice?.text.hasPrefix("a question is open") == true)
  }
}
