import Lessons
import Terminal
import Testing

@testable import Pages
@testable import Playground
@testable import qkv

/// Where only one part of the page fits at a time.
@Suite struct SmallScreenTests {
  @Test func readingOnBringsTheWordsBack() throws {
    var student = try Student(on: "ask", size: Size(width: 40, height: 12))
    #expect(student.page.singleSpaced.contains("Which token does it look at?"))
    try student.press("tab")
    #expect(!student.page.singleSpaced.contains("Which token does it look at?"))
    try student.press("space")
    #expect(student.page.singleSpaced.contains("Which token does it look at?"))
    try student.press("tab backspace")
    #expect(student.page.singleSpaced.contains("Which token does it look at?"))
  }

  @Test func theFirstPageOfASmallTerminalIsTheWords() throws {
    var model = try Student(on: "ask", size: .usual).model
    var screen = RecordingScreen(size: Size(width: 40, height: 12), events: [.key("?")])
    let now = model.now
    runLoop(
      &model, on: &screen, appearance: { _ in Appearance() }, clock: { now }, perform: { _ in nil })
    let rows = screen.frames[0].text().map(\.singleSpaced)
    #expect(rows.contains { $0.contains("Which token does it look at?") })
  }

  @Test func barsOverTheSameKeysShowTheSameKeys() throws {
    var student = try Student(
      reading: .load(text: threeRows, file: "rows.md"), on: "rows", size: .usual)
    func notes() -> [String] {
      let title = student.rows.first { $0.contains("third") && $0.contains("rows") } ?? ""
      return title.matches(of: /rows \d+–\d+/).map { String($0.output) }
    }
    #expect(notes() == Array(repeating: "rows 1–12", count: 3))
    try student.press("tab tab down down down")
    let stepState = try student.stepState
    let followed = (0..<3).map {
      PanelContent(stepState: stepState, index: $0, appearance: Appearance()).bars.followed
    }
    #expect(followed == [3, 3, 3])
  }

  @Test func aRowOutOfViewTakesNothingFromAPicture() throws {
    let student = try Place(lesson: "embeddings", step: "angle").student(size: .usual)
    let board = try LessonPage(student.window, student.session).panels
    let height = try #require(board.rect(of: 0)?.height)
    #expect(board.rect(of: 2) == nil)
    #expect(height == 9)
  }

  @Test func aLongGoalIsCutInTheHeaderAndWholeInTheWords() throws {
    let asked = "Give the cat more than the dog, and the fish no more than a third"
    let lesson = try Lesson.load(text: longGoal(asked), file: "cake.md")
    let student = try Student(reading: lesson, on: "cut", size: .usual)
    #expect(student.rows[0].contains("○ Give the cat more than the dog,"))
    #expect(student.rows[0].contains("…"))
    #expect(student.rows.dropFirst().contains { $0.contains(asked) })
  }

  @Test func threePanelsOfBarsStayInARowWhenTheirChangesAppear() throws {
    var student = try Place(lesson: "masks", step: "suspects").student(size: .comfortable)
    let titles = student.rows.first { $0.contains("told by A") }
    try #require(titles?.contains("told by C") == true)
    try student.press("o right")
    #expect(student.rows.first { $0.contains("told by A") }?.contains("told by C") == true)
  }
}

private func longGoal(_ ask: String) -> String {
  """
  ---
  qkv: 1
  id: cake
  title: A cake for three
  summary: Three eaters, one cake.
  minutes: 1
  ---

  ```qkv scene
  axis eater = cat dog fish
  score[eater] = [0, 0, 0]
  weight = softmax(score)
  ```

  ## Cut it {#cut}

  ```qkv show
  bars weight
  ```

  ```qkv sliders
  score from -3 to 3 step 0.1
  ```

  ```qkv goal more
  ask: "\(ask)"
  when: weight["cat"] > weight["dog"] and weight["fish"] < 0.33
  solution: score["cat"] = 1
  ```
  """
}

/// Three vectors over the same sixteen keys, side by side.
private let threeRows = """
  ---
  qkv: 1
  id: rows
  title: Rows
  summary: Three rows over the same keys.
  minutes: 1
  ---

  ```qkv scene
  axis query = 1
  axis key   = 16
  score[query, key] = randn(seed: 1)
  weight = softmax(score)
  flat   = softmax(score / 4)
  sharp  = softmax(score * 4)
  ```

  ## Rows {#rows}

  Three rows over the same sixteen keys.

  They are drawn side by side, and a window shows a part of them.

  ```qkv show
  bars sharp[0] "first" | bars weight[0] "second" | bars flat[0] "third"
  ```
  """
