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
    #expect(late[0].location.line > 25)
  }

  @Test func stepsThatHoldALongSceneAgainAreRefused() throws {
    let scene = (0..<5_000).map { "a\($0) = \($0)" }.joined(separator: "\n")
    let steps = (0..<200).map { "## Step {#s\($0)}\n\n`=a1 * \($0)`\n" }
    let found = try problems(lesson(scene, steps.joined(separator: "\n")))
    #expect(found[0].message.contains("too many numbers"))
    #expect(found[0].location.line > 5_010 && found[0].sourceLine.hasPrefix("`=a1"))
  }

  @Test func manyExpressionsOnALongSceneAreRefused() throws {
    let scene = (0..<8_500).map { "a\($0) = \($0)" }.joined(separator: "\n")
    let step = "## Step {#s}\n\n" + (0..<1_300).map { "`=a\($0)*2`" }.joined(separator: " ")
    let found = try problems(lesson(scene, step))
    #expect(found[0].message.contains("take too long"))
  }

  @Test func sizesThatMakeASceneHugeAreTriedOnlyForAWhile() throws {
    let scene =
      "axis x = 3\na[x, x] = randn(seed: 1)\n"
      + (0..<20).map { "b\($0) = a @ a" }.joined(separator: "\n")
    let steps = (0..<200).map { number in
      "## Step {#s\(number)}\n\n```qkv sliders\nsize(x) from 1 to 600 step 1\n```\n"
    }
    let read = try Lesson.load(
      text: lesson(scene, steps.joined(separator: "\n")), file: "large.md")
    let time = ContinuousClock().measure { _ = LessonCheck(read) }
    #expect(time < .seconds(10))
  }

  @Test func theShippedSizeOfThingsIsFarFromTheLimits() throws {
    let scene = try Scene([SourceText(file: "f", text: "axis x = 512\na[x, x] = eye()\nb = a @ a")])
    #expect(scene.cost.work < Limits.cost.work / 50)
    #expect(scene.cost.numbers < Limits.cost.numbers / 50)
  }
}
