import Lessons
import Scenes
import Terminal
import Testing
import Text

@testable import Pages
@testable import Playground

/// A | B: one state of a step kept beside what is dragged from there on.
@Suite struct ComparisonTests {
  private func student(size: Size = .comfortable) throws -> Student {
    try Student(reading: Lesson.load(text: pairLesson, file: "pair.md"), on: "one", size: size)
  }

  @Test func aStandsStillWhileBIsDragged() throws {
    var student = try student()
    let before = try student.value("weight[\"cat\"]")
    try student.press("b right right")
    let kept = try #require(try student.stepState.keptState)
    let weight = try #require(kept.panels.last).subjects[0]
    #expect(kept.scene.values(of: weight).elements[1] == before)
    #expect(try student.value("weight[\"cat\"]") > before)
    #expect(student.page.contains("A  weight") && student.page.contains("B  weight"))
    // .33 stays beside .58, which is told against it.
    #expect(student.page.contains(".33") && student.page.contains(".58"))
    #expect(student.page.contains("+.24"))
  }

  @Test func theSameKeyLaysAAside() throws {
    var student = try student()
    let alone = student.page
    try student.press("b")
    #expect(student.page.contains("A  weight"))
    #expect(student.notice.contains("b lays A aside"))
    try student.press("b")
    #expect(student.notice == "A is laid aside")
    try student.press("b esc")
    #expect(!student.page.contains("A  weight"))
    #expect(
      student.rows.dropLast(2)
        == alone.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast(
          2))
  }

  /// Whatever number of keys a drag has, it is told against A.
  @Test func changesAreToldAgainstA() throws {
    var student = try student()
    try student.press("right b right right right")
    #expect(
      student.rows.contains { $0.contains("cat") && $0.contains("2.00") && $0.contains("+1.50") })
  }

  @Test func barsOfAAndBShareOneScale() throws {
    var student = try student()
    try student.press("b = 8 enter")
    func limits() throws -> [ClosedRange<Float>?] {
      let state = try student.stepState
      return [state.scale(of: 0), try #require(state.keptState).scale(of: 0)]
    }
    let (b, a) = (try limits()[0], try limits()[1])
    #expect(a == b && a?.upperBound == 8)
  }

  @Test func aVersionOfAFormulaStandsBesideAnother() throws {
    var student = try student()
    try student.press("right right b down right")
    let a = try #require(try student.stepState.keptState)
    #expect(a.step.formulas == [:])
    #expect(try student.stepState.step.formulas == ["scaled": "score * 3"])
    let shown = try #require(a.panels.last).subjects[0]
    let before = a.scene.values(of: shown).elements[1]
    #expect(try student.value("weight[\"cat\"]") > before)
    let previous = try #require(try student.stepState.previous)
    let own = try #require(try student.stepState.panels.last).subjects[0]
    #expect(previous.values(of: own).elements[1] == before)
  }

  @Test func theTextHasBoth() throws {
    var student = try student()
    try student.press("b right right tab tab v")
    #expect(student.page.contains("A | B: weight"))
    #expect(student.rows.contains { $0.contains(" A ") && $0.contains("0.33") })
    #expect(student.rows.contains { $0.contains(" B ") && $0.contains("0.57") })
  }

  @Test func aIsKeptInTheState() throws {
    var student = try student()
    try student.press("right b right down right")
    let session = try student.session
    let reopened = try student.reopened()
    #expect(reopened.stepState.kept == session.stepState.kept)
    #expect(reopened.stepState.scene == session.stepState.scene)
    student.model.session = reopened
    #expect(student.page.contains("A  weight"))
  }

  @Test func undoAndResetLeaveAAlone() throws {
    var student = try student()
    try student.press("right b right u u x")
    #expect(try student.value("score[\"cat\"]") == 0)
    #expect(student.page.contains("A  weight"))
  }

  /// Whatever is hidden stays so in A.
  @Test func theVeilCoversA() throws {
    var student = try Student(on: "ask")
    try student.press("b")
    let state = try student.stepState
    func numbers(of panel: Int) -> Set<String> {
      let values = state.scene.values(of: state.panels[panel].subjects[0])
      return Set(values.elements.map(student.appearance.number))
    }
    // The table of X may show the same digits.
    let hidden = numbers(of: 1).subtracting(numbers(of: 0))
    #expect(!hidden.isEmpty)
    for number in hidden { #expect(!student.page.contains(number), "\(number)") }
    #expect(student.page.contains("hidden until you answer"))
  }

  @Test(arguments: [Size.comfortable, .usual, Size(width: 40, height: 12)])
  func everyPageShowsWhatChanged(size: Size) throws {
    var student = try student(size: size)
    try student.press("b right right tab tab")
    #expect(student.rows.count == size.height)
    let page = student.page
    #expect(page.contains("B  weight") && page.contains(".58"))
    #expect(page.contains("+.24") || page.contains("A  weight"))
  }

  @Test func thePlaygroundComparesToo() throws {
    var student = Student(at: Library(directory: "/nowhere"))
    student.update(.go(.playground))
    try student.press("b right right right right")
    #expect(student.page.contains("A  output") && student.page.contains("B  output"))
  }
}

private let pairLesson = """
  ---
  qkv: 1
  id: pair
  title: Pair
  summary: Two states.
  minutes: 1
  ---

  ```qkv scene
  axis token = the cat it
  score[token] = [0, 0, 0]
  ```

  ## One {#one}

  ```qkv scene
  weight = softmax(scaled)
  ```

  ```qkv show
  bars score*1
  bars weight
  ```

  ```qkv sliders
  score["cat"] from 0 to 9 step 0.5
  ```

  ```qkv switch scaled
  on: score * 1
  off: score * 3
  ```
  """
