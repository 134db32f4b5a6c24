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
    try student.press("down enter")
    #expect(student.page.contains("why is  score[\"it\",\"cat\"]  1.20 ?"))
    try student.press("enter")
    #expect(student.page.contains("why is  X[\"it\",\"noun\"]  .10 ?"))
    try student.press("enter backspace backspace")
    #expect(student.page.contains("why is  weight[\"it\",\"cat\"]"))
    try student.press("esc")
    #expect(student.model.overlays.isEmpty)
  }

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
