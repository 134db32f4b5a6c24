import FuzzSupport
import Lessons
import Progress
import Scenes
import Terminal
import Testing

@testable import Pages
@testable import Playground

/// How a lesson stands is a value: written, read back, and the same again.
@Suite struct LessonStateTests {
  /// Nothing plays by itself when it comes back.
  private func paused(_ model: Model) -> Session? {
    var session = model.session
    session?.stepState.run?.isPlaying = false
    return session
  }

  /// A thousand random messages in each shipped lesson, written and read back at every one.
  @Test(arguments: shippedLibrary.course.entries.filter { $0.state != .planned }.map(\.id))
  func everyShippedLessonIsReadBackAtEveryMessage(id: String) throws {
    var dice = SeededNumbers(seed: 11)
    var student = Student(at: shippedLibrary)
    student.model.open(OpenedLesson(try shippedLibrary.lesson(id)))
    var largest = 0
    for _ in 0..<fuzzRounds(usually: 60) {
      let keys = KeyTable.standard.bindings(in: student.window.context).flatMap(\.keys)
        .filter { ![.control("c"), "q", "m"].contains($0) }
      student.send(dice.below(4) == 0 ? .tick : .key(keys[dice.below(keys.count)]))
      // Whoever searches may have gone elsewhere.
      if student.model.session?.lesson.id != id {
        student.model.overlays = []
        student.model.open(OpenedLesson(try shippedLibrary.lesson(id)))
      }
      let session = try student.session
      largest = max(largest, session.state.line.utf8.count)
      #expect(try student.model.readBack() == paused(student.model))
    }
    #expect(largest < 64 << 10 && largest > 0, "\(largest) bytes")
  }

  @Test func dragsGuessesAndThePlaceComeBack() throws {
    var student = try Student(on: "ask")
    try student.press("2 right right H i space")
    let kept = try #require(KeptLesson(try student.session.state.line))
    let lesson = try student.session.lesson
    var later = Student(at: Library(directory: "/nowhere"))
    later.model.progress = student.model.progress
    later.model.open(OpenedLesson(lesson, keptAs: try student.session.state.line))
    #expect(try later.session == student.session)
    #expect(kept.messages.isEmpty)
    #expect(later.notice == "as you left it; x goes back to the start of the step")
    try later.press("u")
    #expect(try later.stepState.scene != student.stepState.scene)
    try later.press("U")
    #expect(try later.stepState.scene == student.stepState.scene)
  }

  @Test func whatWasDoneSinceTheStateIsDoneAgain() throws {
    var student = try Student(on: "ask")
    try student.press("2")
    let count = student.effects.count
    try student.press("right right = . 3 enter tab down z")
    var lines: [String] = []
    for effect in student.effects[count...] {
      if case .record(let message, "walk") = effect { lines.append(message.line) }
    }
    #expect(lines.count == 9)
    let state = try #require(
      student.effects[..<count].compactMap { effect -> LessonState? in
        if case .saveState(let state, _) = effect { state } else { nil }
      }.last)
    var later = Student(at: Library(directory: "/nowhere"))
    later.model.progress = student.model.progress
    let text = ([state.line] + lines + [#"{"no":"message"}"#, lines[0]]).joined(separator: "\n")
    later.model.open(OpenedLesson(try student.session.lesson, keptAs: text))
    #expect(try later.stepState.scene == student.stepState.scene)
    #expect(try later.stepState.focus == student.stepState.focus)
    #expect(try later.stepState.zoomed == student.stepState.zoomed)
    #expect(later.model.progress == student.model.progress)
  }

  @Test func aRunComesBackWithEachOfItsSteps() throws {
    var student = try trainee()
    try student.press("r")
    student.tick(12)
    try student.press("r tab")
    let before = try student.session
    let back = try student.model.readBack()
    #expect(back == before)
    #expect(back.stepState.run?.training.losses == before.stepState.run?.training.losses)
    #expect((back.stepState.run?.training.reached ?? 0) > 10)
  }

  /// Words may be edited; where the scene is another, the numbers start over, and it is said.
  @Test(arguments: [("Make room.", "Make more room.", true), ("K.T", "X.T", false)])
  func anEditedLessonKeepsWhatStillFits(old: String, new: String, keeps: Bool) throws {
    var student = try Student(on: "ask")
    try student.press("2 right")
    let changed = try Lesson.load(text: walkLesson.replacing(old, with: new), file: "walk.md")
    var later = Student(at: Library(directory: "/nowhere"))
    later.model.open(OpenedLesson(changed, keptAs: try student.session.state.line))
    #expect(try later.session.lesson == changed)
    #expect(try (later.stepState.scene != later.stepState.step.scene) == keeps)
    #expect(later.notice.hasPrefix(keeps ? "as you left it" : "the lesson was changed since"))
  }

  @Test func aLessonOpensOnTheStepThatWasLeft() throws {
    var student = try Student(on: "ask")
    try student.press("n n")
    var later = Student(at: Library(directory: "/nowhere"))
    later.model.open(
      OpenedLesson(try student.session.lesson, keptAs: try student.session.state.line))
    #expect(try later.session.step.id == "sizes")
  }

  @Test func whatCannotBeReadIsSaid() throws {
    var student = try Student(on: "ask")
    student.model.open(OpenedLesson(try student.session.lesson, keptAs: "{}"))
    #expect(student.notice.hasPrefix("how this lesson was left cannot be read"))
  }

  /// Draws, sizes and places of a damaged file are bounded before anything is computed from them.
  @Test func impossibleNumbersAreRefused() throws {
    var student = try Student(on: "sizes")
    try student.press("right")
    let session = try student.session
    let line = session.state.line
    for damaged in [
      line.replacing("\"sizes\":{\"trait\":4}", with: "\"sizes\":{\"trait\":-4}"),
      line.replacing("\"selectedSlider\":0", with: "\"selectedSlider\":-1"),
      line.replacing("\"sizes\":{\"trait\":4}", with: "\"draws\":{\"5\":-1}"),
    ] {
      #expect(damaged != line)
      student.model.open(OpenedLesson(session.lesson, keptAs: damaged, step: 3))
      #expect(try student.stepState.scene == student.stepState.step.scene)
    }
  }

  @Test func whatAnotherWindowAnsweredIsAnsweredHereToo() throws {
    var student = try Student(on: "ask")
    try student.press("right")
    let kept = try student.session.state.line
    try student.press("2")
    var later = Student(at: Library(directory: "/nowhere"))
    later.model.progress = student.model.progress
    later.model.open(OpenedLesson(try student.session.lesson, keptAs: kept))
    #expect(try later.stepState.openQuestion == nil)
  }

  /// A file may hold anything: what does not fit is not opened, and nothing crashes.
  @Test func damagedStatesAreLeftAlone() throws {
    var student = try trainee()
    try student.press("r")
    student.tick(2)
    try student.press("r n 1 p u u tab down")
    let session = try student.session
    let line = session.state.line
    var dice = SeededNumbers(seed: 5)
    var read = 0
    for _ in 0..<fuzzRounds(usually: 400) {
      let text = String(decoding: mutated(Array(line.utf8), using: &dice), as: UTF8.self)
      guard let kept = KeptLesson(text) else { continue }
      read += 1
      var later = Student(at: Library(directory: "/nowhere"))
      later.model.open(OpenedLesson(session.lesson, keptAs: text))
      #expect(later.model.session != nil && kept.messages.count < 1_000)
      _ = later.frame
      try later.press("right u u U tab enter")
      _ = later.frame
    }
    #expect(read > 0)
  }
}
