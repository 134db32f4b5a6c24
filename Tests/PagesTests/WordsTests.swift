import Lessons
import Terminal
import Testing

@testable import Pages
@testable import Playground

/// Pages of words too long for the screen, and panels alone on it.
@Suite struct WordsTests {
  @Test(arguments: [Size.comfortable, .usual, Size(width: 60, height: 20)])
  func spaceReadsEveryParagraphAndThenGoesOn(size: Size) throws {
    var student = try Student(on: "long", size: size)
    var seen = student.page
    while try student.stepState.hasPauseAhead {
      #expect(!student.page.contains("The very end."))
      seen += student.page
      try student.press("space")
    }
    for number in 1...60 { #expect(seen.contains("Paragraph \(number) "), "\(number)") }
    try student.press("space space")
    #expect(student.page.contains("The very end.") || student.model.session == nil)
  }

  @Test func whatIsReadBackIsThePageBefore() throws {
    var student = try Student(on: "long")
    let first = student.page
    try student.press("space")
    #expect(student.page != first)
    try student.press("backspace")
    #expect(student.page == first)
  }

  @Test func theWordsScrollLineByLineAndStopAtBothEnds() throws {
    var student = try Student(on: "long")
    let top = student.page
    try student.press("up up")
    #expect(student.window.wordsExtent.scroll == 0)
    try student.press("down")
    #expect(student.window.wordsExtent.scroll == 1)
    try student.press("up")
    #expect(student.page == top)
  }

  @Test func aZoomedPanelHasThePageToItself() throws {
    var student = try Student()
    try student.press("2 2 z")
    #expect(!student.page.contains("Whose weight grows?"))
    #expect(student.page.contains("weight = softmax"))
    #expect(!student.page.contains("it looks at"))
    try student.press("tab")
    #expect(student.page.contains("it looks at"))
    try student.press("z")
    #expect(student.page.contains("Whose weight grows?"))
  }

  @Test func theMovesOfAVectorFollowTheArrows() throws {
    var student = try Student(on: "long")
    try student.press("1 right up up")
    #expect(try student.value("X[\"the\",\"noun\"]") == 0.6)
    #expect(try student.value("X[\"the\",\"animal\"]") == 0.45)
    try student.press("] left")
    #expect(try student.value("X[\"cat\",\"noun\"]") == 0.9)
  }
}
