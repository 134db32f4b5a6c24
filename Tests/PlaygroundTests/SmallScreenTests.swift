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

  @Test func threePanelsOfBarsStayInARowWhenTheirChangesAppear() throws {
    var student = try Place(lesson: "softmax", step: "order").student(size: .comfortable)
    let titles = student.rows.first { $0.contains("scores of it") }
    try #require(titles?.contains("shares") == true)
    try student.press("right")
    #expect(student.rows.first { $0.contains("scores of it") }?.contains("shares") == true)
  }
}
