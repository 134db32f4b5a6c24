import Lessons
import Scenes
import Terminal
import Testing
import Text

@testable import Pages
@testable import Playground

/// How much a number moves with each slider, and with each number of an input.
@Suite struct SlopeTests {
  @Test func theSlopesOfTheGoalsNumberStandBesideTheSliders() throws {
    var student = try student()
    try student.press("d")
    let truth = try gradient(student, of: "weight[\"it\",\"cat\"]")
    let entry = try entry(student, "X[\"it\",\"noun\"]")
    let slope = try #require(truth[entry.node]?.elements[entry.index])
    let row = try #require(student.rows.first { $0.contains("▸ noun") })
    #expect(row.contains("∂ \(slope > 0 ? "+" : "−")\(NumberFormat.cell(abs(slope)))"))
    #expect(student.page.contains("∂ weight[\"it\",\"cat\"]"))
    try student.press("d")
    #expect(!student.rows.contains { $0.contains("▸ noun") && $0.contains("∂") })
  }

  @Test func theNumberInHandComesBeforeTheGoals() throws {
    var student = try student()
    try student.press("2 down right d")
    #expect(student.page.contains("∂ weight[\"cat\",\"cat\"]"))
    try student.press("right d")
    #expect(student.page.contains("∂ weight[\"cat\",\"it\"]"))
  }

  @Test func onTheSlidersTheSameKeyEndsThemWhoseverTheyAre() throws {
    var student = try student()
    try student.press("2 down right d")
    #expect(student.page.contains("∂ weight[\"cat\",\"cat\"]"))
    student.model.session?.stepState.focus = .sliders
    try student.press("d")
    #expect(try student.stepState.sloped == nil)
    #expect(!student.page.contains("∂ weight[\"cat\",\"cat\"]"))
  }

  @Test func slopesFollowTheDrag() throws {
    var student = try student()
    try student.press("d")
    let before = try #require(student.rows.first { $0.contains("▸ noun") })
    try student.press("L")
    let after = try #require(student.rows.first { $0.contains("▸ noun") })
    #expect(before.suffix(8) != after.suffix(8))
  }

  @Test func beforeAGuessThereAreNoSlopes() throws {
    var student = try Student()
    try student.press("d")
    #expect(student.notice.hasPrefix("guess first"))
    #expect(try student.stepState.sloped == nil)
  }

  @Test func theGradientPanelHoldsTheGradient() throws {
    let student = try student()
    let stepState = try student.stepState
    let truth = try gradient(student, of: "weight[\"it\",\"cat\"]")
    let panel = stepState.panels[2]
    #expect(stepState.values(of: panel) == truth[panel.table])
    #expect(student.page.contains("∂ weight[ it , cat ] / ∂ X"))
    let text = try #require(stepState.plainText(of: 2))
    #expect(text.title == "∂ weight[\"it\",\"cat\"] / ∂ X" && text.rows.count == 3)
  }

  @Test func aDerivativeSaysWhyAndLeadsToTheNumberItself() throws {
    var student = try student()
    try student.press("3 down down enter")
    #expect(student.page.contains("why is  ∂ weight[\"it\",\"cat\"] / ∂ X[\"it\",\"noun\"]"))
    #expect(student.page.contains("score[\"it\",\"cat\"]"))
    for _ in 0..<6 { try student.press("enter") }
    #expect(student.page.contains("This is the number itself"))
    try student.press("backspace")
    #expect(!student.page.contains("This is the number itself"))
  }

  @Test func anInputIsDraggedWhereItsGradientStands() throws {
    var student = try student()
    let before = try student.value("X[\"it\",\"noun\"]")
    try student.press("3 down down +")
    #expect(try student.value("X[\"it\",\"noun\"]") > before)
  }

  private func entry(_ student: Student, _ text: String) throws -> Entry {
    try student.stepState.scene.entry(SourceText(file: "test", text: text))
  }

  private func gradient(_ student: Student, of text: String) throws -> Gradient {
    try student.stepState.scene.gradient(of: entry(student, text))
  }

  private func student() throws -> Student {
    try Student(reading: Lesson.load(text: slopeText, file: "slope.md"), on: "drag")
  }
}

private let slopeText = """
  ---
  qkv: 1
  id: slope
  title: Slopes
  summary: What moves what.
  minutes: 1
  ---

  ```qkv scene
  axis token = the cat it
  axis feature = noun animal

  X[token, feature] = [[0.5, 0.25], [1, 0.9], [0.1, 0.4]]
  score = X @ X.T
  weight = softmax(score)
  ```

  ## Drag {#drag}

  ```qkv show
  matrix X | matrix weight
  gradient weight["it","cat"] over=X
  ```

  ```qkv sliders
  X["it"] from -2 to 2 step 0.1
  ```

  ```qkv goal look
  when: weight["it","cat"] > 0.8
  solution: X["it","noun"] = 2
  ```
  """
