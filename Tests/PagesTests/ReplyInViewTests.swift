import Terminal
import Testing

@testable import Lessons
@testable import Pages
@testable import Playground

/// What is said to an answer is read without a search for it.
@Suite struct ReplyInViewTests {
  private static let sizes = [Size.usual, Size(width: 60, height: 20), Size(width: 40, height: 12)]

  @Test(arguments: placesWithOptions, sizes)
  func anAnswerBringsItsExplanationIntoView(place: Place, size: Size) throws {
    for keys in ["", "tab"] {
      var student = try place.student(size: size)
      try student.press(keys)
      try student.readOn()
      // A formula is not to be had by pressing 1.
      guard try student.stepState.openQuestion?.formula == nil else { continue }
      #expect(try readAllReplies(place, &student) > 0)
    }
  }

  /// How many replies were read.
  private func readAllReplies(_ place: Place, _ student: inout Student) throws -> Int {
    var count = 0
    for _ in 0..<12 {
      try student.readOn()
      guard let question = try student.stepState.openQuestion else { break }
      try student.press(question.isTyped ? "1 enter" : "1")
      guard let response = try student.stepState.responses[question.id] else { continue }
      let words = try student.narration
      try student.expectInView(words.feedback(to: question, response), place)
      let mark = response.isRight ? "✓" : "✗"
      #expect(student.page.contains(mark), "\(place)")
      // The same wrong answer would be given forever.
      count += 1
      guard try student.stepState.isSettled(question) else { break }
    }
    return count
  }

  @Test(arguments: placesWithGoals, sizes)
  func aReachedGoalBringsItsWordsIntoView(place: Place, size: Size) throws {
    var student = try place.student(size: size)
    try student.press("o")
    let goal = try #require(student.stepState.step.goals.first)
    try student.press("o")
    for _ in 0..<12 {
      try student.readOn()
      guard let question = try student.stepState.openQuestion else { break }
      try student.settle(question)
    }
    try student.press("s s")
    let words = try student.narration.success(of: goal)
    #expect(!words.isEmpty)
    try student.expectInView(words, place)
  }

  @Test func aHintIsReadFromItsBeginning() throws {
    var student = try Student(reading: .withLongHint, on: "deep", size: .usual)
    try student.press("i")
    #expect(student.page.contains("hint 1  Line 1."))
  }

  @Test func thePageNumberMovesWithEveryPageDown() throws {
    var student = try Student(on: "long", size: .usual)
    var pages: [Substring] = []
    repeat {
      pages.append(student.rows[1].split(separator: " ").last { $0.contains("/") } ?? "")
      try student.press("pgdn")
    } while student.window.wordsExtent.isMoreBelow
    let count = try #require(pages.first?.split(separator: "/").last.flatMap { Int($0) })
    #expect(pages == (1..<count).map { "\($0)/\(count)" })
    #expect(student.rows[1].contains(" \(count)/\(count) "))
  }
}

extension Student {
  fileprivate var narration: Narration {
    get throws {
      let isCompact = PageLayout.composition(for: size) != .wide
      return Narration(try stepState, model, appearance, isCompact: isCompact)
    }
  }

  /// Turns to the words where they stand alone, and looks for the first lines of a text.
  fileprivate mutating func expectInView(_ blocks: [ProseBlock], _ place: Place) throws {
    if PageLayout.composition(for: size) == .single { model.session?.stepState.focus = .words }
    let width = PageLayout.wordsWidth(for: size)
    let lines = ProseView(blocks, maximumWidth: width).lines(width: width, appearance: appearance)
    let room = try LessonPage(window, session).layout.words.height
    for line in lines.prefix(min(3, room - 2)) where !line.isEmpty {
      #expect(page.singleSpaced.contains(line.text.singleSpaced), "\(place)")
    }
  }

  /// Answers until the question is closed.
  mutating func settle(_ question: Question) throws {
    if let task = question.formula {
      _ = model.answer(question, with: .formula(task.answer.text))
      return
    }
    let scene = try stepState.scene
    let truth = question.truth(before: scene, after: try question.revealed(scene))
    switch truth {
    case .options(let options): _ = model.answer(question, with: .option(options.first ?? 0))
    case .number(let number, _): _ = model.answer(question, with: .number(number))
    case .order(let numbers):
      let order = numbers.indices.sorted { numbers[$0] > numbers[$1] }
      _ = model.answer(question, with: .order(order))
    }
  }
}

extension Lesson {
  fileprivate static var withLongHint: Lesson {
    get throws {
      try Lesson.load(
        text: """
          ---
          qkv: 1
          id: hinted
          title: Hinted
          summary: A hint that is longer than the page.
          minutes: 1
          ---

          ## Deep {#deep}

          Words.

          ```qkv hint
          \((1...40).map { "Line \($0)." }.joined(separator: "\n\n"))
          ```
          """, file: "hinted.md")
    }
  }
}
