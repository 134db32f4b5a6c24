import Lessons
import Terminal
import Testing
import Text

@testable import Pages
@testable import Playground

/// `=` is the number with which its words appeared, `~` the number of this moment.
@Suite struct StandingNumberTests {
  private func student() throws -> Student {
    try Student(reading: Lesson.load(text: lesson, file: "two.md"), on: "first")
  }

  @Test func aSetUpNumberStandsStillWhileALiveOneMoves() throws {
    var student = try student()
    #expect(student.page.contains("stands at 1, is at 1."))
    try student.press("right right right")
    #expect(student.page.contains("stands at 1, is at 1.30."))
    try student.press("u u u")
    #expect(student.page.contains("stands at 1, is at 1."))
  }

  @Test(arguments: [ColorDepth.full, .mono])
  func aLiveNumberIsUnderlinedAndAStandingOneIsNot(colors: ColorDepth) throws {
    var student = try student()
    student.appearance = Appearance(colors: colors)
    try student.press("right")
    let row = try #require(student.rows.firstIndex { $0.contains("is at 1.10") })
    let line = student.rows[row]
    func isUnderlined(_ text: String) throws -> Bool {
      let place = try #require(line.range(of: text)).lowerBound
      let column = line.distance(from: line.startIndex, to: place)
      return student.frame.buffer[column, row].style.underlined
    }
    #expect(try isUnderlined("1.10"))
    #expect(try !isUnderlined("1, is"))
  }

  @Test func whatAnAnswerRevealsStandsAtItsNumbers() throws {
    var student = try student()
    try student.press("right 2 enter")
    #expect(student.page.contains("Behind it: 1.10, now 1.10."))
    try student.press("1 left left")
    #expect(student.page.contains("Behind it: 1.10, now 2.80."))
    #expect(student.page.contains("stands at 1, is at 2.80."))
  }

  @Test func aReplyTellsWhatWasBeforeTheSet() throws {
    var student = try student()
    try student.press("right 2 enter 1")
    #expect(student.page.contains("From 1.10 to 3."))
    try student.press("left left")
    #expect(student.page.contains("From 1.10 to 3."))
  }

  @Test func aHintStandsAtTheNumbersWithWhichItWasGiven() throws {
    var student = try student()
    try student.press("right i right right")
    #expect(student.page.contains("It was 1.10 when you asked."))
  }

  @Test func standingNumbersComeBack() throws {
    var student = try student()
    try student.press("right 2 enter i left left 1 left")
    let line = try student.session.state.line
    var later = Student(at: Library(directory: "/nowhere"))
    later.model.progress = student.model.progress
    later.model.open(OpenedLesson(try student.session.lesson, keptAs: line, step: 1))
    #expect(try later.stepState == student.stepState)
    for words in ["stands at 1, is at", "Behind it: 1.10, now", "It was 1.10 when"] {
      #expect(student.page.contains(words) && later.page.contains(words), "\(words)")
    }
  }

  /// A state that was kept before there were standing numbers still opens.
  @Test func anOlderStateStillOpens() throws {
    var student = try student()
    try student.press("right 2 enter left left")
    let line = try student.session.state.line
    let start = try #require(line.range(of: "\"appearances\":{"))
    let end = try #require(line[start.upperBound...].firstIndex(of: "}"))
    let older = line[..<start.lowerBound] + line[line.index(end, offsetBy: 2)...]
    var later = Student(at: Library(directory: "/nowhere"))
    later.model.open(OpenedLesson(try student.session.lesson, keptAs: String(older)))
    #expect(try later.stepState.scene == student.stepState.scene)
  }

  @Test func openingTheQuestionsAgainBeginsAgain() throws {
    var student = try student()
    try student.press("2 enter left x x")
    #expect(student.page.contains("stands at 1, is at 1."))
    #expect(!student.page.contains("Behind it"))
  }

  @Test func aVoiceSaysTheStandingNumber() throws {
    var student = try student()
    try student.press("right right")
    #expect(try student.stepState.words(of: .block(0)) == "It stands at 1, is at 1.20.")
  }
}

private let lesson = """
  ---
  qkv: 1
  id: two
  title: Two numbers
  summary: One stands still.
  minutes: 1
  ---

  ```qkv scene
  axis dish = soup cake

  score[dish] = [1, 0]
  ```

  ## First {#first}

  It stands at `=score["soup"]`, is at `~score["soup"]`.

  ```qkv show
  bars score
  ```

  ```qkv sliders
  score["soup"] from -3 to 5 step 0.1
  ```

  ```qkv number two
  ask: What is 1 + 1?
  answer: 2
  equals: 1 + 1
  ```

  ```qkv hint
  It was `=score["soup"]` when you asked.
  ```

  Behind it: `=score["soup"]`, now `~score["soup"]`.

  ```qkv predict set
  ask: It becomes three. It …
  sign: score["soup"]
  set: score["soup"] = 3
  check: score["soup"] > before(score["soup"])
  explain: From `=before(score["soup"])` to `=score["soup"]`.
  ```

  """
