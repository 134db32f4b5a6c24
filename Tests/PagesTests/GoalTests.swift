import Lessons
import Progress
import Terminal
import Testing

@testable import Pages
@testable import Playground

/// What is said about a goal that was reached, in this session or an earlier one.
@Suite struct GoalTests {
  @Test func aGoalReachedNowTellsItsNumbers() throws {
    let student = try student(afterwards: false)
    #expect(student.page.contains("You made it 2.05."))
    #expect(!student.page.contains("reached before"))
  }

  @Test func aGoalReachedInAnEarlierSessionSaysWhoseNumbersItHas() throws {
    let student = try student(afterwards: true)
    #expect(student.page.contains("✓ Make it two."))
    #expect(student.page.contains("reached before; the lesson's solution"))
    #expect(student.page.contains("You made it 2.10."))
    #expect(try student.stepState.openTasks == [])
  }

  @Test func aGoalReachedOnceMoreHasItsOwnNumbersAgain() throws {
    var student = try student(afterwards: true)
    try student.press("= 1 . 9 5 enter")
    #expect(student.notice == "goal reached: Make it two.")
    #expect(student.page.contains("You made it 1.95."))
    #expect(!student.page.contains("reached before"))
  }

  @Test func wordsWithoutNumbersNeedNoReserve() throws {
    var student = try Student()
    try student.press("2 L 0")
    #expect(student.page.contains("It found the cat."))
    student.model.open(try student.session.lesson, step: 0)
    #expect(student.page.contains("reached before. It found the cat."))
  }

  /// A run that came about before begins again as noise, and so do its words.
  @Test func aRunOfAnEarlierSessionSaysWhoseNumbersItHas() throws {
    var student = try Place(lesson: "learning", step: "noise").student(size: .comfortable)
    let address = BlockAddress(lesson: "learning", step: "noise", block: "first-run")
    student.model.progress.record(.goal, of: address, isRight: true, at: student.model.now)
    student.model.open(try student.session.lesson, step: 0)
    try student.press("1")
    #expect(student.page.contains("reached before; the lesson's solution"))
    try student.press("r")
    while student.model.isPlaying {
      student.send(.tick)
    }
    #expect(student.notice.hasPrefix("trained in"))
    #expect(!student.page.contains("reached before"))
  }

  /// In front of a goal that has just been reached, or that was reached in an earlier session.
  private func student(afterwards: Bool) throws -> Student {
    let lesson = try Lesson.load(text: twoLesson, file: "two.md")
    var student = try Student(reading: lesson, on: "two")
    try student.press("= 2 . 0 5 enter")
    if afterwards { student.model.open(lesson, step: 0) }
    return student
  }
}

private let twoLesson = """
  ---
  qkv: 1
  id: two
  title: Two
  summary: A goal whose success names a number.
  minutes: 1
  ---

  ```qkv scene
  axis side = left right
  X[side] = [0, 1]
  ```

  ## Two {#two}

  ```qkv show
  bars X
  ```

  ```qkv sliders
  X from 0 to 3 step 0.1
  ```

  ```qkv goal make
  ask: Make it two.
  when: abs(X["left"] - 2) < 0.15
  solution: X["left"] = 2.1
  success: |
    You made it `=X["left"]`.
  ```
  """
