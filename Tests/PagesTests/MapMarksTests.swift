import FuzzSupport
import Lessons
import Progress
import Terminal
import Testing
import Text

@testable import Pages
@testable import Playground

/// The course map: where to go on, marks by hand, the short path, and what stands on what.
@Suite struct MapMarksTests {
  private func student(size: Size = .comfortable) -> Student {
    Student(at: shippedLibrary, size: size)
  }

  private func select(_ id: String, _ student: inout Student) {
    student.model.selectLesson(id)
  }

  private func finish(_ id: String, _ student: inout Student, days: Int = 0) {
    let then = Timestamp(secondsSince1970: student.model.now.secondsSince1970 - days * 86_400)
    for step in shippedLibrary.outline(of: id) {
      student.model.progress.finish(step: step.id, of: id, at: then)
    }
  }

  @Test func theMapSaysWhereToGoOn() throws {
    var student = student()
    #expect(student.rows[2].contains("begin") && student.rows[2].contains("1 A lookup that never"))
    let step = shippedLibrary.outline(of: "softmax")[2].id
    let yesterday = Timestamp(secondsSince1970: student.model.now.secondsSince1970 - 86_400)
    student.model.progress.visit(step: step, of: "softmax", at: yesterday)
    let words = "c continue   6 From scores to shares, step 3 of 8, yesterday"
    #expect(student.rows[2].contains(words))
    try student.press("c")
    #expect(try student.session.step.id == step)
  }

  @Test func theLessonLeftLastIsTheOneInHand() throws {
    var student = student()
    let early = Timestamp(secondsSince1970: student.model.now.secondsSince1970 - 500)
    student.model.progress.visit(step: "spread", of: "scaling", at: early)
    student.model.progress.visit(step: "dot", of: "embeddings", at: early.next)
    #expect(student.model.lessonInHand?.id == "embeddings")
    finish("embeddings", &student)
    #expect(student.model.lessonInHand?.id == "scaling")
  }

  @Test func aLessonIsMarkedDoneByHandAndThatIsTakenBack() throws {
    var student = student()
    select("softmax", &student)
    try student.press("d")
    #expect(student.page.contains("✓  6 From scores to shares"))
    #expect(student.rows[0].contains("1 of 20 finished"))
    #expect(student.effects.contains(.save(student.model.progress)))
    try student.press("d")
    #expect(student.page.contains("○  6 From scores to shares"))
    finish("softmax", &student)
    try student.press("d")
    #expect(student.notice == "it is done already; x marks it to be taken again")
  }

  @Test func aLessonIsMarkedToBeTakenAgain() throws {
    var student = student()
    select("softmax", &student)
    try student.press("x")
    #expect(student.notice == "nothing of it is done yet")
    finish("softmax", &student)
    try student.press("x")
    #expect(student.page.contains("↻  6 From scores to shares"))
    // It opens at its steps, not at its end.
    try student.press("enter")
    #expect(student.model.closing == nil)
    #expect(try student.session.lesson.id == "softmax")
    try student.press("q x")
    #expect(student.page.contains("✓  6 From scores to shares"))
  }

  @Test func theShortPathFitsIntoOneClass() throws {
    let path = try #require(shippedLibrary.course.short)
    let entries = path.lessons.compactMap(shippedLibrary.course.entry)
    #expect(path.minutes == 45)
    #expect(entries.compactMap(\.minutes).reduce(0, +) <= 45)
    #expect(entries.count >= 4)
    var student = student()
    let whole = student.model.courseTime.left
    try student.press("s")
    #expect(student.model.courseTime.left == entries.compactMap(\.minutes).reduce(0, +))
    #expect(student.rows[0].contains("0 of \(entries.count) finished"))
    #expect(student.notice == "the short path: \(entries.count) lessons that fit into 45 minutes")
    for id in path.lessons { finish(id, &student) }
    #expect(student.model.lessonInHand == nil)
    try student.press("s")
    #expect(student.model.lessonInHand != nil)
    #expect(student.model.courseTime.left < whole)
  }

  /// The arrows of the map: what the selected lesson needs, and what needs it.
  @Test func theSelectedLessonIsWiredToWhatItNeedsAndOpens() throws {
    var student = student()
    select("softmax", &student)
    func row(_ number: Int) throws -> String {
      let title = student.model.mapEntries[number - 1].title
      let rows = student.rows.dropFirst(3).map { String($0.prefix(57)) }
      return try #require(rows.first { $0.contains(" \(number) \(title)") })
    }
    #expect(try row(4).hasPrefix(" ╭───"))
    #expect(try row(5).hasPrefix(" │   "))
    #expect(try row(6).hasPrefix(" ╰─┬▸"))
    #expect(try row(7).hasPrefix("   ├▸"))
    #expect(try row(8).hasPrefix("   ├▸"))
    #expect(try row(15).hasPrefix("   ╰▸"))
    #expect(try row(3).hasPrefix("     "))
    #expect(student.page.contains("needs ○ 4 Who matches whom"))
    #expect(student.page.contains("opens ○ 7"))
  }

  @Test(arguments: [
    Size.comfortable, .usual, Size(width: 60, height: 20), Size(width: 40, height: 12),
  ])
  func everySelectionIsDrawn(size: Size) throws {
    var student = student(size: size)
    for index in student.model.mapEntries.indices {
      student.model.map.selected = index
      for appearance in Appearance.all {
        student.appearance = appearance
        #expect(student.rows.allSatisfy { TextWidth.width(of: $0) <= size.width })
      }
    }
  }
}

/// Ten questions that let someone skip what they know.
@Suite struct DiagnosticTests {
  /// Someone who knows the lessons before this place of the course, and no other.
  private func place(knowing count: Int) throws -> Student {
    var student = Student(at: shippedLibrary)
    try student.press("w")
    for _ in 0..<20 where student.model.session != nil {
      let stepState = try student.stepState
      let question = try #require(stepState.openQuestion)
      let number = try #require(student.session.number)
      guard case .number(let value)? = ShippedQuestion.truth(question, stepState) else {
        Issue.record("\(question.id) is no number")
        return student
      }
      _ = student.model.answer(
        question, with: .number(number <= count ? value : value + 1_000))
      try student.press("n")
    }
    return student
  }

  @Test func theQuestionsAreThoseOfTheirLessons() {
    #expect(shippedLibrary.course.diagnostic.count == 10)
    #expect(shippedLibrary.misplacedQuestions == [])
  }

  @Test(arguments: 0...20)
  func whoKnowsTheFirstLessonsStartsBehindThem(count: Int) throws {
    let student = try place(knowing: count)
    let tested = shippedLibrary.course.diagnostic.map(\.lesson)
    let entries = student.model.mapEntries
    let numbers = tested.compactMap { id in entries.first { $0.id == id }?.number }
    let start = numbers.first { $0 > count } ?? (numbers.max() ?? 0) + 1
    #expect(student.model.review?.start?.number == start)
    #expect(student.page.contains("Start with lesson \(start), "))
    for entry in entries {
      let isSkipped = student.model.progress.mark(of: entry.id) == .skipped
      #expect(isSkipped == (entry.number < start), "\(entry.id)")
      #expect(!student.model.isFinished(entry))
    }
    #expect(student.model.progress.reviewItems(at: student.model.now) == [])
  }

  @Test func whatIsDoneIsNotSkippedAndEnterStarts() throws {
    var student = Student(at: shippedLibrary)
    for step in shippedLibrary.outline(of: "lookup") {
      student.model.progress.finish(step: step.id, of: "lookup", at: student.model.now)
    }
    try student.press("w n")
    #expect(student.model.review?.start?.id == "lookup")
    #expect(student.model.progress.mark(of: "lookup") == nil)
    try student.press("enter")
    #expect(student.model.closing?.recap.id == "lookup")
  }

  @Test func leavingMarksNothing() throws {
    var student = Student(at: shippedLibrary)
    try student.press("w q")
    #expect(student.model.context == .map)
    #expect(student.model.mapEntries.allSatisfy { student.model.progress.mark(of: $0.id) == nil })
  }

  @Test func nextTimeTheNumbersAreOthers() throws {
    var answers: [Guess] = []
    for minute in 0..<5 {
      var student = Student(at: shippedLibrary)
      student.model.now = Timestamp(secondsSince1970: 1_790_000_000 + 60 * minute)
      try student.press("w")
      let stepState = try student.stepState
      let question = try #require(stepState.openQuestion)
      answers.append(try #require(ShippedQuestion.truth(question, stepState)))
    }
    #expect(answers.contains { $0 != answers[0] })
  }
}

extension ShippedQuestion {
  fileprivate static func truth(_ question: Question, _ stepState: StepState) -> Guess? {
    guard let after = try? question.revealed(stepState.scene) else { return nil }
    return question.number(in: after, start: stepState.start).map(Guess.number)
  }
}
