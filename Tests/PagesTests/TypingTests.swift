import Lessons
import Terminal
import Testing

@testable import Pages
@testable import Playground
@testable import qkv

/// Lines to type into: values, answers, searches, commands.
@Suite struct TypingTests {
  @Test func aLineIsEditedInItsMiddle() throws {
    var student = try Student()
    try student.press("2 =")
    student.type("15")
    try student.press("left . home -")
    #expect(student.model.prompt?.text == "-1.5")
    try student.press("end backspace 2 left delete 4")
    #expect(student.model.prompt?.text == "-1.4")
    try student.press("enter")
    #expect(try student.value("X[\"it\",\"noun\"]") == Float(-1.4))
  }

  @Test func everyLineKnowsTheKeysOfAShell() throws {
    var student = try Student()
    try student.press("/")
    student.type("soft max row")
    try student.press("ctrl-w")
    #expect(student.query == "soft max ")
    try student.press("ctrl-a ctrl-f ctrl-d")
    #expect(student.query == "sft max ")
    try student.press("ctrl-e ctrl-b ctrl-b ctrl-k")
    #expect(student.query == "sft ma")
    try student.press("ctrl-u")
    #expect(student.query == "")
  }

  @Test func theCursorStandsWhereTheNextLetterGoes() throws {
    var student = try Student()
    try student.press("/")
    student.type("猫ab")
    let end = try #require(student.frame.cursor)
    try student.press("left")
    let inside = try #require(student.frame.cursor)
    #expect(inside == Point(x: end.x - 1, y: end.y))
    try student.press("home")
    #expect(student.frame.cursor == Point(x: end.x - 4, y: end.y))
  }

  @Test func movingInASearchKeepsTheChosenRow() throws {
    var student = Student(at: shippedLibrary)
    try student.press("/ down down left home")
    guard case .list(let list)? = student.model.overlays.last else {
      Issue.record("the search is closed")
      return
    }
    #expect(list.selected == 2)
  }

  @Test(arguments: [".6", ",6", "0,6", "60%", "3/5", "6/10", "6e-1"])
  func anAnswerIsTypedAsPeopleWriteNumbers(text: String) throws {
    var student = try Student(on: "hand")
    student.type(text)
    #expect(student.model.prompt?.text == text)
    try student.press("enter")
    #expect(student.notice == "right")
  }

  @Test func aCommaOpensTheAnswerAndDragsNothing() throws {
    var student = try Student(on: "hand")
    let scene = try student.stepState.scene
    student.type(",73")
    #expect(student.model.prompt?.text == ",73")
    #expect(try student.stepState.scene == scene)
  }

  @Test func aPastedTextIsNoCommand() throws {
    var student = try Student()
    let before = student.model
    student.paste("1\n2\nq\u{1b}o:sandbox\r")
    #expect(student.notice == "pasted text is ignored here: no line is being typed")
    student.model.notice = nil
    student.model.linesSinceState = before.linesSinceState
    #expect(student.model == before)
  }

  @Test func aTextIsPastedIntoALineAndEndsItNot() throws {
    var student = try Student()
    try student.press("/")
    student.type("aZ")
    try student.press("left")
    student.paste("the cat\r\nsat\u{1b}[D")
    #expect(student.query == "athe cat sat[DZ")
  }

  @Test func onlyANumberIsPastedIntoAnAnswer() throws {
    var student = try Student(on: "hand")
    try student.press("0")
    student.paste(",6\n")
    #expect(student.model.prompt?.text == "0,6")
    student.paste("rm -rf")
    #expect(student.model.prompt?.text == "0,6")
    #expect(student.notice == "type a number, then enter; esc leaves it")
  }

  @Test(arguments: [true, false]) func copyingSaysWhatBecameOfIt(takesCopies: Bool) throws {
    var model = try Student().model
    let keys = try Key.keys(parsing: "2 1 y").get()
    var screen = RecordingScreen(size: .comfortable, keys: keys)
    screen.takesCopies = takesCopies
    let now = model.now
    runLoop(
      &model, on: &screen, appearance: { _ in Appearance() }, clock: { now }, perform: { _ in nil })
    let notice = try #require(model.notice?.text)
    #expect(notice.hasPrefix("sent to the terminal's clipboard: ") == takesCopies)
    #expect(notice.contains("clipboard"))
  }
}

extension Student {
  fileprivate mutating func paste(_ text: String) {
    send(.paste(text))
  }

  fileprivate var query: String? {
    guard case .list(let list)? = model.overlays.last else { return nil }
    return list.query
  }
}
