import Lessons
import Progress
import Terminal
import Testing
import Text

@testable import Pages
@testable import Playground

/// What stands at the end of a lesson.
@Suite struct ClosingPageTests {
  private let course: LessonFolder

  init() throws {
    course = try LessonFolder(["one": Self.lesson, "two": Self.next])
  }

  /// Someone who has gone through the lesson: one guess wrong, one number at the second try.
  private func finished(size: Size = .comfortable) throws -> Student {
    var student = Student(at: course.library, size: size)
    student.model.selectLesson("one")
    try student.press("enter 1 i n")
    try student.press("7 enter 8 enter n")
    return student
  }

  @Test func theEndShowsWhatWasLearnedGuessedAndNeeded() throws {
    let student = try finished()
    #expect(student.model.session == nil)
    #expect(student.notice == "lesson finished")
    let page = student.page
    for words in [
      "✓ add two numbers", "It is about sums.", "A book", "chapter 1",
      "Your guesses and the truth", "0 of 2 right at the first try", "○ it falls   ● it grows",
      "1 hint", "2 questions come back tomorrow", "2 Two  3 min", "planned 4",
    ] { #expect(page.contains(words), "\(words)") }
    #expect(page.contains("8  2 tries") && page.contains("──●──"))
  }

  @Test func enterOpensTheNextLessonAndAKeyTheMap() throws {
    var student = try finished()
    try student.press("enter")
    #expect(try student.session.lesson.id == "two")
    #expect(student.model.closing == nil)
    for key in ["q", "m"] {
      student = try finished()
      try student.press(key)
      #expect(student.model.context == .map)
    }
  }

  @Test func digitsLeadBackToStepsAndPToTheLast() throws {
    var student = try finished()
    try student.press("1")
    #expect(try student.session.step.id == "guess")
    student = try finished()
    try student.press("9")
    #expect(student.notice == "there is no such step")
    try student.press("p")
    #expect(try student.session.step.id == "hand")
  }

  @Test func aDoneLessonOpensAtItsEnd() throws {
    var student = try finished()
    try student.press("m")
    student.model.selectLesson("one")
    try student.press("enter")
    #expect(student.model.closing?.recap.id == "one")
    #expect(student.page.contains("You can now"))
  }

  @Test func theRecapIsCopiedAsMarkdown() throws {
    var student = try finished()
    try student.press("y")
    #expect(
      student.effects.contains(
        .copy(
          """
          ## One

          0 of 2 answers right at the first try, 0 minutes, 1 hint.

          - ✗ Now x is set to 4. What happens to x? You said **it falls**; it is **it grows**.
          - ✓ What is 3 and 5? You said **8** (2 tries).

          """)))
  }

  @Test(arguments: [Size.comfortable, .usual, Size(width: 40, height: 12)])
  func everyLookFits(size: Size) throws {
    var student = try finished(size: size)
    for appearance in Appearance.all {
      student.appearance = appearance
      #expect(student.rows.allSatisfy { TextWidth.width(of: $0) <= size.width })
      #expect(student.page.contains("What happens to x?"))
      #expect(student.page.contains("Two"))
    }
  }

  /// A thousand things could be wrong with one lesson's page: every lesson has one.
  @Test(arguments: shippedLibrary.course.entries.map(\.id), [Size.comfortable, .usual])
  func everyLessonHasAnEnd(id: String, size: Size) throws {
    var student = Student(at: shippedLibrary, size: size)
    let lesson = try #require(shippedLessons[id])
    for (place, step) in lesson.steps.enumerated() {
      student.model.progress.finish(step: step.id, of: id, at: student.model.now)
      for question in step.questions where question.form == .option {
        let address = BlockAddress(lesson: id, step: step.id, block: question.id)
        let guess = question.text(ofOption: place % question.options.count)
        student.model.progress.record(
          question.kind.outcome, of: address, isRight: false, guess: guess, at: student.model.now)
      }
    }
    student.model.open(OpenedLesson(lesson))
    let recap = try #require(student.model.closing?.recap)
    #expect(recap.answered.count == lesson.steps.flatMap(\.questions).count { $0.form == .option })
    #expect(student.page.contains("Your guesses and the truth"))
    #expect(student.rows.allSatisfy { TextWidth.width(of: $0) <= size.width })
  }

  private static let lesson = """
    ---
    qkv: 1
    id: one
    title: One
    summary: It is about sums.
    minutes: 4
    objectives: [add two numbers]
    further:
      - {title: A book, where: chapter 1}
    ---

    ```qkv scene
    x = 3
    ```

    ## Guess {#guess}

    ```qkv predict grows
    ask: Now x is set to 4. What happens to x?
    options: [it falls, it grows]
    right: 2
    set: x = 4
    ```

    ```qkv hint
    Look.
    ```

    ## By hand {#hand}

    ```qkv number sum
    ask: What is 3 and 5?
    answer: 8
    equals: 8 * x / x
    ```

    """

  private static let next = """
    ---
    qkv: 1
    id: two
    title: Two
    summary: The next one.
    minutes: 3
    needs: [one]
    ---

    ## Only {#only}

    Words.

    """
}
