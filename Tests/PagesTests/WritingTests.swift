import Lessons
import Scenes
import Terminal
import Testing
import Text

@testable import Pages
@testable import Playground

/// A student writes formulas.
@Suite struct WritingTests {
  private func student(size: Size = .comfortable, on step: String = "write") throws -> Student {
    try Student(reading: Lesson.load(text: writeLesson, file: "write.md"), on: step, size: size)
  }

  private func write(_ formula: String, _ student: inout Student) throws {
    try student.press("e ctrl-u")
    student.type(formula)
    try student.press("enter")
  }

  @Test func nothingShowsBeforeTheFormulaIsWritten() throws {
    var student = try student()
    #expect(!student.page.contains("1.15"))
    #expect(student.page.contains("scaled = …"))
    // The titles of the panels do not tell what is asked for.
    #expect(!student.page.contains("softmax"))
    #expect(try student.stepState.hiddenNames == ["scaled", "weight"])
    try student.press("w")
    #expect(student.notice.hasPrefix("write the formula first"))
  }

  @Test func aRightFormulaIsRightAndRuns() throws {
    var student = try student()
    try write("score / sqrt(size(trait))", &student)
    #expect(student.notice == "right")
    #expect(student.page.contains("Well scaled."))
    #expect(student.page.contains("scaled = score / sqrt(size(trait)) ✓"))
    #expect(try student.outcome("scaled")?.isRight == true)
    #expect(try student.outcome("scaled")?.guess == "score / sqrt(size(trait))")
    #expect(try student.stepState.openQuestion?.id == "weight")
  }

  @Test func aMistakeIsNamedAndRunsInThePictures() throws {
    var student = try student()
    try write("score", &student)
    #expect(student.page.contains("Long keys shout."))
    #expect(student.notice == "not yet: try again")
    #expect(try student.value("scaled[\"cat\",\"cat\"]") == student.value("score[\"cat\",\"cat\"]"))
    #expect(try student.outcome("scaled")?.isRight == false)
    try student.press("e")
    #expect(student.model.prompt?.text == "score")
    try student.press("escape")
    try write("score / 2", &student)
    #expect(student.page.contains("first cell that differs is"))
    #expect(try student.stepState.responses["scaled"]?.tries == 2)
  }

  /// How far the first attempt is from what was hidden would tell what that is.
  @Test func noChangeIsToldAgainstWhatWasHidden() throws {
    var student = try student()
    try write("score", &student)
    #expect(try student.stepState.previous == nil)
    try write("score / 2", &student)
    #expect(try student.stepState.previous != nil)
  }

  @Test func theExampleOfAFormulaIsNoAnswer() throws {
    var student = try student()
    try student.press("e ctrl-u")
    #expect(student.page.contains("a formula, such as A @ B"))
  }

  @Test func anErrorOfTheLanguageStaysInTheLine() throws {
    var student = try student()
    try write("scor / 2", &student)
    #expect(student.model.prompt?.text == "scor / 2")
    #expect(student.model.prompt?.line.cursor == 0)
    #expect(student.page.contains("^"))
    #expect(student.page.contains("score"))
    #expect(try student.outcome("scaled") == nil)
    try student.press("ctrl-e ctrl-u")
    student.type("Q @ K.T / sqrt(size(trait))")
    try student.press("enter")
    #expect(student.notice == "right")
  }

  @Test func undoBringsTheFormulaBeforeBack() throws {
    var student = try student()
    try write("score", &student)
    try write("score / 2", &student)
    let halved = try student.value("scaled[\"cat\",\"cat\"]")
    try student.press("u")
    #expect(try student.value("scaled[\"cat\",\"cat\"]") == 2 * halved)
    #expect(try student.stepState.step.formulas == ["scaled": "score"])
    try student.press("U")
    #expect(try student.value("scaled[\"cat\",\"cat\"]") == halved)
  }

  @Test func whatWasDraggedStaysWhenAFormulaIsWritten() throws {
    var student = try student()
    try student.press("= 3 enter")
    #expect(try student.value("X[\"cat\",\"noun\"]") == 3)
    try write("score / 2", &student)
    #expect(try student.value("X[\"cat\",\"noun\"]") == 3)
    #expect(
      try student.value("score[\"cat\",\"cat\"]") == 2 * student.value("scaled[\"cat\",\"cat\"]"))
    try student.press("right")
    #expect(
      try student.value("score[\"cat\",\"cat\"]") == 2 * student.value("scaled[\"cat\",\"cat\"]"))
  }

  @Test func aStepIsKeptWithItsFormulas() throws {
    var student = try student()
    try write("score", &student)
    try student.press("right")
    try write("score / sqrt(size(trait))", &student)
    try student.press("right")
    let session = try student.session
    let reopened = try student.reopened()
    #expect(reopened.stepState.scene == session.stepState.scene)
    #expect(reopened.stepState.step.formulas == session.stepState.step.formulas)
    #expect(reopened.stepState.past == session.stepState.past)
    #expect(reopened.stepState.responses == session.stepState.responses)
  }

  @Test func aFormulaIsRememberedByTheProgress() throws {
    var student = try student()
    try write("Q @ K.T / sqrt(size(trait))", &student)
    student.model.open(try student.session.lesson, step: 0)
    #expect(student.page.contains("scaled = Q @ K.T / sqrt(size(trait)) ✓"))
    #expect(try student.stepState.step.formulas["scaled"] == "Q @ K.T / sqrt(size(trait))")
  }

  @Test func aBrokenFormulaRunsUntilItIsMended() throws {
    var student = try student(on: "mend")
    #expect(student.page.contains("weight = softmax(scaled.T).T"))
    #expect(student.rows.contains { $0.contains("○ each row sums to 1") })
    try student.press("e")
    #expect(student.model.prompt?.text == "softmax(scaled.T).T")
    try student.press("ctrl-u")
    student.type("softmax(scaled)")
    try student.press("enter")
    #expect(student.notice == "right")
    #expect(student.rows.contains { $0.contains("✓ each row sums to 1") })
  }

  @Test(arguments: [Size.usual, Size(width: 40, height: 12)])
  func itCanBeWrittenOnSmallPages(size: Size) throws {
    var student = try student(size: size)
    try write("score / 2", &student)
    try write("scor", &student)
    #expect(student.rows.count == size.height)
    try student.press("ctrl-e ctrl-u")
    student.type("score / sqrt(size(trait))")
    try student.press("enter")
    #expect(try student.outcome("scaled")?.isRight == true)
  }

  @Test func theVoiceTellsWhatIsWrong() throws {
    var student = try student()
    try write("score / 2", &student)
    let state = try student.stepState
    #expect(state.script.map(state.words).joined().contains("first cell that differs"))
    try write("score", &student)
    let mistaken = try student.stepState
    #expect(mistaken.script.map(mistaken.words).joined().contains("Long keys shout."))
  }
}

private let writeLesson = """
  ---
  qkv: 1
  id: write
  title: Write
  summary: Formulas to write.
  minutes: 1
  ---

  ```qkv scene
  axis token = the cat it
  axis feature = noun animal
  axis trait = 3
  X[token, feature] = [[0, 1], [1, 1], [0.5, 1]]
  W_q[feature, trait] = [[1, 0, 2], [0.5, 1, 0]]
  W_k[feature, trait] = [[0, 1, 1], [1, 0.5, 0]]
  Q = X @ W_q
  K = X @ W_k
  score = Q @ K.T
  ```

  ## Write {#write}

  ```qkv show
  matrix scaled | matrix weight
  ```

  ```qkv sliders
  X["cat"] from -4 to 4 step 0.5
  ```

  ```qkv write scaled
  ask: Scale the scores.
  name: scaled
  answer: score / sqrt(size(trait))
  mistakes:
    - {equals: score, misconception: no scale, say: Long keys shout.}
  right: Well scaled.
  ```

  ```qkv write weight
  ask: Now the weights.
  name: weight
  answer: softmax(scaled)
  ```

  ## Mend {#mend}

  ```qkv show
  matrix weight
  ```

  ```qkv write weight
  ask: The columns sum to 1. Mend it.
  name: weight
  from: softmax(scaled.T).T
  answer: softmax(scaled)
  checks:
    - {say: each row sums to 1, when: 'abs(sum(weight["it"]) - 1) < 0.001'}
  ```
  """
