import Lessons
import Terminal
import Testing

@testable import Pages
@testable import Playground

/// A goal whose parts have marks of their own.
@Suite struct GoalPartsTests {
  private func student(size: Size = .comfortable) throws -> Student {
    try Student(reading: Lesson.load(text: partsLesson, file: "parts.md"), on: "both", size: size)
  }

  @Test func everyPartHasItsMarkAndItsNumber() throws {
    var student = try student()
    #expect(student.rows.contains { $0.contains("○  cat  above .6") && $0.contains("now .33") })
    #expect(student.rows.contains { $0.contains("○  it  below .1") && $0.contains("now .33") })
    try student.press("= 2 enter")
    #expect(student.rows.contains { $0.contains("✓  cat  above .6") && $0.contains("now .79") })
    #expect(student.rows.contains { $0.contains("○  it  below .1") && $0.contains("now .11") })
    #expect(try student.outcome("cut") == nil)
    try student.press("c")
    #expect(student.notice == "not yet: it below .1")
    try student.press("down = - 1 enter")
    #expect(student.rows.contains { $0.contains("✓  it  below .1") })
    #expect(try student.outcome("cut")?.isRight == true)
    #expect(student.notice.hasPrefix("goal reached"))
  }

  /// Of a distance from a number one wants to see the number that is meant, not the distance.
  @Test func whereADistanceIsAskedForTheNumberItselfIsShown() throws {
    let text = partsLesson.replacing(
      "weight[\"cat\"] > 0.6", with: "abs(score[\"cat\"] - 4) < 1.5")
    let lesson = try Lesson.load(text: text, file: "parts.md")
    var student = try Student(reading: lesson, on: "both")
    try student.press("= 3 enter")
    #expect(student.rows.contains { $0.contains("now 3.00") })
  }

  @Test func theVoiceSaysWhichPartsHold() throws {
    var student = try student()
    try student.press("= 2 enter")
    let state = try student.stepState
    let words = state.script.map(state.words).joined(separator: "\n")
    #expect(words.contains("it holds") && words.contains("not yet"))
  }

  @Test(arguments: [Size.usual, Size(width: 40, height: 12)])
  func thePartsFitSmallPages(size: Size) throws {
    var student = try student(size: size)
    try student.press("= 2 enter")
    #expect(student.rows.count == size.height)
  }
}

private let partsLesson = """
  ---
  qkv: 1
  id: parts
  title: Parts
  summary: A goal with parts.
  minutes: 1
  ---

  ```qkv scene
  axis token = the cat it
  score[token] = [0, 0, 0]
  weight = softmax(score)
  ```

  ## Both {#both}

  ```qkv show
  bars weight
  ```

  ```qkv sliders
  score from -3 to 3 step 0.5
  ```

  ```qkv goal cut
  ask: Cut the cake.
  parts:
    - {say: "`cat` above .6", when: 'weight["cat"] > 0.6'}
    - {say: "`it` below .1", when: 'weight["it"] < 0.1'}
  solution:
    - score["cat"] = 2
    - score["it"] = -1
  success: Done.
  ```
  """
