import FuzzSupport
import Lessons
import Terminal
import Testing

@testable import Pages
@testable import Playground

/// What is said about an answer keeps the numbers that it was said about.
@Suite struct ExplanationTests {
  @Test func anExplanationKeepsItsNumberWhileTheTableMovesOn() throws {
    var student = try Student()
    try student.press("2 right right")
    #expect(student.page.contains("The cat has .62 now."))
    #expect(try student.value("weight[\"it\",\"cat\"]") != 0.62)
    try student.press("x")
    #expect(student.page.contains("The cat has .62 now."))
  }

  @Test func aReachedGoalKeepsItsNumbers() throws {
    var student = try Place(lesson: "projections", step: "ask").student(size: .comfortable)
    try student.press("2 s s")
    let words = student.feedback
    #expect(words.singleSpaced.contains("it spends"))
    try student.press("x")
    #expect(student.feedback == words)
  }

  @Test func aReturningStudentReadsTheNumbersOfTheSolution() throws {
    var student = try Place(lesson: "projections", step: "ask").student(size: .comfortable)
    try student.press("2 s s")
    #expect(student.feedback.singleSpaced.contains("it spends .84 of its"))
    let lesson = try student.session.lesson
    student.model.open(lesson, step: try student.session.stepIndex)
    #expect(student.feedback.singleSpaced.contains("solution gives: it spends .84 of its"))
  }

  /// Whatever is dragged afterwards, the words under the answer stay as they were.
  @Test(arguments: placesWithOptions, [0, 1, 2])
  func noDragChangesWhatWasExplained(place: Place, seed: Int) throws {
    var student = try place.student(size: .comfortable)
    for _ in 0..<4 {
      try student.readOn()
      try student.answer()
    }
    // A formula is not to be had by pressing 1.
    if try student.stepState.openQuestion?.formula != nil { return }
    let words = student.feedback
    #expect(!words.isEmpty)
    let goals = try student.stepState.reachedGoals.keys
    var dice = SeededNumbers(seed: UInt64(seed))
    let keys = ["left", "right", "H", "L", "up", "down", "+", "-", "tab", "0", "u", "x"]
    for _ in 0..<20 {
      try student.press(keys[dice.below(keys.count)])
      // A goal that is reached on the way adds words of its own.
      guard try student.stepState.reachedGoals.keys == goals else { return }
      #expect(student.feedback == words)
    }
  }
}

extension Student {
  /// Answers the open question wrongly or rightly, whatever 1 or the number 1 is.
  fileprivate mutating func answer() throws {
    guard let question = try stepState.openQuestion else { return }
    for option in 1...max(question.options.count, 1) where try !stepState.isSettled(question) {
      try press(question.isTyped ? "1 enter" : "\(option)")
    }
  }

  /// The lines that follow answers and reached goals: all that is no longer live.
  fileprivate var feedback: String {
    guard let stepState = model.session?.stepState else { return "" }
    let narration = Narration(stepState, model, appearance, isCompact: false)
    let blocks =
      stepState.step.questions.flatMap { narration.feedback(to: $0, stepState.responses[$0.id]) }
      + stepState.step.goals.flatMap(narration.success)
    return ProseView(blocks).lines(width: 44, appearance: appearance)
      .map { line in line.spans.map(\.text).joined() }.joined(separator: "\n")
  }
}
