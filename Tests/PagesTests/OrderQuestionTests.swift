import Lessons
import Progress
import Terminal
import Testing

@testable import Pages
@testable import Playground

/// Putting options in order by pressing one digit after another.
@Suite struct OrderQuestionTests {
  private var lesson: Lesson {
    get throws {
      let text = """
        ---
        qkv: 1
        id: order
        title: Order
        summary: One step.
        minutes: 1
        ---

        ```qkv scene
        axis dish = soup cake bread
        score[dish] = [1, 0, 2]
        weight = softmax(score)
        ```

        ## Who gets most? {#most}

        Look at the scores.

        ```qkv show
        bars weight
        ```

        ```qkv order ranks
        ask: The largest weight first.
        values: weight
        hide: [weight]
        right: Softmax keeps the order.
        wrong: Look at the scores.
        ```

        ## After {#after}

        Nothing to do.
        """
      return try Lesson.load(text: text, file: "order.md")
    }
  }

  private func student(size: Size = .comfortable) throws -> Student {
    try Student(reading: lesson, on: "most", size: size)
  }

  @Test(arguments: [Size.comfortable, .usual, Size(width: 40, height: 12)])
  func digitsInTheRightOrderAnswer(size: Size) throws {
    var student = try student(size: size)
    for _ in 0..<9 where try !student.showsQuestion { try student.press("space") }
    #expect(student.page.contains("type the digits in order"))
    try student.press("3 1 2")
    #expect(student.page.contains("312"))
    #expect(try student.stepState.openQuestion != nil)
    try student.press("enter")
    #expect(student.notice == "right")
    #expect(try student.stepState.openQuestion == nil)
    #expect(student.page.contains("bread → soup → cake ✓"), "\(student.page)")
    #expect(student.model.progress.outcome(of: address)?.kind == .order)
    #expect(student.model.progress.outcome(of: address)?.isRight == true)
  }

  private let address = BlockAddress(lesson: "order", step: "most", block: "ranks")

  @Test func aWrongOrderIsToldItsFirstWrongPlaceAndNothingElse() throws {
    var student = try student()
    try student.press("3 2 1 enter")
    #expect(student.notice == "not yet: try again")
    #expect(student.page.contains("bread → cake → soup ✗"), "\(student.page)")
    #expect(student.page.contains("Place 2 is the first that is wrong"))
    #expect(student.page.contains("Look at the scores."))
    #expect(try student.stepState.isVeiled(student.stepState.panels[0].subjects[0]))
    #expect(student.page.contains("hidden until you answer"))
    #expect(!student.page.contains("Softmax keeps the order."))
    try student.press("3 1 2 enter")
    #expect(student.notice == "right")
    #expect(student.page.contains("Softmax keeps the order."))
    #expect(!student.page.contains("hidden until you answer"))
  }

  @Test func eachDigitIsTakenOnceAndNoOther() throws {
    var student = try student()
    try student.press("3 3 4 9 . a 1")
    #expect(student.model.prompt?.text == "31")
    try student.press("enter")
    #expect(student.notice.contains("\"31\" leaves some out"))
    #expect(student.model.prompt == nil)
    try student.press("4 0 .")
    #expect(student.model.prompt == nil)
    try student.press("3 1 backspace backspace 1 3 2 enter")
    #expect(student.page.contains("soup → bread → cake ✗"), "\(student.page)")
    #expect(student.page.contains("Place 1 is the first that is wrong"))
  }

  @Test func pastedDigitsAreAnOrder() throws {
    var student = try student()
    try student.press("3")
    student.send(.paste("12"))
    try student.press("enter")
    #expect(student.notice == "right")
  }

  @Test func anAnswerIsRememberedInTheNextSession() throws {
    var student = try student()
    try student.press("3 2 1 enter 3 1 2 enter")
    student.model.open(OpenedLesson(try lesson))
    #expect(try student.stepState.openTasks == [])
    #expect(student.page.contains("bread → soup → cake ✓"))
    #expect(try student.stepState.responses["ranks"]?.tries == 2)
  }

  @Test func aKeptStateHoldsTheOrderAndNoOtherThanOneOfTheOptions() throws {
    var student = try student()
    try student.press("3 2 1 enter")
    let line = try student.session.state.line
    var later = Student(at: Library(directory: "/nowhere"))
    later.model.open(OpenedLesson(try lesson, keptAs: line))
    #expect(try later.stepState.responses["ranks"]?.guess == .order([2, 1, 0]))
    #expect(later.page.contains("Place 2 is the first that is wrong"))
    #expect(line.contains("[2,1,0]"))
    for nonsense in ["[2,1,7]", "[]", "[1,1,0]", "[-1,0,1]"] {
      var other = Student(at: Library(directory: "/nowhere"))
      let text = line.replacing("[2,1,0]", with: nonsense)
      other.model.open(OpenedLesson(try lesson, keptAs: text))
      #expect(try other.stepState.responses.isEmpty, "\(nonsense)")
      _ = other.frame
    }
  }

  @Test func aWrongOneWaitsInTheReview() throws {
    var student = try student()
    #expect(student.model.progress.review == [])
    try student.press("1 2 3 enter")
    #expect(student.model.progress.review == [address])
    #expect(student.model.progress.tally.questionsAsked == 1)
    try student.press("3 1 2 enter")
    #expect(student.model.progress.review == [])
    #expect(student.model.progress.tally.questionsRight == 1)
  }

  @Test func slidersAreFreeAndTheFootSaysWhatAnswers() throws {
    let student = try student()
    #expect(try student.stepState.obstacleToDragging == nil)
    #expect(student.rows[student.size.height - 1].contains("1-3 answer"))
    #expect(try student.stepState.openTasks == ["1 question"])
  }

  @Test func theVoiceReadsTheOptionsAndTheReply() throws {
    var student = try student()
    func said(_ student: Student) throws -> String {
      let stepState = try student.stepState
      return stepState.script.map(stepState.words).joined(separator: "\n")
    }
    #expect(try said(student).contains("1: soup.\n2: cake.\n3: bread."))
    try student.press("3 1 2 enter")
    #expect(try said(student).contains("Softmax keeps the order."))
  }

  @Test func withoutColoursAndSignsItReadsTheSame() throws {
    var student = try student()
    student.appearance = Appearance(symbols: .ascii)
    try student.press("3 2 1 enter")
    #expect(student.page.contains("bread > cake > soup"))
    #expect(student.page.contains("Place 2 is the first that is wrong"))
  }
}

extension Student {
  fileprivate var showsQuestion: Bool {
    get throws { try LessonPage(window, session).showsQuestion }
  }
}
