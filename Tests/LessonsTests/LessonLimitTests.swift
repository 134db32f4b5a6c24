import Scenes
import Testing
import Text

@testable import Lessons

/// However much a lesson asks for, reading and checking it ends soon, with a place and a sentence.
@Suite struct LessonLimitTests {
  private func lesson(_ scene: String, _ steps: String) -> String {
    """
    ---
    qkv: 1
    id: large
    title: Large
    summary: Too much.
    minutes: 1
    ---

    ```qkv scene
    \(scene)
    ```

    \(steps)
    """
  }

  private func problems(_ text: String) throws -> [Diagnostic] {
    try #require(throws: Diagnostics.self) { try Lesson.load(text: text, file: "large.md") }.list
  }

  @Test func manyStepsOfManyNewNumbersAreRefused() throws {
    let steps = (0..<200).map { number in
      "## Step {#s\(number)}\n\n```qkv scene\nb\(number)[x] = zeros()\n```\n"
    }
    let found = try problems(lesson("axis x = 16000000", steps.joined(separator: "\n")))
    #expect(found[0].message.contains("too many numbers"))
    // Four of them are 256 MB; the fifth is one too many.
    #expect(found[0].sourceLine == "b4[x] = zeros()")
  }

  @Test func manyStepsThatReadALongSceneAgainAreRefused() throws {
    let scene = (0..<5_000).map { "a\($0) = \($0)" }.joined(separator: "\n")
    let steps = (0..<200).map { number in
      "## Step {#s\(number)}\n\n```qkv scene\nb\(number) = 1\n```\n"
    }
    let found = try problems(lesson(scene, steps.joined(separator: "\n")))
    #expect(found[0].message.contains("too many numbers"))
    #expect(found[0].location.line > 5_010)
  }

  @Test func aRunThatKeepsMillionsOfNumbersIsRefused() throws {
    let step = """
      ## Step {#s}

      ```qkv train t
      loss: sum(a * a)
      parameters: [a]
      rate: 0.1
      steps: 64
      ask: Train it.
      success: Done.
      ```
      """
    let found = try problems(lesson("axis x = 2000000\na[x] = ones()", step))
    #expect(found.contains { $0.message.contains("keep more than") && $0.location.line > 10 })
  }

  @Test func claimsThatTakeTooLongAreNotAllChecked() throws {
    // Each solution is set on a scene whose product alone takes most of what a check may take.
    let scene = """
      axis x = 1250
      a[x, x] = eye()
      b = a @ a
      s = 0
      """
    let steps = (0..<4).map { number in
      """
      ## Step {#s\(number)}

      ```qkv goal g
      ask: Move it.
      when: s > 1
      solution: [s = 2]
      success: Done.
      ```

      """
    }
    let read = try Lesson.load(text: lesson(scene, steps.joined()), file: "large.md")
    let check = LessonCheck(read)
    let late = check.problems.filter { $0.message.contains("too long to check") }
    #expect(late.count == 1)
    #expect(late[0].location.line > 30)
  }

  @Test func theShippedSizeOfThingsIsFarFromTheLimits() throws {
    let scene = try Scene([SourceText(file: "f", text: "axis x = 512\na[x, x] = eye()\nb = a @ a")])
    #expect(scene.cost.work < Limits.cost.work / 50)
    #expect(scene.cost.numbers < Limits.cost.numbers / 50)
  }
}
