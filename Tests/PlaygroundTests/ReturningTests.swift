import Lessons
import Terminal
import Testing

@testable import Playground

/// What somebody sees who comes back.
@Suite struct ReturningTests {
  @Test func theUsualScreenHasTheGoalInItsOwnWords() throws {
    let student = try Place(lesson: "projections", step: "ask").student(size: .usual)
    #expect(student.rows[0].contains("goal ○ weight[\"it\",\"cat\"] > 0.8"))
    #expect(student.rows[0].contains("One embedding, three hats"))
  }

  @Test func theMapCountsTheQuestionsToReview() throws {
    var student = Student(at: shippedLibrary)
    let address = BlockAddress(lesson: "projections", step: "who", block: "best-match")
    student.model.progress.record(
      .predict, of: address, isRight: false, guess: "cat", at: student.model.now)
    #expect(student.rows[student.model.size.height - 1].contains("r review 1"))
  }

  @Test func aFinishedLessonBeginsAgainAtItsBeginning() throws {
    var student = Student(at: shippedLibrary)
    let entry = try #require(student.model.mapEntries.first { $0.id == "softmax" })
    for step in entry.stepIDs {
      student.model.progress.visit(step: step, of: entry.id, at: student.model.now)
      student.model.progress.finish(step: step, of: entry.id, at: student.model.now)
    }
    student.model.selectLesson("softmax")
    try student.press("enter")
    #expect(try student.session.stepIndex == 0)
  }

  @Test func anUnfinishedLessonGoesOnWhereItWasLeft() throws {
    var student = Student(at: shippedLibrary)
    let entry = try #require(student.model.mapEntries.first { $0.id == "softmax" })
    student.model.progress.visit(step: entry.stepIDs[3], of: entry.id, at: student.model.now)
    student.model.selectLesson("softmax")
    try student.press("enter")
    #expect(try student.session.stepIndex == 3)
  }
}
