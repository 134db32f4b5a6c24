import FuzzSupport
import Progress
import Scenes
import Terminal
import Testing
import Text

@testable import Lessons
@testable import Pages
@testable import Playground

/// A wrong answer names the belief behind it, and the next hint is the experiment that tests it.
@Suite struct DiagnosisTests {
  private let course: LessonFolder

  init() throws {
    course = try LessonFolder(["twice": lesson], files: ["misconceptions.yml": misconceptions])
  }

  private func student(on step: String = "ask", size: Size = .comfortable) throws -> Student {
    var student = Student(at: course.library, size: size)
    let lesson = try course.library.lesson("twice")
    student.model.open(lesson, step: try #require(lesson.index(ofStep: step)))
    return student
  }

  @Test(arguments: [Size.comfortable, .usual])
  func theReplyNamesTheBelief(size: Size) throws {
    var student = try student(size: size)
    try student.press("5 enter")
    #expect(student.words.contains("Such an answer fits a common belief: Times is plus."))
    try student.press("9 enter")
    #expect(!student.words.contains("common belief"))
    try student.press("5 enter 6 enter")
    #expect(!student.words.contains("common belief"))
    let sighting = try student.outcome("double")?.sightings["plus-for-times"]
    #expect(sighting == Sighting(count: 2, last: student.model.now))
  }

  @Test func theNextHintIsItsExperimentAndAKeyOpensIt() throws {
    var student = try student()
    try student.press("i")
    #expect(student.words.contains("hint 1 The author's first."))
    try student.press("5 enter i")
    #expect(
      student.words.contains(
        "experiment Step 2 of this lesson, \"Try\", puts that belief to the test."))
    #expect(student.notice.hasPrefix("E opens the experiment"))
    try student.press("i")
    #expect(student.words.contains("hint 2 The author's second."))
    try student.press("E")
    #expect(try student.session.step.id == "try")
    #expect(student.notice.hasPrefix("⌫ returns to Twice, step 1"))
    try student.press("backspace")
    #expect(try student.session.step.id == "ask")
    #expect(student.words.contains("hint 2 The author's second."))
  }

  @Test func aChosenOptionIsDiagnosedToo() throws {
    var student = try student(on: "choose")
    try student.press("1")
    #expect(student.words.contains("Such an answer fits a common belief: Times is plus."))
    try student.press("2")
    #expect(!student.words.contains("common belief"))
  }

  @Test func whereTheExperimentIsTheStepInFrontTheAuthorsHintsFollow() throws {
    var student = try student(on: "try")
    try student.press("5 enter i E")
    #expect(student.words.contains("hint 1 Only this."))
    #expect(try student.session.step.id == "try")
    #expect(student.notice == "no answer here calls for another experiment")
  }

  @Test func aNamedExperimentComesBackWithTheLesson() throws {
    var student = try student()
    try student.press("5 enter i")
    let line = try student.session.state.line
    var later = Student(at: course.library)
    later.model.progress = student.model.progress
    later.model.open(OpenedLesson(try student.session.lesson, keptAs: line))
    #expect(try later.stepState.experiments == student.stepState.experiments)
    #expect(later.words.contains("puts that belief to the test."))
  }

  @Test func eachMisconceptionOfTheCourseHasItsExperiment() {
    #expect(shippedLibrary.misconceptions.count > 30)
    #expect(shippedLibrary.misplacedExperiments == [])
    for misconception in shippedLibrary.misconceptions {
      #expect(misconception.step != nil, "\(misconception.id)")
    }
  }

  @Test func checkFindsAnExperimentThatItsLessonLacks() throws {
    let course = try LessonFolder(
      ["twice": lesson],
      files: ["misconceptions.yml": misconceptions.replacing("step: try", with: "step: tyr")])
    let found = course.library.misplacedExperiments
    #expect(found.map(\.message) == ["The lesson \"twice\" has no step \"tyr\"."])
    #expect(found.first?.suggestion == "Did you mean try?")
    #expect(found.first?.location.line == 3)
  }
}

/// Simulated students: each holds one misconception and answers with any numbers.
@Suite struct SimulatedStudentTests {
  private static let seeds = fuzzRounds(usually: 20)

  @Test func whoHoldsAMisconceptionIsDiagnosed() throws {
    var asked: [String: Int] = [:]
    var diagnosed: [String: Int] = [:]
    for shipped in ShippedQuestion.all {
      for (seed, weight) in try shipped.seeds(Self.seeds) {
        let stepState = try shipped.stepState(seed)
        for (id, guess) in try shipped.believers(stepState) {
          let answer = try shipped.answer(guess, stepState)
          // With some numbers the option of a misconception is right.
          guard !answer.isRight else { continue }
          asked[id, default: 0] += weight
          if answer.misconception == id { diagnosed[id, default: 0] += weight }
        }
      }
    }
    #expect(asked.count > 25)
    for (id, count) in asked {
      #expect(count >= Self.seeds)
      #expect(Double(diagnosed[id] ?? 0) >= 0.95 * Double(count), "\(id)")
    }
  }

  @Test func whoIsRightIsNeverDiagnosed() throws {
    for shipped in ShippedQuestion.all {
      for (seed, _) in try shipped.seeds(Self.seeds) {
        let stepState = try shipped.stepState(seed)
        let question = try #require(stepState.step.questions.first)
        let guess = try #require(shipped.rightGuess(question, stepState))
        let answer = try shipped.answer(guess, stepState)
        #expect(answer.isRight && answer.misconception == nil, "\(shipped), seed \(seed)")
      }
    }
  }

  @Test func whoWritesAKnownWrongFormulaIsDiagnosed() throws {
    var count = 0
    for place in shippedPlaces {
      var before = StepState(try #require(place.content))
      for question in before.step.questions {
        guard let task = question.formula else { continue }
        for mistake in task.mistakes where mistake.misconception != nil {
          var stepState = before
          _ = try stepState.respond(to: question, with: .formula(mistake.equals.text))
          #expect(stepState.misconception(behind: question) == mistake.misconception, "\(place)")
          #expect(mistake.misconception.flatMap(shippedLibrary.misconception) != nil, "\(place)")
          count += 1
        }
        // The next formula may need this one.
        let isRight = try before.respond(to: question, with: .formula(task.answer.text))
        #expect(isRight && before.misconception(behind: question) == nil, "\(place)")
      }
    }
    #expect(count > 10)
  }
}

extension ShippedQuestion {
  /// Seeds with different numbers, each with how many of `count` it stands for.
  fileprivate func seeds(_ count: Int) throws -> [(seed: Int, weight: Int)] {
    let step = shippedLessons[address.lesson]?.step(address.step)
    let question = step?.questions.first { $0.id == address.block }
    let different = min(try #require(question).variantCount, count)
    return (1...different).map { ($0, (count + different - 1) / different) }
  }

  fileprivate func stepState(_ seed: Int) throws -> StepState {
    let lesson = try #require(shippedLessons[address.lesson])
    let asked = try lesson.asking(address.block, ofStep: address.step, seed: seed)
    return StepState(try #require(asked).steps[0])
  }

  /// What those answer who hold a misconception that the question can show.
  ///
  /// A wrong formula is worked out from its text, and typed with as many digits as people type.
  fileprivate func believers(
    _ stepState: StepState
  ) throws -> [(id: String, guess: Guess)] {
    let question = stepState.step.questions[0]
    let numbers = try question.mistakes.compactMap { mistake -> (String, Guess)? in
      guard let id = mistake.misconception?.id else { return nil }
      var scene = stepState.scene
      if !question.answer.isOfStart { scene = try question.revealed(scene) }
      let node = try scene.watch(SourceText(file: "test", text: mistake.text))
      let value = try #require(scene.values(of: node).elements.first)
      let digits: Float = abs(value) < 10 ? 1_000 : 100
      let typed = (value * digits).rounded() / digits
      return (id, try #require(question.guess(typed: "\(typed)")))
    }
    let options = question.options.enumerated().compactMap { place, option in
      option.misconception.map { ($0.id, Guess.option(place)) }
    }
    return numbers + options
  }

  /// Whether an answer is right, and the misconception that it is taken to show.
  fileprivate func answer(
    _ guess: Guess, _ before: StepState
  ) throws -> (isRight: Bool, misconception: String?) {
    var stepState = before
    let question = stepState.step.questions[0]
    let isRight = try stepState.respond(to: question, with: guess)
    return (isRight, stepState.misconception(behind: question))
  }
}

extension Student {
  /// The words of the step on one line.
  var words: String {
    guard let page = window.lessonPage else { return "" }
    let text = page.words.lines.map(\.text).joined(separator: " ")
    return text.singleSpaced
  }
}

private let misconceptions = """
  qkv: 1
  misconceptions:
    - {id: plus-for-times, says: Times is plus., lesson: twice, step: try}
  """

private let lesson = """
  \(Twice.header)

  ```qkv scene
  x = 3
  ```

  ## Ask {#ask}

  \(Twice.question)

  ```qkv hint
  The author's first.
  ```

  ```qkv hint
  The author's second.
  ```

  ## Try {#try}

  ```qkv number again
  ask: Double 3.
  answer: 6
  equals: 2 * x
  mistakes:
    - {equals: x + 2, misconception: plus-for-times, say: Not plus.}
  ```

  ```qkv hint
  Only this.
  ```

  ## Choose {#choose}

  ```qkv choice which
  ask: Twice 3 is …
  options:
    - {text: 5, misconception: plus-for-times, why: Not plus.}
    - {text: 6, right: true, why: So it is.}
  ```

  """
