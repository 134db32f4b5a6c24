import Foundation
import FuzzSupport
import Lessons
import Models
import Progress
import Terminal
import Testing
import Text

@testable import Pages
@testable import Playground

@Suite struct GlossaryPageTests {
  private static let sizes = [Size.comfortable, .usual, Size(width: 40, height: 12)]

  /// A student in front of a step of a shipped lesson.
  private func student(
    _ lesson: String, _ step: String, size: Size = .comfortable
  ) throws -> Student {
    var student = Student(at: shippedLibrary, size: size)
    let lesson = try shippedLibrary.lesson(lesson)
    student.model.open(lesson, step: try #require(lesson.index(ofStep: step)))
    return student
  }

  private func opened(_ student: Student) throws -> String {
    try #require(student.model.entryInFront?.entry.name)
  }

  /// The words of what floats, without what lies beside it.
  private func text(_ student: Student) -> String {
    student.rows.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  // MARK: Opening it

  @Test func itOpensOnTheMapWithItsList() throws {
    var student = Student(at: shippedLibrary)
    try student.press("g")
    #expect(student.model.context == .list)
    #expect(student.page.contains("glossary") && student.page.contains("adapter"))
  }

  @Test func itOpensAtWhatTheStepShows() throws {
    var student = try student("softmax", "times")
    try student.press("g")
    #expect(try opened(student) == "temperature")
  }

  @Test func itOpensAtThePanelInHand() throws {
    var student = try student("bugs", "quiet")
    student.update(.focus(.panel(2)))
    try student.press("g")
    #expect(try opened(student) == "weight")
  }

  @Test func itOpensAtTheNumberBeingExplained() throws {
    var student = try student("bugs", "quiet")
    student.update(.focus(.panel(2)))
    try student.press("enter")
    #expect(student.model.context == .why)
    try student.press("g")
    #expect(try opened(student) == "weight")
    try student.press("esc")
    #expect(student.model.context == .why)
  }

  @Test func thePlaygroundHasItToo() throws {
    var student = Student(at: shippedLibrary)
    student.model.session = try FreePlay.session(
      over: "the dog chased the cat", because: nil, of: nil)
    try student.press("1 g")
    #expect(try opened(student) == "weight")
  }

  @Test func beforeAModelItOpensAtHeads() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "assets/models").path
    let model = try ModelLibrary(directories: [folder]).model("echo")
    var student = Student(at: shippedLibrary)
    student.model.open(HeadsView(model, try model.sentence(model.example)))
    try student.press("g")
    #expect(try opened(student) == "head")
    try student.press("enter backspace")
    #expect(student.model.session == nil && student.model.heads != nil)
  }

  @Test func theKeyThatOpenedItClosesIt() throws {
    var student = try student("softmax", "times")
    try student.press("g g")
    #expect(student.model.overlays.isEmpty)
  }

  @Test func aCourseWithoutOneSaysSo() throws {
    var student = try Student()
    student.model.glossary = Glossary()
    try student.press("g")
    #expect(student.page.contains("this course has no glossary"))
    try student.press("enter esc")
    #expect(student.model.overlays.isEmpty)
  }

  // MARK: Typing

  @Test(arguments: sizes)
  func typingNarrowsTheListAndNamesComeFirst(size: Size) throws {
    var student = Student(at: shippedLibrary, size: size)
    try student.press("g")
    student.type("mask")
    #expect(student.model.glossaryRows("mask").first?.title == "mask")
    try student.press("enter")
    #expect(try opened(student) == "mask")
    #expect(text(student).contains("−∞"))
  }

  @Test func backspaceInAnEntryLeadsToTheListAsItWasTyped() throws {
    var student = Student(at: shippedLibrary)
    try student.press("g")
    student.type("cache")
    try student.press("enter backspace")
    #expect(student.model.context == .list)
    #expect(student.page.contains("/ cache"))
  }

  /// Every word of every entry finds it, in the glossary and in the search of the course.
  @Test func everyWordIsFound() throws {
    let model = Student(at: shippedLibrary).model
    for entry in model.glossary.entries {
      let words = Set(entry.words.split { !$0.isLetter && !$0.isNumber }.map(String.init))
      for word in words.sorted().prefix(fuzzRounds(usually: 12)) {
        #expect(model.glossaryRows(word).contains { $0.title == entry.name }, "\(word)")
        #expect(model.found(word).contains { $0.title == entry.name }, "\(word)")
      }
    }
  }

  @Test func aSearchLeadsToTheEntry() throws {
    var student = Student(at: shippedLibrary)
    try student.press("/")
    student.type("low-rank adapter")
    try student.press("enter")
    #expect(try opened(student) == "adapter")
  }

  // MARK: Reading an entry

  @Test(arguments: sizes)
  func everyEntryCanBeReadToItsEnd(size: Size) throws {
    var student = Student(at: shippedLibrary, size: size)
    student.appearance = Appearance(symbols: .ascii, colors: .mono)
    for entry in student.model.glossary.entries {
      student.model.overlays = []
      student.update(.glossary(.open(entry.name)))
      var seen: Set<Substring> = []
      for _ in 0..<12 {
        seen.formUnion(student.rows.flatMap { $0.split { !$0.isLetter } })
        try student.press("space")
      }
      let words = Set(entry.text.split { !$0.isLetter || !$0.isASCII })
      #expect(words.subtracting(seen).filter { $0.count > 3 } == [], "\(entry.name)")
    }
  }

  @Test(arguments: sizes)
  func theStepsThatShowItAreNamed(size: Size) throws {
    var student = Student(at: shippedLibrary, size: size)
    student.update(.glossary(.open("query")))
    #expect(student.page.contains("shown in"))
    #expect(student.page.contains("A query by hand"))
    #expect(student.page.contains("lesson 3"))
  }

  // MARK: Going there and back

  @Test func everyPlaceOfEveryEntryIsReachedByItsKeys() throws {
    let map = Student(at: shippedLibrary)
    for entry in map.model.glossary.entries {
      for (index, place) in entry.places.enumerated() {
        var student = map
        student.update(.glossary(.open(entry.name)))
        for _ in 0..<index { try student.press("down") }
        let steps = try #require(student.model.outlines[place.lesson])
        let step = try #require(steps.firstIndex { $0.id == place.step })
        let messages = student.window.messages(for: .key(.enter))
        #expect(messages == [.glossary(.show(lesson: place.lesson, step: step + 1))])
      }
    }
  }

  @Test(arguments: sizes)
  func backspaceReturnsWithAllDragsKept(size: Size) throws {
    var student = try student("projections", "hats", size: size)
    student.update(.focus(.panel(0)))
    student.update(.value(.nudge(steps: 3, .normal)))
    let before = try student.session
    try student.press("g")
    student.model.overlays = []
    student.update(.glossary(.open("cache")))
    try student.press("enter")
    #expect(try student.session.lesson.id == "sharing")
    #expect(student.notice.contains("returns to One embedding, three hats, step 2"))
    student.update(.value(.nudge(steps: 1, .normal)))
    try student.press("backspace")
    #expect(try student.session == before)
    let kept = student.effects.compactMap { effect -> String? in
      if case .saveState(let state, _) = effect { state.lesson } else { nil }
    }
    #expect(kept.last == "projections")
  }

  @Test func withinALessonBackspaceReturnsToTheStep() throws {
    var student = try student("softmax", "overflow")
    try student.press("right right")
    let before = try student.stepState
    student.update(.glossary(.open("temperature")))
    try student.press("enter")
    #expect(try student.session.step.id == "times")
    try student.press("right backspace")
    #expect(try student.session.step.id == "overflow")
    #expect(try student.stepState.scene == before.scene)
  }

  @Test func thePlaygroundIsAsItWasLeft() throws {
    var student = Student(at: shippedLibrary)
    student.model.session = try FreePlay.session(
      over: "the dog chased the cat", because: nil, of: nil)
    try student.press("right right")
    let before = try student.session
    student.update(.glossary(.open("softmax")))
    try student.press("enter n q")
    #expect(try student.session == before)
  }

  @Test func fromTheMapOneReturnsToTheMap() throws {
    var student = Student(at: shippedLibrary)
    try student.press("g enter")
    student.update(.glossary(.open("softmax")))
    try student.press("enter backspace")
    #expect(student.model.session == nil)
    #expect(!student.effects.contains(.quit))
  }

  @Test func onOtherStepsBackspaceReadsBackAsEver() throws {
    var student = try student("projections", "hats")
    student.update(.glossary(.open("softmax")))
    try student.press("enter n")
    let step = try student.session.stepIndex
    try student.press("backspace")
    #expect(try student.session.stepIndex == step - 1)
    #expect(try student.session.lesson.id == "softmax")
    try student.press("backspace")
    #expect(try student.session.lesson.id == "projections")
  }

  @Test func whoGoesToTheMapGoesNoFurtherBack() throws {
    var student = try student("projections", "hats")
    student.update(.glossary(.open("softmax")))
    try student.press("enter m enter")
    try student.press("home q")
    #expect(student.model.session == nil)
  }

  /// What was done in the glossary is read back with the lesson, whether or not the glossary is there.
  @Test func aLessonIsReadBackPastTheGlossary() throws {
    var student = try student("softmax", "times")
    let start = try student.session.state.line
    let lesson = try student.session.lesson
    let count = student.effects.count
    try student.press("g backspace")
    // A digit would answer a question, if it got past the list.
    student.type("1")
    try student.press("ctrl-u")
    student.type("portion")
    try student.press("enter enter right g esc right backspace right")
    let lines = student.effects.dropFirst(count).flatMap { effect -> [String] in
      switch effect {
      case .record(let message, _): [message.line]
      case .saveState(let state, _): [state.line]
      default: []
      }
    }
    let state = lines.lastIndex { LessonState(line: $0) != nil }
    let text =
      state.map { lines[$0...].joined(separator: "\n") }
      ?? ([start] + lines).joined(separator: "\n")
    var later = Student(at: Library(directory: "/nowhere"))
    later.model.progress = student.model.progress
    later.model.open(OpenedLesson(lesson, keptAs: text))
    #expect(try later.stepState.scene == student.stepState.scene)
    #expect(try later.session.stepIndex == student.session.stepIndex)
  }
}
