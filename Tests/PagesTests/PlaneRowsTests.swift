import Lessons
import Terminal
import Testing

@testable import Pages
@testable import Playground

/// A plane of some rows, the angle that is drawn in it, and the room it takes.
@Suite struct PlaneRowsTests {
  private func student(
    _ panels: String, size: Size = .comfortable, appearance: Appearance = Appearance()
  ) throws -> Student {
    let text = """
      ---
      qkv: 1
      id: arrows
      title: Arrows
      summary: One step.
      minutes: 1
      ---

      ```qkv scene
      axis word = cat dog duck camel
      axis side = animal water
      X[word, side] = [[5, 0], [5, 0], [4, 3], [0, -4]]
      ```

      ## Look {#look}

      Some words.

      ```qkv show
      \(panels)
      ```

      ```qkv sliders
      X["duck"] from -5 to 5 step 1
      ```
      """
    var student = try Student(
      reading: Lesson.load(text: text, file: "arrows.md"), on: "look", size: size)
    student.appearance = appearance
    return student
  }

  private func plane(_ student: Student) throws -> PlaneView {
    PanelContent(
      stepState: try student.stepState, index: 0, appearance: student.appearance
    ).plane
  }

  @Test func onlyTheRowsThatAreNamedHaveArrowsInTheirOrder() throws {
    let student = try student("plane X rows=\"camel, cat\"")
    #expect(try plane(student).vectors.map(\.name) == ["camel", "cat"])
    #expect(try plane(student).vectors.map(\.y) == [-4, 0])
    let text = try #require(try student.stepState.plainText(of: 0))
    #expect(text.rows.map(\.label) == ["camel", "cat"])
  }

  @Test func theAngleBeginsBetweenTheTwoThatAreNamedAndStandsAtItsArc() throws {
    let student = try student("plane X angle=\"duck cat\"")
    let plane = try plane(student)
    #expect(plane.focused == 2 && plane.partner == 0)
    // math.degrees(math.acos(20 / 25)) is 36.87.
    #expect(student.page.components(of: "37°") == 2)
  }

  @Test func theKeysStillGoToTheOtherArrows() throws {
    var student = try student("plane X angle=\"duck cat\"")
    try student.press("1 ]")
    #expect(try plane(student).focused == 3)
  }

  @Test func arrowsThatCoincideHaveOneName() throws {
    #expect(try student("plane X").page.contains("cat = dog"))
  }

  @Test func theTwoInQuestionHaveColoursOfTheirOwn() throws {
    let roles = try plane(student("plane X angle=\"duck cat\"")).vectors.map(\.role)
    #expect(roles == [.bright, .dim, .hand, .dim])
  }

  @Test func whereAnArrowPointedBeforeTheDragStaysBehind() throws {
    var student = try student("plane X angle=\"duck cat\"")
    #expect(try plane(student).vectors.allSatisfy { $0.ghost == nil })
    try student.press("left left")
    #expect(try plane(student).vectors.map(\.ghost) == [nil, nil, SIMD2(4, 3), nil])
  }

  @Test func aPlaneAloneInItsRowFillsItsPane() throws {
    let student = try student("plane X")
    let rect = try #require(try student.board.rect(of: 0))
    #expect(rect.height > 20 && rect.width > 60)
  }

  @Test(arguments: [
    Size.comfortable, .usual, Size(width: 60, height: 20), Size(width: 40, height: 12),
  ])
  func inASCIIItIsAllASCII(size: Size) throws {
    let appearance = Appearance(symbols: .ascii, colors: .mono)
    let student = try student("plane X angle=\"duck cat\"", size: size, appearance: appearance)
    #expect(student.page.utf8.allSatisfy { $0 < 0x80 })
  }
}

extension String {
  fileprivate func components(of part: String) -> Int {
    var (count, rest) = (0, self[...])
    while let place = rest.firstRange(of: part) {
      count += 1
      rest = rest[place.upperBound...]
    }
    return count
  }
}
