import Lessons
import Terminal
import Testing

@testable import Pages
@testable import Playground

/// What waits in a step comes before what stands below it, and never keeps back what stands above.
@Suite struct FirstThingsFirstTests {
  private func student(on step: String) throws -> Student {
    try Student(reading: Lesson.load(text: lesson, file: "first.md"), on: step)
  }

  @Test func aPredictionBelowAnOpenGoalLocksNoSlider() throws {
    var student = try student(on: "goal")
    try student.press("= 2 enter")
    #expect(try student.outcome("raise")?.isRight == true)
    try student.press("right")
    #expect(student.notice.hasPrefix("guess first"))
  }

  @Test func aRunWaitsForTheQuestionAboveIt() throws {
    var student = try student(on: "asked")
    try student.press("r")
    #expect(student.notice.hasPrefix("answer first"))
    #expect(try student.stepState.run == nil)
    try student.press("1 r")
    student.tick(400)
    #expect(try student.outcome("look")?.isRight == true)
  }

  @Test func aRunWaitsForWhatIsToBeRead() throws {
    var student = try student(on: "told")
    try student.press("r")
    #expect(student.notice == "read on first: space")
    #expect(try student.stepState.run == nil)
    try student.press("space r")
    #expect(try student.stepState.run != nil)
  }
}

private let lesson = """
  ---
  qkv: 1
  id: first
  title: First
  summary: One after another.
  minutes: 1
  ---

  ```qkv scene
  axis token = the cat
  score[token] = [0, 0]
  weight = softmax(score)
  loss = -log(weight["cat"])
  ```

  ## Goal {#goal}

  ```qkv sliders
  score["cat"] from -4 to 4 step 0.5
  ```

  ```qkv goal raise
  ask: Raise it.
  when: weight["cat"] > 0.8
  solution:
    - score["cat"] = 2
  success: Raised.
  ```

  ```qkv predict grow
  ask: Which is larger?
  among: [the, cat]
  largest: weight
  ```

  ## Asked {#asked}

  ```qkv choice why
  ask: Who tells the numbers?
  options:
    - {text: Nobody., right: true, why: So it is.}
    - {text: You., why: You only start the run.}
  ```

  ```qkv train look
  loss: loss
  parameters: [score]
  rate: 0.5
  steps: 100
  until: weight["cat"] > 0.9
  success: It has found the cat.
  ```

  ## Told {#told}

  A word before.

  ```qkv pause
  ```

  ```qkv train look
  loss: loss
  parameters: [score]
  rate: 0.5
  steps: 100
  until: weight["cat"] > 0.9
  success: It has found the cat.
  ```
  """
