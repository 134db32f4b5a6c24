import Lessons
import Progress
import Terminal
import Testing
import Text

@testable import Pages
@testable import Playground

/// A wrong number hears why it is wrong; opened again, a question has other numbers.
@Suite struct VariedQuestionTests {
  private func student() throws -> Student {
    try Student(reading: Lesson.load(text: lesson, file: "twice.md"), on: "first")
  }

  @Test func aKnownMistakeHearsItsOwnReply() throws {
    var student = try student()
    try student.press("5 enter")
    #expect(student.page.contains("Twice means times 2, not plus 2."))
    #expect(!student.page.contains("Try again."))
    try student.press("9 enter")
    #expect(student.page.contains("Try again."))
    try student.press("6 enter")
    #expect(student.page.contains("Right, 6."))
  }

  @Test func theProgressCountsWhatAWrongAnswerShows() throws {
    var student = try student()
    try student.press("5 enter 5 enter 9 enter 6 enter")
    #expect(student.model.progress.misconceptions == ["plus-for-times": 2])
    #expect(try student.outcome("double")?.isRight == true)
    #expect(try student.outcome("double")?.misconceptions == ["plus-for-times": 2])
  }

  /// Numbers that the question has drawn are not the student's change.
  @Test func itsNumbersAreNotCalledChanged() throws {
    var student = try Student(
      reading: Lesson.load(text: lesson.replacing("bars x", with: "matrix x"), file: "twice.md"),
      on: "first")
    try student.press("6 enter x x")
    #expect(try student.stepState.seed > 0)
    #expect(!student.page.contains("changed by you"))
    try student.press("right")
    #expect(student.page.contains("changed by you"))
  }

  @Test func openedAgainTheQuestionHasOtherNumbers() throws {
    var student = try student()
    #expect(student.page.contains("Double 3."))
    try student.press("6 enter right x x")
    #expect(student.notice.contains("with other numbers"))
    let number = Int(try student.value("x"))
    #expect(number != 3 && student.page.contains("Double \(number)."))
    // What is dragged changes neither the question nor its answer.
    try student.press("right right")
    #expect(student.page.contains("Double \(number)."))
    student.press(keys: Array("\(number + 2)").map(Key.character) + [.enter])
    #expect(student.page.contains("Twice means times 2"))
    try student.press("u")
    student.press(keys: Array("\(2 * number)").map(Key.character) + [.enter])
    #expect(student.page.contains("Right, \(2 * number)."))
    try student.press("x")
    #expect(Int(try student.value("x")) == number)
  }

  /// The question is about the numbers with which the step began, and so is its reply.
  @Test func theReplyKeepsTheNumbersOfTheQuestion() throws {
    var student = try student()
    try student.press("right right 6 enter")
    #expect(try student.value("x") == 5)
    #expect(student.page.contains("Right, 6."))
  }

  @Test func otherNumbersComeBack() throws {
    var student = try student()
    try student.press("6 enter x x right 1 enter")
    let line = try student.session.state.line
    var later = Student(at: Library(directory: "/nowhere"))
    later.model.progress = student.model.progress
    later.model.open(OpenedLesson(try student.session.lesson, keptAs: line, step: 1))
    #expect(try later.stepState == student.stepState)
    #expect(try later.stepState.seed == 1)
    // What is said at the foot differs: only one of them has come back.
    (student.model.notice, later.model.notice) = (nil, nil)
    #expect(later.page == student.page)
  }

  @Test func theNextNumbersAreOthersAgain() throws {
    var student = try student()
    var asked: Set<Float> = []
    for _ in 0..<4 {
      try student.press("1 enter x x")
      asked.insert(try student.value("x"))
    }
    #expect(asked.count > 2)
  }
}

private let lesson = """
  \(Twice.header)

  ```qkv scene
  x = 3
  ```

  ## First {#first}

  ```qkv show
  bars x
  ```

  ```qkv sliders
  x from 0 to 99 step 1
  ```

  \(Twice.question)

  """
