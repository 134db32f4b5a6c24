import Lessons
import Terminal
import Testing
import Text

@testable import Pages
@testable import Playground

/// A digit answers only a question that can be read on the page.
@Suite struct QuestionInViewTests {
  @Test func theFirstDigitShowsAQuestionBelowTheFold() throws {
    var student = try Student(reading: .withQuestionBelow, on: "deep", size: .usual)
    #expect(!student.page.contains("Which is it?"))
    try student.press("2")
    #expect(student.page.contains("Which is it?"))
    #expect(student.notice == "read it first, then press 1 to 2")
    #expect(try student.stepState.responses.isEmpty)
    try student.press("2")
    #expect(student.notice == "right")
  }

  /// Who has answered once has read it.
  @Test func anotherAnswerCountsAtOnce() throws {
    var student = try Student(reading: .withQuestionBelow, on: "deep", size: .usual)
    try student.press("1 1")
    #expect(student.notice == "not yet: try again")
    try student.press("tab 2")
    #expect(student.notice == "right")
  }

  @Test func aZoomedPanelGivesWayToTheQuestion() throws {
    var student = try Student(reading: .withQuestionBelow, on: "deep")
    try student.press("tab z 2")
    #expect(try student.stepState.responses.isEmpty)
    #expect(student.page.contains("Which is it?"))
    try student.press("1")
    #expect(student.notice == "not yet: try again")
  }

  @Test(arguments: ["4", ". 4", ", 4"])
  func aNumberIsTypedWithItsQuestionInView(keys: String) throws {
    var student = try Student(reading: .withQuestionBelow, on: "count", size: .usual)
    #expect(!student.page.contains("How many?"))
    try student.press(keys)
    // What is typed is all there, and nothing is answered before Enter.
    #expect(student.model.prompt?.text == keys.replacing(" ", with: ""))
    #expect(student.page.contains("How many?"))
    #expect(try student.stepState.responses.isEmpty)
    try student.press("enter")
    #expect(student.notice == (keys == "4" ? "right" : "not yet: try again"))
  }

  @Test func lettersAndTwoNumbersAreNoAnswer() throws {
    var student = try Student(reading: .withQuestionBelow, on: "count", size: .usual)
    try student.press("4 n")
    #expect(student.model.prompt?.text == "4")
    #expect(student.notice == "type a number, then enter; esc leaves it")
    student.model.prompt?.line = EditableLine("1 23")
    #expect(student.model.prompt?.isComplete == false)
  }

  @Test func aPanelInHandLeavesTheWordsTooLowToAnswer() throws {
    var student = try Student(reading: .withQuestionBelow, on: "deep", size: .usual)
    try student.press("tab 2")
    #expect(try student.stepState.responses.isEmpty)
    #expect(student.page.contains("Which is it?"))
    #expect(student.page.contains("2 that"))
  }

  @Test func hintsThatPushTheQuestionOutDoNotHideItForLong() throws {
    var student = try Student(
      reading: .withQuestionBelow, on: "deep", size: Size(width: 40, height: 12))
    try student.press("i 2")
    #expect(try student.stepState.responses.isEmpty)
    #expect(student.page.contains("2 that"))
    try student.press("2")
    #expect(student.notice == "right")
  }

  @Test(
    arguments: placesWithOptions,
    [Size.comfortable, .usual, Size(width: 60, height: 20), Size(width: 40, height: 12)])
  func whoeverAnswersAShippedQuestionHasItsOptionsOnThePage(place: Place, size: Size) throws {
    for keys in ["", "tab", "tab tab", "tab z", "i", "i i"] {
      var student = try place.student(size: size)
      try student.press(keys)
      guard let question = try student.stepState.openQuestion, !question.isTyped else { continue }
      try answer(question, &student)
    }
  }

  /// Presses 1 until it answers, and reads the page before each.
  private func answer(_ question: Question, _ student: inout Student) throws {
    var read = ""
    for _ in 1...4 {
      read += student.page
      try student.press("1")
      guard try student.stepState.responses[question.id] != nil else { continue }
      for (index, option) in question.options.enumerated() {
        let text = option.text.plainText(in: try student.stepState.scene)
        let start = text.prefix { $0.isLetter || $0 == " " }.prefix(8)
        #expect(read.singleSpaced.contains("\(index + 1) \(start)".singleSpaced), "\(read)")
      }
      return
    }
    Issue.record("it cannot be answered")
  }
}

extension Lesson {
  /// Questions under so many words that they begin below the fold.
  fileprivate static var withQuestionBelow: Lesson {
    get throws {
      try Lesson.load(
        text: """
          ---
          qkv: 1
          id: below
          title: Below
          summary: Questions under many words.
          minutes: 1
          ---

          ```qkv scene
          axis token = this that
          X[token] = [1, 2]
          ```

          ## Deep {#deep}

          \(sentences)

          ```qkv show
          bars X
          ```

          ```qkv choice which
          ask: Which is it?
          options:
            - {text: this, why: That comes before.}
            - {text: that, right: true, why: So it is.}
          ```

          ```qkv hint
          \(sentences)
          ```

          ## Count {#count}

          \(sentences)

          ```qkv number how-many
          ask: How many?
          answer: 4
          equals: sum(X) + 1
          tolerance: 0.1
          ```
          """, file: "below.md")
    }
  }

  private static var sentences: String {
    (1...12).map { "Sentence \($0) takes a line of its own." }.joined(separator: "\n\n")
  }
}
