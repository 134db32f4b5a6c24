import Lessons
import Scenes
import Terminal
import Testing
import Text

@testable import Pages
@testable import Playground

/// What a question hides is nowhere to be seen until it is answered.
@Suite struct VeilTests {
  private static let sizes = [Size.comfortable, .usual, Size(width: 40, height: 12)]

  /// Keys that show everything there is to show.
  private static let curiosity = [
    "", "z", "tab", "tab tab", "tab tab tab", "tab z", "tab tab z", "tab tab tab z",
    "tab v", "tab tab v", "tab tab tab v", "tab y", "tab tab y", "tab tab tab y",
    "tab enter", "tab tab enter", "tab tab tab enter", "tab tab down down right enter",
    "tab tab tab down enter", "tab enter enter", "i", "i i", "s", "s s", "c", "u", "x", "a", "?",
    "tab tab y v", "/", ":", "t", "t t t",
  ]

  @Test(arguments: curiosity, sizes)
  func aHiddenWeightIsNowhere(keys: String, size: Size) throws {
    var student = try Student(on: "ask", size: size)
    let hidden = try digits(of: "weight", student)
    #expect(hidden.count >= 4)
    try student.press(keys)
    try #require(student.stepState.openQuestion != nil)
    for number in hidden { #expect(!shown(by: student).contains(number), "\(number)") }
  }

  @Test(arguments: curiosity, sizes)
  func aHiddenScoreIsNowhere(keys: String, size: Size) throws {
    var student = try Student(on: "hand", size: size)
    let hidden = try digits(of: "score", student)
    #expect(hidden.contains("2.90"))
    try student.press(keys)
    try #require(student.stepState.openQuestion != nil)
    for number in hidden { #expect(!shown(by: student).contains(number), "\(number)") }
    #expect(!shown(by: student).contains("2.9"))
  }

  /// What the tests above do not find would be found if it were there.
  @Test(arguments: [("ask", "2", "weight"), ("hand", ". 6 enter", "score")])
  func theSameKeysShowEveryNumberOnceTheQuestionIsAnswered(
    step: String, answer: String, name: String
  ) throws {
    for keys in ["", "tab tab y", "tab tab tab v"] {
      var student = try Student(on: step)
      #expect(student.page.contains("hidden until you answer"))
      try student.press(answer)
      let numbers = try digits(of: name, student)
      #expect(numbers.count >= 3)
      try student.press(keys)
      let page = shown(by: student)
      #expect(numbers.contains { page.contains($0) }, "\(keys)\n\(page)")
    }
  }

  @Test func whatIsMadeOfAHiddenNumberDoesNotTellIt() throws {
    let text = walkLesson.replacing("matrix score", with: "matrix weight\nbars score[\"cat\"]")
    let lesson = try Lesson.load(text: text, file: "walk.md")
    for keys in ["", "tab tab enter", "tab tab enter enter", "tab tab tab v", "tab tab tab y"] {
      var student = try Student(reading: lesson, on: "hand")
      try student.press("tab")
      try student.press(keys)
      #expect(!shown(by: student).contains("2.9"), "\(keys)")
    }
  }

  @Test func aHiddenVectorHasNoArrow() throws {
    let text = walkLesson.replacing("matrix score", with: "plane score x=the y=cat")
    let lesson = try Lesson.load(text: text, file: "walk.md")
    var student = try Student(reading: lesson, on: "hand")
    try student.press("tab tab tab ]")
    let veiled = student.page
    try student.press("esc . 6 enter")
    #expect(!veiled.contains("2.9"))
    #expect(student.page.contains("2.9"))
  }

  @Test func whatIsNotHiddenKeepsItsArrowBesideAHiddenOne() throws {
    var student = try Student(reading: .load(text: mixture, file: "mixture.md"), on: "mixture")
    func plane() throws -> PlaneView {
      PanelContent(stepState: try student.stepState, index: 0, appearance: Appearance()).plane
    }
    let before = try plane()
    #expect(before.vectors.map(\.name) == ["bank", "bank_by_river", "bank_by_loan"])
    #expect(before.vectors.map(\.x.isFinite) == [true, false, false])
    #expect(!before.isMeasured)
    try student.press("4 enter")
    #expect(try plane().vectors.map(\.x) == [3, 1.5, 4])
  }

  /// One row of a table is hidden, and the others are shown.
  @Test func aRowIsHiddenAlone() throws {
    let text = walkLesson.replacing("hide: [score]", with: "hide: ['score[\"it\"]']")
    var student = try Student(reading: Lesson.load(text: text, file: "walk.md"), on: "hand")
    #expect(student.page.contains("2.90") && !student.page.contains("hidden until you answer"))
    #expect(student.page.contains("··"))
    try student.press("tab tab tab v")
    #expect(student.page.contains("hidden"))
    try student.press("esc . 6 enter")
    #expect(!student.page.contains("··"))
  }

  /// One of several bars is hidden, and the others are shown.
  @Test func aBarIsHiddenAlone() throws {
    let text = walkLesson.replacing("hide: [score]", with: "hide: ['score[\"it\",\"cat\"]']")
      .replacing("matrix score", with: "bars score[\"it\",\"cat\"], score[\"cat\",\"cat\"]")
    var student = try Student(reading: Lesson.load(text: text, file: "walk.md"), on: "hand")
    #expect(student.page.contains("2.90") && !student.page.contains("hidden until you answer"))
    #expect(!student.page.contains(".60"))
    try student.press("tab tab tab v")
    #expect(student.page.contains("2.9") && student.page.contains("hidden"))
    #expect(!student.page.contains("0.6"))
  }

  /// The sentence in place of the numbers is not read as one with the names of the rows.
  @Test(arguments: 26...50)
  func theSentenceKeepsClearOfLabels(width: Int) throws {
    let names = ["a", "a rather long name"]
    var buffer = Buffer(size: Size(width: width, height: 5))
    for (row, name) in names.enumerated() {
      buffer.write(name, at: Point(x: 0, y: 1 + row), style: Style())
      buffer.write("··", at: Point(x: name.count + 1, y: 1 + row), style: Style())
    }
    VeilNote(appearance: Appearance()).draw(in: Rect(buffer.size), on: &buffer)
    let page = buffer.text()
    let row = try #require(page.first { $0.contains("hidden until you answer") })
    let label = row.prefix { $0 != "h" }
    #expect(label.allSatisfy { $0 == " " } || label.hasSuffix("  "), "\(page)")
  }

  @Test func theAnswerLiftsTheVeil() throws {
    var student = try Student(on: "hand")
    #expect(student.page.contains("hidden until you answer"))
    try student.press(". 6 enter")
    #expect(student.page.contains("2.90"))
  }

  /// The page, and what was copied.
  private func shown(by student: Student) -> String {
    student.effects.reduce(student.page) { text, effect in
      if case .copy(let copied) = effect { return text + copied }
      return text
    }
  }

  /// Every number of a matrix that no other matrix of the lesson has, as cells show it.
  private func digits(of name: String, _ student: Student) throws -> [String] {
    let scene = try student.stepState.scene
    let node = try #require(scene.definition(name)).node
    let others = scene.definitions.filter { $0.name != name }.flatMap {
      scene.values(of: $0.node).elements.map(NumberFormat.cell)
    }
    return scene.values(of: node).elements.map(NumberFormat.cell)
      .filter { !others.contains($0) && $0.count > 2 }
  }
}

private let mixture = """
  ---
  qkv: 1
  id: mixture
  title: A mixture
  summary: One arrow beside two that are hidden.
  minutes: 1
  ---

  ```qkv scene
  axis theme = money water
  river[theme] = [0, 5]
  loan[theme]  = [5, 0]
  bank[theme]  = [3, 3]
  bank_by_river = 0.5 * bank + 0.5 * river
  bank_by_loan  = 0.5 * bank + 0.5 * loan
  ```

  ## A mixture {#mixture}

  Half of each.

  ```qkv show
  plane bank, bank_by_river, bank_by_loan x=money y=water
  ```

  ```qkv number half-river
  ask: |
    What is the **water** of the new arrow?
  answer: 4
  equals: bank_by_river["water"]
  hide: [bank_by_river, bank_by_loan]
  ```
  """
