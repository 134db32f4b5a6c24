import Lessons
import Terminal
import Testing
import Text

@testable import Pages
@testable import Playground

/// A hint comes with the question that it belongs to.
@Suite struct HintOrderTests {
  @Test func aHintWaitsForItsQuestion() throws {
    var student = try student()
    try student.press("i")
    #expect(student.page.contains("About the first."))
    #expect(student.rows.last?.contains("i hint") == false)
    try student.press("i")
    #expect(!student.page.contains("About the second."))
    #expect(student.notice == "the next hint belongs to what comes later")
    try student.press("1")
    #expect(student.rows.last?.contains("i hint") == true)
    try student.press("i")
    #expect(student.page.contains("About the second."))
  }

  @Test func whatIsAnsweredNeedsNoHint() throws {
    var student = try student()
    try student.press("1 i")
    #expect(student.page.contains("About the second."))
    #expect(!student.page.contains("About the first."))
    try student.press("2 i")
    #expect(student.page.contains("At any time."))
    #expect(!student.page.contains("About the first."))
    try student.press("i")
    #expect(student.notice == "no more hints")
  }

  @Test func whatWasPassedOverStaysSoOnReturn() throws {
    var student = try student()
    try student.press("1 i")
    let left = try student.stepState
    let saved = SavedStep(left)
    #expect(saved.skippedHints == [0])
    let back = try #require(StepState(left.step, saved))
    #expect(back.skippedHints == [0] && back.hintsShown == 2)
  }

  @Test func aHintForNothingIsAnError() throws {
    let text = Self.text.replacing("```qkv hint second", with: "```qkv hint secnd")
    let problems = try #require(throws: Diagnostics.self) {
      try Lesson.load(text: text, file: "order.md")
    }
    let words = problems.rendered()
    #expect(words.contains("waits for \"secnd\"") && words.contains("Did you mean \"second\"?"))
  }

  private func student() throws -> Student {
    try Student(reading: Lesson.load(text: Self.text, file: "order.md"), on: "ask")
  }

  private static let text = """
    ---
    qkv: 1
    id: order
    title: In order
    summary: Two questions with a hint each.
    minutes: 1
    ---

    ```qkv scene
    x = 1
    ```

    ## Ask {#ask}

    Two questions.

    ```qkv choice first
    ask: The first?
    options:
      - text: yes
        right: true
        why: So it is.
      - text: no
        why: It is not.
    ```

    ```qkv choice second
    ask: The second?
    options:
      - text: yes
        why: It is not.
      - text: no
        right: true
        why: So it is.
    ```

    ```qkv hint first
    About the first.
    ```

    ```qkv hint second
    About the second.
    ```

    ```qkv hint
    At any time.
    ```
    """
}
