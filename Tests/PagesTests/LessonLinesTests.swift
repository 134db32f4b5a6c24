import Lessons
import Scenes
import Terminal
import Testing

@testable import Pages
@testable import Playground

/// What a lesson says about itself, and to its instructor.
@Suite struct LessonLinesTests {
  private func student(on step: String, size: Size = .comfortable) throws -> Student {
    try Student(reading: Lesson.load(text: framedLesson, file: "framed.md"), on: step, size: size)
  }

  @Test func theIntroductionOpensTheLesson() throws {
    let page = try student(on: "first").page
    #expect(page.contains("A hook for whoever opens it."))
    #expect(try !student(on: "last").page.contains("A hook"))
  }

  @Test func whereRoomIsShortTheStepComesFirst() throws {
    let student = try student(on: "first", size: .usual)
    #expect(!student.page.contains("A hook") && student.page.contains("First"))
  }

  @Test(arguments: [Size.comfortable, .usual, Size(width: 40, height: 12)])
  func theReadingsEndTheLesson(size: Size) throws {
    let student = try student(on: "last", size: size)
    #expect(student.page.contains("Read on"))
    #expect(student.page.contains("A paper"))
  }

  @Test func theReadingsWaitForTheQuestion() throws {
    var student = try student(on: "last")
    #expect(student.page.contains("A paper, section 3"))
    let asked =
      framedLesson + """

        ```qkv choice well
        ask: Well?
        options:
          - {text: Yes, right: true, why: So it is.}
          - {text: No, why: No.}
        ```
        """
    student = try Student(reading: Lesson.load(text: asked, file: "framed.md"), on: "last")
    #expect(!student.page.contains("A paper"))
    try student.press("1")
    #expect(student.page.contains("A paper"))
  }

  @Test func aKeyTellsWhatTheLessonIsAbout() throws {
    var student = try student(on: "last", size: .usual)
    try student.press("A")
    for words in ["One sentence.", "A hook", "see the frame", "A paper, section 3", "3 minutes"] {
      #expect(student.page.contains(words), "\(words)")
    }
    try student.press("q")
    #expect(!student.page.contains("One sentence."))
  }

  @Test func onlyAKeyShowsTheNotes() throws {
    var student = try student(on: "first")
    #expect(!student.page.contains("Count to five"))
    try student.press("I")
    #expect(student.page.contains("Count to five before 2 is said."))
    #expect(student.page.contains("planned for this step: 2 minutes"))
    try student.press("q n I")
    #expect(student.notice == "this step has no notes for the instructor")
    try student.press("?")
    #expect(student.page.contains("the instructor's notes on this step"))
  }

  @Test func thePlaygroundHasNeither() throws {
    var student = Student(at: Library(directory: "/nowhere"))
    student.update(.go(.playground))
    try student.press("A")
    #expect(student.notice == "there is no lesson here")
  }
}

private let framedLesson = """
  ---
  qkv: 1
  id: framed
  title: Framed
  summary: One sentence.
  minutes: 3
  objectives: [see the frame]
  further:
    - title: A paper
      where: section 3
      url: https://example.org
  ---

  A hook for whoever opens it.

  ```qkv scene
  axis dish = soup cake
  score[dish] = [2, 1]
  ```

  ## First {#first}

  Look at it.

  ```qkv show
  bars score
  ```

  ```qkv notes
  minutes: 2
  Count to five before `=score["soup"]` is said.
  ```

  ## Last {#last}

  The end.

  ```qkv show
  bars score
  ```
  """
