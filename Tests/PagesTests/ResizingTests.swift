import Lessons
import Terminal
import Testing

@testable import Pages
@testable import Playground

@Suite struct ResizingTests {
  @Test func anAxisGrowsAndItsTablesWithIt() throws {
    var student = try Student(on: "sizes")
    try student.press("tab right right down = 3 enter shift-tab right right")
    #expect(try student.stepState.scene.axes.first { $0.name == "trait" }?.size == 5)
    #expect(try student.value("W[1,2]") == 3)
    #expect(student.hasFinished("sizes"))
  }

  @Test func anAxisShrinksUnderEverySliderAndCursor() throws {
    var student = try Student(on: "sizes")
    try student.press("1 down right right tab down right right shift-tab shift-tab")
    try student.press("left left left")
    #expect(try student.stepState.scene.axes.first { $0.name == "trait" }?.size == 1)
    for keys in ["down right", "down right", "down =", "esc 0", "enter", "esc tab +", "u", "x"] {
      try student.press(keys)
      #expect(!student.page.isEmpty)
    }
  }

  @Test func aSliderStaysOnItsCellWhateverTheSize() throws {
    var student = try Student(on: "sizes")
    try student.press("down down down down")
    let cell = "W[1,0]"
    try student.press("= 1 enter up up up up right down down down down right")
    #expect(try student.value(cell) == 1.5)
  }

  @Test func aSizeIsTyped() throws {
    var student = try Student(on: "sizes")
    try student.press("= 6 enter")
    #expect(try student.stepState.scene.axes.first { $0.name == "trait" }?.size == 6)
    try student.press("= 0 enter")
    #expect(student.notice == "a size is a whole number from 1 to 4096")
    try student.press("= 1 e 9 enter")
    #expect(student.notice == "a size is a whole number from 1 to 4096")
    try student.press("u")
    #expect(try student.stepState.scene.axes.first { $0.name == "trait" }?.size == 3)
  }
}
