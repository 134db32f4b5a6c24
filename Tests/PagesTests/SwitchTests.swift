import Lessons
import Scenes
import Terminal
import Testing
import Text

@testable import Pages
@testable import Playground

/// A formula in several versions, chosen by the arrows.
@Suite struct SwitchTests {
  private func student(size: Size = .comfortable) throws -> Student {
    try Student(reading: Lesson.load(text: switchLesson, file: "toggle.md"), on: "one", size: size)
  }

  @Test func theFirstVersionRunsAsTheStepBegins() throws {
    let student = try student()
    #expect(try student.value("scaled[\"cat\"]") == 1)
  }

  @Test func theArrowsChooseAndEverythingFollows() throws {
    var student = try student()
    try student.press("down")
    #expect(student.page.contains("scaled = score / 2"))
    try student.press("right")
    #expect(student.page.contains("scaled = score * 3"))
    #expect(try student.value("scaled[\"cat\"]") == 6)
    let weight = try student.value("weight[\"cat\"]")
    try student.press("u")
    #expect(try student.value("scaled[\"cat\"]") == 1)
    #expect(try student.value("weight[\"cat\"]") < weight)
    try student.press("U H")
    #expect(try student.value("scaled[\"cat\"]") == 1)
    try student.press("= o f f enter")
    #expect(try student.value("scaled[\"cat\"]") == 6)
    try student.press("0")
    #expect(try student.value("scaled[\"cat\"]") == 1)
    try student.press("= o n e enter")
    #expect(student.notice.contains("is none of on, off"))
  }

  @Test func aResetTakesTheFirstVersion() throws {
    var student = try student()
    try student.press("right down right x")
    #expect(try student.value("scaled[\"cat\"]") == 1)
    #expect(student.notice.contains("back at its start"))
    try student.press("u")
    #expect(try student.value("scaled[\"cat\"]") == 7.5)
  }

  @Test func whatWasDraggedStays() throws {
    var student = try student()
    try student.press("= 4 enter down right")
    #expect(try student.value("scaled[\"cat\"]") == 12)
    try student.press("up right")
    #expect(try student.value("scaled[\"cat\"]") == 13.5)
  }

  /// The bars of the version before stand behind those of the one that runs now.
  @Test func theVersionBeforeIsAGhost() throws {
    var student = try student()
    let before = try student.value("weight[\"cat\"]")
    try student.press("down right")
    let ghost = try #require(try student.stepState.sceneBeforeChange)
    let weight = try #require(try student.stepState.panels.first).subjects[0]
    #expect(ghost.values(of: weight).elements[1] == before)
    #expect(try student.stepState.scene.values(of: weight).elements[1] != before)
  }

  @Test func standingNumbersStandStill() throws {
    var student = try student()
    #expect(student.page.contains("At first it is .51."))
    try student.press("down right")
    #expect(student.page.contains("At first it is .51."))
    student.model.session = try student.reopened()
    #expect(student.page.contains("At first it is .51."))
  }

  @Test func aGoalIsReachedByASwitch() throws {
    var student = try student()
    try student.press("s s")
    #expect(try student.value("scaled[\"cat\"]") == 6)
    #expect(student.page.contains("It has .95 now."))
    let lesson = try student.session.lesson
    #expect(LessonCheck(lesson).problems.map { $0.rendered() } == [])
    let text = switchLesson.replacing("solution: scaled = off", with: "solution: scaled = of")
    #expect(throws: Diagnostics.self) { try Lesson.load(text: text, file: "toggle.md") }
  }

  @Test func theVersionIsKept() throws {
    var student = try student()
    try student.press("right down right up right")
    let session = try student.session
    let reopened = try student.reopened()
    #expect(reopened.stepState.scene == session.stepState.scene)
    #expect(reopened.stepState.step.formulas == ["scaled": "score * 3"])
    #expect(reopened.stepState.past == session.stepState.past)
    let other = session.state.line.replacing("score * 3", with: "score * 4")
    let strange = try #require(LessonState(line: other))
    #expect(Session(session.lesson, number: nil, strange, progress: student.model.progress) == nil)
  }

  @Test func everyVersionIsRead() throws {
    let lesson = try Lesson.load(
      text: switchLesson.replacing("score * 3", with: "scor * 3"), file: "toggle.md")
    let problems = LessonCheck(lesson).problems
    #expect(problems.first?.sourceLine.contains("scor * 3") == true)
  }

  @Test func everyPositionIsTriedWithTheSliders() throws {
    let text = switchLesson.replacing("score * 3", with: "score / (score[\"cat\"] - 9)")
    let warnings = try LessonCheck(Lesson.load(text: text, file: "toggle.md")).warnings
    let sentence = "where scaled = off and score[\"cat\"] = 9."
    #expect(warnings.contains { $0.message.hasSuffix(sentence) }, "\(warnings.map(\.message))")
  }

  @Test(arguments: [
    ("```qkv switch\non: score\noff: score * 2", "The switch block has no name."),
    ("```qkv switch scaled\non: score", "A switch has two or more versions."),
    ("```qkv switch 2\non: score\noff: score * 2", "\"2\" is no name in a scene."),
  ])
  func aSwitchThatIsNoneIsFound(block: String, message: String) {
    let text = switchLesson.replacing(
      "```qkv switch scaled\non: score / 2\noff: score * 3", with: block)
    do throws(Diagnostics) {
      _ = try Lesson.load(text: text, file: "toggle.md")
      Issue.record("nothing was found")
    } catch {
      #expect(!error.list.isEmpty)
    }
  }

  @Test(arguments: [Size.usual, Size(width: 40, height: 12)])
  func itFitsSmallPages(size: Size) throws {
    var student = try student(size: size)
    // One part stands alone on a small page: the sliders are taken hold of first.
    try student.press(size == .usual ? "down right" : "tab down right")
    #expect(student.rows.count == size.height)
    #expect(student.page.contains("off"))
    #expect(try student.value("scaled[\"cat\"]") == 6)
  }
}

private let switchLesson = """
  ---
  qkv: 1
  id: toggle
  title: Toggle
  summary: A switch.
  minutes: 1
  ---

  ```qkv scene
  axis token = the cat it
  score[token] = [1, 2, 0]
  ```

  ## One {#one}

  At first it is `=weight["cat"]`.

  ```qkv scene
  weight = softmax(scaled)
  ```

  ```qkv show
  bars weight
  ```

  ```qkv sliders
  score["cat"] from 0 to 9 step 0.5
  ```

  ```qkv switch scaled
  on: score / 2
  off: score * 3
  ```

  ```qkv goal sure
  when: weight["cat"] > 0.94
  slider: score["cat"]
  solution: scaled = off
  success: It has `=weight["cat"]` now.
  ```
  """
