import FuzzSupport
import Lessons
import Progress
import Scenes
import Terminal
import Testing
import Text

@testable import Pages
@testable import Playground

/// Old questions with other numbers, one after another.
@Suite struct ReviewTests {
  private let course: LessonFolder

  init() throws {
    course = try LessonFolder(["twice": lesson])
  }

  private static let double = BlockAddress(lesson: "twice", step: "first", block: "double")
  private static let larger = BlockAddress(lesson: "twice", step: "first", block: "larger")

  /// In front of the map, days after both questions were answered.
  private func student(days: Int = 1, size: Size = .comfortable) throws -> Student {
    var student = Student(at: course.library, size: size)
    let then = Timestamp(secondsSince1970: student.model.now.secondsSince1970 - days * 86_400)
    student.model.progress.record(.number, of: Self.double, isRight: true, guess: "6", at: then)
    student.model.progress.record(
      .predict, of: Self.larger, isRight: false, guess: "x", at: then.next)
    return student
  }

  private func daysLeft(_ address: BlockAddress, _ student: Student) throws -> Int {
    let outcome = try #require(student.model.progress.outcome(of: address))
    return ReviewSchedule(of: outcome, at: student.model.now).daysLeft(at: student.model.now)
  }

  @Test func theWrongAnswerIsAskedFirstAndTheOtherHasOtherNumbers() throws {
    var student = try student()
    #expect(student.rows.last?.contains("r review 2") == true)
    try student.press("r")
    #expect(student.rows[0].contains("question 1 of 2"))
    #expect(student.page.contains("Which grows?"))
    #expect(!student.page.contains("Double"))
    try student.press("2")
    #expect(student.notice == "right")
    #expect(student.page.contains("Only y grows."))
    try student.press("space")
    #expect(student.rows[0].contains("question 2 of 2"))
    let number = Int(try student.value("x"))
    #expect(number != 3 && student.page.contains("Double \(number)."))
    // What was read before the question is there; what came after it is not.
    #expect(student.page.contains("A number lies here."))
    #expect(!student.page.contains("The end."))
  }

  @Test func answersMoveTheDatesAndTheEndSaysWhenTheyComeBack() throws {
    var student = try student()
    try student.press("r 2 space")
    let number = Int(try student.value("x"))
    student.press(keys: "\(number + 2)".map(Key.character) + [.enter])
    #expect(student.notice == "not this time: look")
    #expect(student.page.contains("Twice means times 2"))
    #expect(student.page.contains("it is \(2 * number)"))
    // A second answer is only for oneself.
    try student.press("space")
    #expect(student.model.session == nil)
    #expect(student.rows[0].contains("1 of 2 questions right"))
    #expect(student.page.contains("✓  in 3 days  Which grows?"))
    #expect(student.page.contains("✗  tomorrow   Double \(number)."))
    #expect(student.page.contains("nothing to review today: 1 question comes back tomorrow"))
    #expect(try daysLeft(Self.larger, student) == 3)
    #expect(try daysLeft(Self.double, student) == 1)
    #expect(student.model.progress.misconceptions == ["plus-for-times": 1])
    try student.press("enter")
    #expect(student.model.context == .map)
    #expect(student.model.review == nil)
    try student.press("r")
    #expect(student.notice.hasPrefix("nothing to review today"))
  }

  @Test func theLessonItselfStaysAsItIs() throws {
    var student = try student()
    let before = student.model.progress
    try student.press("r 1 x x home end n")
    let effects = student.effects.filter { effect in
      switch effect {
      case .saveState, .savePlace, .record: true
      default: false
      }
    }
    #expect(effects.isEmpty)
    let after = student.model.progress
    #expect(after.outcome(of: Self.larger)?.guess == "x")
    #expect(after.outcome(of: Self.larger)?.attempts == 1)
    #expect(after.lessons["twice"]?.finished == before.lessons["twice"]?.finished)
    #expect(after.lessons["twice"]?.seconds == before.lessons["twice"]?.seconds)
    #expect(after.place(of: "twice") == before.place(of: "twice"))
  }

  @Test func onlyTheFirstAnswerCounts() throws {
    var student = try student()
    try student.press("r 1 x x 2")
    #expect(try daysLeft(Self.larger, student) == 1)
    #expect(student.model.progress.outcome(of: Self.larger)?.reviews.values.map(\.self) == [false])
  }

  @Test func aQuestionLeftOpenStaysDue() throws {
    var student = try student()
    try student.press("r space")
    #expect(student.notice.hasPrefix("a question is open here"))
    try student.press("space")
    #expect(student.rows[0].contains("question 2 of 2"))
    try student.press("n")
    #expect(student.page.contains("left open"))
    #expect(student.model.dueItems.count == 2)
    #expect(student.model.progress.outcome(of: Self.double)?.reviews.isEmpty == true)
  }

  @Test func leavingEndsTheReview() throws {
    for keys in ["q", "m"] {
      var student = try student()
      try student.press("r \(keys)")
      #expect(student.model.context == .map)
      #expect(student.model.review == nil)
      // A lesson opened next is that lesson.
      try student.press("enter")
      #expect(try student.session.purpose == .lesson)
      #expect(try student.session.lesson.steps.count == 2)
    }
  }

  @Test func nothingIsDueOnTheSameDayAndASentenceSaysWhen() throws {
    var student = try student(days: 0)
    #expect(student.rows.last?.contains("review") == false)
    try student.press("r")
    #expect(student.model.session == nil)
    #expect(student.notice == "nothing to review today: 2 questions come back tomorrow")
    var stranger = Student(at: course.library)
    try stranger.press("r")
    #expect(stranger.notice.hasPrefix("nothing to review yet"))
  }

  @Test func aQuestionThatItsLessonHasLostIsPassedOver() throws {
    var student = try student()
    let lost = BlockAddress(lesson: "twice", step: "first", block: "gone")
    let long = Timestamp(secondsSince1970: student.model.now.secondsSince1970 - 900_000)
    student.model.progress.record(.choice, of: lost, isRight: false, at: long)
    student.model.progress.record(
      .choice, of: BlockAddress(lesson: "nowhere", step: "a", block: "b"), isRight: false, at: long)
    try student.press("r")
    #expect(student.page.contains("Which grows?"))
  }

  @Test func fiveQuestionsAreEnough() throws {
    var student = Student(at: shippedLibrary)
    let long = Timestamp(secondsSince1970: student.model.now.secondsSince1970 - 900_000)
    for question in ShippedQuestion.all.prefix(12) {
      student.model.progress.record(
        question.kind, of: question.address, isRight: true, at: long)
    }
    #expect(student.model.dueItems.count == 12)
    try student.press("r")
    #expect(student.rows[0].contains("question 1 of 5"))
    try student.press("n n n n n")
    #expect(student.page.contains("12 questions are due now"))
    try student.press("r")
    #expect(student.rows[0].contains("question 1 of 5"))
  }

  @Test(arguments: [Size.comfortable, .usual, Size(width: 40, height: 12)])
  func theEndIsDrawnInEveryLook(size: Size) throws {
    var student = try student(size: size)
    try student.press("r n n")
    for appearance in Appearance.all {
      student.appearance = appearance
      #expect(student.rows.allSatisfy { TextWidth.width(of: $0) <= size.width })
      #expect(student.page.contains("left open"))
      #expect(student.page.contains("Review"))
    }
  }
}

/// Every question of the course can be asked alone.
@Suite struct AskedAgainTests {
  @Test(arguments: ShippedQuestion.all)
  func askedAloneItHasOneRightAnswerWithAnyNumbers(shipped: ShippedQuestion) throws {
    let lesson = try #require(shippedLessons[shipped.address.lesson])
    let (step, block) = (shipped.address.step, shipped.address.block)
    let count = lesson.step(step)?.questions.first { $0.id == block }?.variantCount ?? 1
    for seed in 1...min(count, fuzzRounds(usually: 3)) {
      let asked = try #require(try lesson.asking(block, ofStep: step, seed: seed))
      var stepState = StepState(asked.steps[0])
      let question = try #require(stepState.step.questions.first)
      #expect(stepState.step.questions.count == 1)
      let guess = try #require(shipped.rightGuess(question, stepState), "seed \(seed)")
      let isRight = try stepState.respond(to: question, with: guess)
      #expect(isRight, "seed \(seed)")
    }
  }

  @Test(arguments: ShippedQuestion.all)
  func itIsInViewAtOnce(shipped: ShippedQuestion) throws {
    var student = Student(at: shippedLibrary)
    let long = Timestamp(secondsSince1970: student.model.now.secondsSince1970 - 900_000)
    student.model.progress.record(shipped.kind, of: shipped.address, isRight: true, at: long)
    _ = student.model.update(.go(.review), at: student.model.now)
    // Read once for all of these tests.
    let lesson = try #require(shippedLessons[shipped.address.lesson])
    student.update(.reported(.opened(OpenedLesson(lesson))))
    #expect(try student.session.purpose == .review)
    for size in [Size.comfortable, .usual] {
      student.size = size
      let page = try #require(student.window.lessonPage)
      #expect(page.showsQuestion, "\(student.page)")
      #expect(student.rows.allSatisfy { TextWidth.width(of: $0) <= size.width })
    }
  }
}

/// A question of the course that reviews ask.
struct ShippedQuestion: CustomStringConvertible, Sendable {
  let address: BlockAddress
  let kind: Outcome.Kind

  var description: String { "\(address.lesson)/\(address.step)/\(address.block)" }

  static let all: [ShippedQuestion] = shippedPlaces.flatMap { place in
    (place.content?.questions ?? []).filter(\.kind.outcome.isReviewed).map { question in
      ShippedQuestion(
        address: BlockAddress(lesson: place.lesson, step: place.step, block: question.id),
        kind: question.kind.outcome)
    }
  }

  /// The one right answer; nil where there are several, or none.
  func rightGuess(_ question: Question, _ stepState: StepState) -> Guess? {
    guard let after = try? question.revealed(stepState.scene) else { return nil }
    switch question.truth(before: stepState.scene, after: after, start: stepState.start) {
    case .options(let places): return places.count == 1 ? .option(places[0]) : nil
    case .number(let value, _): return value.isFinite ? .number(value) : nil
    case .order(let numbers):
      let order = numbers.indices.sorted { numbers[$0] > numbers[$1] }
      return Set(numbers).count == numbers.count ? .order(order) : nil
    }
  }
}

/// A course of a few lessons in a folder of its own.
final class LessonFolder: Sendable {
  private let folder = Scratch()
  let library: Library

  init(_ lessons: [String: String], files: [String: String] = [:]) throws {
    for (id, text) in lessons { try folder.write(Array(text.utf8), to: "\(id).md") }
    let ids = lessons.keys.sorted().joined(separator: ", ")
    let course = "qkv: 1\ntitle: A course\nparts:\n  - {title: All, lessons: [\(ids)]}\n"
    try folder.write(Array(course.utf8), to: "course.yml")
    for (name, text) in files { try folder.write(Array(text.utf8), to: name) }
    library = Library(directory: folder.path)
  }
}

private let lesson = """
  \(Twice.header)

  ```qkv scene
  x = 3
  y = 1
  ```

  ## First {#first}

  A number lies here.

  ```qkv show
  number x "x"
  ```

  ```qkv sliders
  x from 0 to 99 step 1
  ```

  \(Twice.question)

  ```qkv predict larger
  ask: Which grows?
  options: [x, y]
  right: 2
  set: y = 5
  explain: Only y grows.
  ```

  The end.

  ## Second {#second}

  Nothing here.

  """
