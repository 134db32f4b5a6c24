import FuzzSupport
import Lessons
import Terminal
import Testing

@testable import Pages
@testable import Playground

/// The foot of the page names keys that do something now, and no others.
@Suite struct HintsTests {
  @Test func undoIsNamedOnceThereIsSomethingToUndo() throws {
    var student = try Student(on: "sizes")
    #expect(!student.foot.contains("undo"))
    try student.press("right")
    #expect(student.foot.contains("u undo"))
    try student.press("u")
    #expect(!student.foot.contains("undo"))
  }

  @Test func scrollingIsNamedWhereTheWordsGoOn() throws {
    var student = try Student(on: "long")
    #expect(student.foot.contains("scroll"))
    #expect(student.foot.contains("space read on"))
    student = try Student(on: "hand")
    #expect(!student.foot.contains("scroll"))
    #expect(!student.foot.contains("read on"))
  }

  @Test func aQuestionInViewNamesTheDigitsThatAnswer() throws {
    var student = try Student()
    #expect(student.foot.contains("1-3 answer"))
    #expect(!student.foot.contains("drag"))
    try student.press("2")
    #expect(!student.foot.contains("answer"))
    #expect(student.foot.contains("drag"))
  }

  @Test func aQuestionBelowTheFoldIsPointedTo() throws {
    var student = try Place(lesson: "projections", step: "who").student(size: .usual)
    #expect(student.foot.contains("1-4 question"))
    try student.press("1")
    #expect(student.foot.contains("1-4 answer"))
  }

  @Test func aNumberToBeTypedIsNamedSo() throws {
    var student = try Student(on: "hand")
    #expect(student.foot.contains("0-9 answer"))
    try student.press("0")
    #expect(student.foot.trimmed == "⏎ done   esc cancel")
    try student.press("backspace")
    #expect(student.foot.trimmed == "esc cancel")
  }

  /// A minus begins the answer, and so drags nothing until that is given.
  @Test func aKeyThatBeginsTheAnswerIsNotNamedForAnythingElse() throws {
    var student = try Student(on: "hand")
    student.focus(0)
    #expect(try student.stepState.openQuestion?.isBegun(by: "-") == true)
    #expect(!student.foot.contains("+-") && !student.foot.contains("+ −"))
    let before = student.model
    try student.press("-")
    #expect(student.model.prompt != nil && student.model != before)
  }

  @Test func hintsAreNamedAsLongAsThereAreMore() throws {
    var student = try Student()
    #expect(student.foot.contains("i hint"))
    try student.press("i i")
    #expect(!student.foot.contains("i hint"))
  }

  @Test func noHintIsOfferedOnceNothingIsOpen() throws {
    var student = try Place(lesson: "projections", step: "who").student(size: .comfortable)
    #expect(student.foot.contains("i hint"))
    try student.press("3")
    #expect(!student.foot.contains("i hint"))
    try student.press("i")
    #expect(student.page.contains("hint 1"))
  }

  @Test func aPanelAloneNamesTheWayBack() throws {
    var student = try Student(on: "sizes")
    #expect(!student.foot.contains("whole page"))
    try student.press("z")
    #expect(student.foot.contains("z whole page"))
    try student.press("z")
    #expect(!student.foot.contains("whole page"))
  }

  @Test func panelsBelowTheFoldAreNamedWithoutSlidersToo() throws {
    var student = try Place(lesson: "projections", step: "answer").student(size: .usual)
    #expect(student.page.contains("of 5, tab for more"))
    student.size = .comfortable
    #expect(!student.page.contains("tab for more"))
  }

  @Test func theLastStepNamesItsEndOnceNothingIsOpen() throws {
    var student = try Student(on: "long")
    #expect(student.foot.contains("n finish"))
    student = try Student(reading: .load(text: onlyStep, file: "only.md"), on: "only")
    #expect(!student.foot.contains("finish"))
    #expect(!student.foot.contains("next step"))
    try student.press("1")
    #expect(student.foot.contains("n finish"))
  }

  @Test func whatFloatsNamesItsKeysAndThePageNone() throws {
    var student = try Student()
    try student.press(":")
    #expect(student.page.contains("⏎ choose"))
    #expect(student.foot.trimmed.isEmpty)
    student.type("nothing like this")
    #expect(!student.page.contains("⏎ choose"))
  }

  @Test func theMapOffersWhatCanBeOpened() throws {
    let course = try PlannedCourse()
    var student = Student(at: course.library)
    #expect(student.foot.contains("⏎ open"))
    #expect(!student.foot.contains("review"))
    try student.press("home")
    #expect(student.model.mapEntries[0].isPlanned)
    #expect(!student.foot.contains("⏎ open"))
  }

  /// The foot after any keys names only keys that change something.
  @Test(arguments: 0..<8)
  func everyKeyInTheFootDoesSomething(seed: Int) throws {
    var dice = SeededNumbers(seed: UInt64(seed))
    for _ in 0..<fuzzRounds(usually: 6) {
      var student = try Student(on: ["ask", "hand", "sizes", "long"][dice.below(4)])
      if dice.below(2) == 0 { student.size = .usual }
      for _ in 0..<14 {
        let keys =
          KeyTable.standard.bindings(in: student.window.context).flatMap(\.keys)
          .filter { $0 != .control("c") && $0 != "q" } + ["1", "2"]
        student.press(keys: [keys[dice.below(keys.count)]])
        guard student.model.session != nil else { break }
        expectUse(of: student)
      }
    }
  }

  private func expectUse(of student: Student) {
    let hints = student.window.hints(seeing: student.extent).map(\.word)
    for binding in KeyTable.standard.foot(in: student.window.context)
    where hints.contains(binding.word ?? "") {
      let isUseful = binding.shown.contains { key in
        var copy = student
        copy.model.notice = nil
        let before = copy
        copy.press(keys: [key])
        copy.model.notice = nil
        return copy.model != before.model || copy.effects.count > before.effects.count
      }
      #expect(isUseful, "\(binding.help) in \(student.model.context)\n\(student.page)")
    }
  }
}

extension Student {
  fileprivate var foot: String { rows[size.height - 1] }

  fileprivate var extent: WordsExtent { window.overlayExtent ?? window.wordsExtent }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

private let onlyStep = """
  ---
  qkv: 1
  id: only
  title: One step
  summary: A lesson that is its own end.
  minutes: 1
  ---

  ```qkv scene
  axis token = this that
  X[token] = [1, 2]
  ```

  ## Only {#only}

  ```qkv choice which
  ask: Which is it?
  options:
    - {text: this, right: true, why: So it is.}
    - {text: that, why: That comes later.}
  ```
  """
