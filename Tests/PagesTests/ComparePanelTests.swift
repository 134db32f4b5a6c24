import Lessons
import Terminal
import Testing
import Text

@testable import Pages
@testable import Playground

/// A healthy table beside a sick one.
@Suite struct ComparePanelTests {
  private func student(size: Size = .comfortable) throws -> Student {
    let text = """
      ---
      qkv: 1
      id: patients
      title: Patients
      summary: One step.
      minutes: 1
      ---

      ```qkv scene
      axis token = left it hungry
      axis word = cat road tree
      healthy[token, word] = [[.89, .10, .01], [.83, .14, .03], [.68, .20, .12]]
      sick[token, word]    = [[.89, .10, .01], [.15, .84, .01], [.68, .20, .12]]
      ```

      ## Look {#look}

      Some words.

      ```qkv show
      compare healthy, sick
      ```
      """
    return try Student(
      reading: Lesson.load(text: text, file: "patients.md"), on: "look", size: size)
  }

  @Test func bothTablesStandSideBySideAndTheLargestDifferenceIsNamed() throws {
    let student = try student()
    let row = try #require(student.rows.first { $0.contains(".83") })
    #expect(row.contains(".15") && row.contains(".84"))
    #expect(student.page.contains("largest difference: it, road  .14 → .84  +.70"))
  }

  @Test func theGroundOfTheSecondIsWhatItHasMoreOrLess() throws {
    let student = try student()
    let pair = PanelContent(
      stepState: try student.stepState, index: 0, appearance: student.appearance
    ).tablePair
    let heat = try #require(pair.second.heatValues)
    #expect(heat[0, 0] == 0)
    #expect(abs((heat[1, 0] ?? 0) + 0.68) < 1e-6 && abs((heat[1, 1] ?? 0) - 0.70) < 1e-6)
  }

  @Test func theArrowsAreOnTheFirstAndAKeyGoesToTheOther() throws {
    var student = try student()
    try student.press("1 down")
    var stepState = try student.stepState
    #expect(stepState.entryInHand.map(stepState.scene.label) == "healthy[\"it\",\"cat\"]")
    try student.press("]")
    stepState = try student.stepState
    #expect(stepState.entryInHand.map(stepState.scene.label) == "sick[\"it\",\"cat\"]")
  }

  @Test(arguments: [Size.usual, Size(width: 60, height: 20), Size(width: 40, height: 12)])
  func theSickOneIsThereAtEverySize(size: Size) throws {
    var student = try student(size: size)
    try student.press("z")
    #expect(student.page.contains(".84"))
  }

  @Test func asTextItEndsWithTheLargestDifference() throws {
    let text = try #require(try student().stepState.plainText(of: 0))
    #expect(text.rows.count == 7)
    #expect(text.rows[6].numbers.first == "it road")
  }
}
