import Terminal
import Testing

@testable import Playground

/// Where only one part of the page fits at a time.
@Suite struct SmallScreenTests {
  @Test func readingOnBringsTheWordsBack() throws {
    var student = try Student(on: "ask", size: Size(width: 40, height: 12))
    #expect(student.page.contains("Whom does it look at?"))
    try student.press("tab")
    #expect(!student.page.contains("Whom does it look at?"))
    try student.press("space")
    #expect(student.page.contains("Whom does it look at?"))
    try student.press("tab b")
    #expect(student.page.contains("Whom does it look at?"))
  }

  @Test func theFirstPageOfASmallTerminalIsTheWords() throws {
    var model = try Student(on: "ask", size: .usual).model
    var screen = RecordingScreen(size: Size(width: 40, height: 12), events: [.key("?")])
    let now = model.now
    run(&model, on: &screen, look: { _ in Look() }, clock: { now }, perform: { _ in nil })
    #expect(screen.frames[0].text().contains { $0.contains("Whom does it look at?") })
  }

  @Test func barsOverTheSameKeysShowTheSameKeys() throws {
    var student = try Place(lesson: "scaling", step: "wrong").student(size: .usual)
    func notes() -> [String] {
      let title = student.rows.first { $0.contains("√512") && $0.contains("rows") } ?? ""
      return title.matches(of: /rows \d+–\d+/).map { String($0.output) }
    }
    #expect(notes() == Array(repeating: "rows 6–13", count: 3))
    try student.press("tab tab down down down")
    let desk = try student.desk
    let followed = (0..<3).map { FigurePanel(desk: desk, index: $0, look: Look()).bars.followed }
    #expect(followed == [3, 3, 3])
  }

  @Test func aRowOutOfViewTakesNothingFromAPicture() throws {
    let student = try Place(lesson: "embeddings", step: "angle").student(size: .usual)
    let board = try LessonPage(student.model, student.session, student.look).panels
    let height = try #require(board.rect(of: 0)?.height)
    #expect(board.rect(of: 2) == nil)
    #expect(height == 9)
  }

  @Test func aLongGoalIsCutInTheHeaderAndWholeInTheWords() throws {
    var student = try Place(lesson: "projections", step: "train").student(size: .usual)
    #expect(student.rows[0].contains("○ On cat, get it above .8, drank above"))
    #expect(student.rows[0].contains("…"))
    try student.press("2 2")
    student.model.session?.desk.wordsScroll = 1000
    #expect(student.page.contains("On cat, get it above .8, drank above .6"))
  }

  @Test func threePanelsOfBarsStayInARowWhenTheirChangesAppear() throws {
    var student = try Place(lesson: "softmax", step: "order").student(size: .comfortable)
    let titles = student.rows.first { $0.contains("scores of it") }
    try #require(titles?.contains("shares") == true)
    try student.press("right")
    #expect(student.rows.first { $0.contains("scores of it") }?.contains("shares") == true)
  }
}
