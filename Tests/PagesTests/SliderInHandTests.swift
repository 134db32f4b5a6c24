import Lessons
import Scenes
import Terminal
import Testing
import Text

@testable import Pages
@testable import Playground

/// The slider that a question or a goal is about is the one in hand.
@Suite struct SliderInHandTests {
  private func student(on step: String, _ text: String = handLesson) throws -> Student {
    try Student(reading: Lesson.load(text: text, file: "hand.md"), on: step)
  }

  private func label(_ student: Student) throws -> String? {
    try student.stepState.sliderInHand?.label
  }

  @Test func aQuestionTakesUpWhatItsAnswerMoves() throws {
    #expect(try label(student(on: "moved")) == "cake")
  }

  @Test func aQuestionTakesUpWhatItNames() throws {
    #expect(try label(student(on: "named")) == "bread")
  }

  @Test func theAuthorHasTheLastWord() throws {
    let text = handLesson.replacing(
      "set: score[\"cake\"] = 1", with: "set: score[\"cake\"] = 1\nslider: times")
    #expect(try label(student(on: "moved", text)) == "times")
  }

  @Test func aGoalTakesUpWhatItMeasures() throws {
    #expect(try label(student(on: "measured")) == "times")
  }

  @Test func whereNothingIsNamedTheFirstIsInHand() throws {
    #expect(try label(student(on: "silent")) == "soup")
  }

  @Test func whatComesIntoViewAfterAnAnswerIsTakenUp() throws {
    var student = try student(on: "both")
    #expect(try label(student) == "cake")
    try student.press("1")
    #expect(try label(student) == "bread")
  }

  @Test func theHandKeepsItsSliderWhileItDrags() throws {
    var student = try student(on: "two")
    #expect(try label(student) == "cake")
    try student.press("up")
    #expect(try label(student) == "soup")
    // The first goal is reached on the way; the second, which is about bread, has been in view.
    try student.press("right right right right right right")
    #expect(try student.stepState.reachedGoals.count == 1)
    #expect(try label(student) == "soup")
    try student.press("u U")
    #expect(try label(student) == "soup")
  }

  @Test func theSliderInHandIsKept() throws {
    var student = try student(on: "both")
    try student.press("1 up right")
    let session = try student.session
    let reopened = try student.reopened()
    #expect(reopened.stepState.selectedSlider == session.stepState.selectedSlider)
    #expect(reopened.stepState == session.stepState)
  }

  @Test func aSliderThatTheStepLacksIsFound() throws {
    let text = handLesson.replacing("easy: meant", with: "easy: meant\nslider: tims")
    let problems = try LessonCheck(Lesson.load(text: text, file: "hand.md")).problems
    #expect(problems.map(\.message) == ["The step has no slider tims."])
    #expect(problems.map(\.suggestion) == ["Did you mean times?"])
    #expect(problems.map(\.sourceLine) == ["slider: tims"])
  }
}

private let handLesson = """
  ---
  qkv: 1
  id: hand
  title: In hand
  summary: Which slider is in hand.
  minutes: 1
  ---

  ```qkv scene
  axis dish = soup cake bread
  score[dish] = [0, 0, 0]
  times = 1
  weight = softmax(times * score)
  ```

  ## Moved {#moved}

  ```qkv sliders
  score from -3 to 3 step 0.5
  times from 0 to 4
  ```

  ```qkv predict grow
  ask: What happens to `bread`?
  sign: weight["bread"]
  set: score["cake"] = 1
  ```

  ## Named {#named}

  ```qkv sliders
  score from -3 to 3 step 0.5
  ```

  ```qkv choice name
  ask: Which way does *bread* have to go?
  options:
    - {text: Up, right: true, why: So it is.}
    - {text: Down, why: No.}
  ```

  ## Measured {#measured}

  ```qkv sliders
  score from -3 to 3 step 0.5
  times from 0 to 4
  ```

  ```qkv goal large
  when: times > 3
  solution: times = 4
  easy: meant
  ```

  ## Silent {#silent}

  ```qkv sliders
  score from -3 to 3 step 0.5
  ```

  ```qkv goal half
  when: weight["bread"] > 0.6
  solution: score["bread"] = 3
  ```

  ## Both {#both}

  ```qkv sliders
  score from -3 to 3 step 0.5
  ```

  ```qkv predict grow
  ask: What happens to its share?
  sign: weight["cake"]
  set: score["cake"] = 1
  ```

  ```qkv goal half
  ask: Serve `bread`.
  when: weight["bread"] > 0.6
  solution: score["bread"] = 3
  ```

  ## Two {#two}

  ```qkv sliders
  score from -3 to 3 step 0.5
  ```

  ```qkv goal first
  ask: Serve soup, not `cake`.
  when: weight["soup"] > 0.6
  solution: score["soup"] = 3
  ```

  ```qkv goal second
  ask: Serve `bread`.
  when: weight["bread"] > 0.6
  solution: score["bread"] = 3
  ```
  """
