import Terminal
import Testing

@testable import Pages
@testable import Playground

/// No arrow is without effect while the words have the keys.
@Suite struct ArrowsInWordsTests {
  @Test(arguments: ["left", "right", "up"])
  func anArrowThatCannotScrollSaysWhatWouldTakeIt(key: String) throws {
    var student = try Student(on: "long", size: .usual)
    #expect(try student.stepState.focus == .words)
    try student.press(key)
    #expect(
      student.notice == "up and down scroll the words; tab takes hold of a panel")
    #expect(student.page.contains("tab takes hold of a panel"))
  }

  @Test func downScrollsToTheEndAndThenSaysSo() throws {
    var student = try Student(on: "long", size: .usual)
    while student.window.wordsExtent.isMoreBelow {
      let scroll = student.window.wordsExtent.scroll
      try student.press("down")
      #expect(student.window.wordsExtent.scroll == scroll + 1)
      #expect(student.notice.isEmpty)
    }
    try student.press("down")
    #expect(student.notice.hasSuffix("tab takes hold of a panel"))
  }

  @Test(arguments: [Size.comfortable, .usual, Size(width: 40, height: 12)])
  func everyArrowDoesOrSaysSomething(size: Size) throws {
    let places = try shippedPlaces.filter { try $0.student(size: size).stepState.focus == .words }
    #expect(!places.isEmpty)
    for place in places {
      try expectArrowsToWork(place, size)
    }
  }

  private func expectArrowsToWork(_ place: Place, _ size: Size) throws {
    for key in ["up", "down", "left", "right"] {
      var student = try place.student(size: size)
      let before = student.page
      try student.press(key)
      #expect(student.page != before, "\(place) \(key)")
    }
  }
}
