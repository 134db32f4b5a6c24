import Terminal
import Testing

@testable import Playground

/// No arrow is without effect while the words have the keys.
@Suite struct ArrowsInWordsTests {
  @Test(arguments: ["left", "right", "up"])
  func anArrowThatCannotScrollSaysWhatWouldTakeIt(key: String) throws {
    var student = try Student(on: "long", size: .usual)
    #expect(try student.desk.focus == .words)
    try student.press(key)
    #expect(
      student.notice == "up and down scroll the words; tab takes hold of a panel")
    #expect(student.page.contains("tab takes hold of a panel"))
  }

  @Test func downScrollsToTheEndAndThenSaysSo() throws {
    var student = try Student(on: "long", size: .usual)
    while student.model.wordsExtent.isMoreBelow {
      let scroll = student.model.wordsExtent.scroll
      try student.press("down")
      #expect(student.model.wordsExtent.scroll == scroll + 1)
      #expect(student.notice.isEmpty)
    }
    try student.press("down")
    #expect(student.notice.hasSuffix("tab takes hold of a panel"))
  }

  @Test(arguments: shippedPlaces, [Size.comfortable, .usual, Size(width: 40, height: 12)])
  func everyArrowDoesOrSaysSomething(place: Place, size: Size) throws {
    for key in ["up", "down", "left", "right"] {
      var student = try place.student(size: size)
      guard try student.desk.focus == .words else { continue }
      let before = student.page
      try student.press(key)
      #expect(student.page != before, "\(place) \(key)")
    }
  }
}
