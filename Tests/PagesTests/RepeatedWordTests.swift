import Lessons
import Terminal
import Testing
import Text

@testable import Pages
@testable import Playground

/// A sentence that says a word twice, in the free playground.
@Suite struct RepeatedWordTests {
  private static func player(ascii: Bool = false) throws -> Student {
    var student = Student(at: Library(directory: "/nowhere"))
    if ascii { student.appearance = Appearance(symbols: .ascii) }
    let text = FreePlay.scene(over: "the dog chased the cat")
    student.model.session = try FreePlay.session(
      SourceText(file: "playground", text: text), name: "playground")
    return student
  }

  @Test func thePlaygroundOpensOnIt() throws {
    let student = try Self.player()
    #expect(student.page.contains("the₂"))
    #expect(!student.page.contains("the_2"))
    #expect(try student.stepState.scene.axes[0].words == ["the", "dog", "chased", "the", "cat"])
  }

  @Test func asciiPagesShowWhatOneTypes() throws {
    let page = try Self.player(ascii: true).page
    #expect(page.contains("the_2"))
    #expect(page.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func aCellIsReachedDraggedAndExplained() throws {
    var student = try Self.player()
    let first = try student.value("X[\"the\",0]")
    // The sliders of X come first, four to a token: the thirteenth is that of the second "the".
    try student.press(String(repeating: "down ", count: 12) + "= 2 enter")
    #expect(try student.value("X[\"the_2\",0]") == 2)
    #expect(try student.value("X[\"the\",0]") == first)
    try student.press("1 down down down enter")
    #expect(student.page.contains("why is  output[\"the_2\",0]"))
  }

  @Test func bothPlacesStandInTheTextOfAPanel() throws {
    let text = try #require(try Self.player().stepState.plainText(of: 0))
    #expect(text.rows.map(\.label) == ["the", "dog", "chased", "the_2", "cat"])
  }
}
