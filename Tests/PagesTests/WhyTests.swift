import Lessons
import Scenes
import Terminal
import Testing

@testable import Pages
@testable import Playground

@Suite struct WhyTests {
  @Test func everyNumberSaysWhyAndLeadsBackToAnInput() throws {
    var student = try Student()
    try student.press("2 2 down down right enter")
    #expect(student.page.contains("why is  weight[\"it\",\"cat\"]  .62 ?"))
    try student.press("enter")
    #expect(student.page.contains("why is  score[\"it\",\"cat\"]  1.20 ?"))
    try student.press("enter")
    #expect(student.page.contains("why is  X[\"it\",\"animal\"]  1.00 ?"))
    try student.press("enter backspace backspace")
    #expect(student.page.contains("why is  weight[\"it\",\"cat\"]"))
    try student.press("esc")
    #expect(student.model.overlays.isEmpty)
  }

  @Test func theOperandThatCountsMostComesFirst() throws {
    var student = try Student()
    try student.press("2 2 down down right enter")
    let operands = try explanation(of: student).operands
    #expect(operands.count > 1)
    #expect(operands.map(\.share) == operands.map(\.share).sorted(by: >))
  }

  @Test func backspaceReturnsToTheOperandThatWasFollowed() throws {
    var student = try Student()
    try student.press("2 2 down down right enter down down")
    let page = student.page
    try student.press("enter")
    #expect(student.page != page)
    try student.press("backspace")
    #expect(student.page == page)
  }

  @Test(arguments: [Size.comfortable, .usual, Size(width: 40, height: 12)])
  func theFrameStaysFromLevelToLevel(size: Size) throws {
    var student = try Student(size: size)
    try student.press("2 2 down down right enter")
    let place = try frame(of: student)
    for _ in 0..<3 {
      try student.press("enter")
      #expect(try frame(of: student) == place)
    }
  }

  @Test(arguments: [Size.comfortable, .usual, Size(width: 60, height: 20)])
  func whatTheListHoldsIsSaidInAsManyWordsAsFit(size: Size) throws {
    let lesson = try Lesson.load(text: manyOperands, file: "many.md")
    var student = try Student(reading: lesson, on: "sum", size: size)
    try student.press("1 enter")
    let title = try #require(student.rows.first { $0.contains("that count most") })
    #expect(title.contains("the 5") && title.contains("of 32") && !title.contains("…"))
  }

  @Test func ofManyOperandsFiveAreListedAndTheOthersFollow() throws {
    let lesson = try Lesson.load(text: manyOperands, file: "many.md")
    var student = try Student(reading: lesson, on: "sum")
    try student.press("1 enter")
    #expect(student.page.contains("the 5 operands of 32 that count most"))
    #expect(student.page.contains("and 27 more"))
    #expect(student.page.contains("a[31]"))
    #expect(!student.page.contains("a[26]"))
    try student.press("down down down down")
    #expect(student.page.contains("and 27 more"))
    try student.press("down")
    #expect(!student.page.contains("and 27 more"))
    #expect(student.page.contains("a[26]"))
    for _ in 0..<30 { try student.press("down") }
    #expect(student.page.contains("a[0]"))
  }

  private func explanation(of student: Student) throws -> Explanation {
    guard case .why(let why) = student.model.overlays.last else { throw NoDerivation() }
    return why.explanation(in: try student.stepState.scene)
  }

  private func frame(of student: Student) throws -> Rect {
    guard case .why(let why) = student.model.overlays.last else { throw NoDerivation() }
    let scene = try student.stepState.scene
    return WhyPage(why, scene: scene, size: student.size, appearance: student.appearance).place
      .content
  }

  private struct NoDerivation: Error {}

  @Test func theGradientNamesTheInputsThatMoveTheNumberMost() throws {
    var student = try Student()
    try student.press("2 2 down down right enter d")
    #expect(student.page.contains("moved most by"))
    #expect(student.page.contains("X[\"it\",\"noun\"]"))
  }

  @Test func anInputIsNotSaidToMoveItself() throws {
    var student = try Student()
    try student.press("enter d")
    #expect(student.page.contains("an input: nothing moves it but you"))
    #expect(!student.page.contains("moved most by"))
  }

  @Test func wordsHaveNoWhy() throws {
    var student = try Student(on: "long")
    try student.press("enter")
    #expect(student.notice.hasPrefix("choose a number first"))
  }

  @Test func aSliderHasAWhyToo() throws {
    var student = try Student()
    try student.press("enter")
    #expect(student.page.contains("why is  X[\"it\",\"noun\"]"))
  }
}

private let manyOperands = """
  ---
  qkv: 1
  id: many
  title: Many
  summary: A number made from many.
  minutes: 1
  ---

  ```qkv scene
  axis place = 32
  a[place] = [\((0..<32).map(String.init).joined(separator: ", "))]
  total = sum(a)
  ```

  ## Sum {#sum}

  Look.

  ```qkv show
  matrix total
  ```
  """
