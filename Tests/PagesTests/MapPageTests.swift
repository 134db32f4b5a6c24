import Terminal
import Testing

@testable import Pages
@testable import Playground

@Suite struct MapPageTests {
  @Test(arguments: [Size.comfortable, .usual, Size(width: 40, height: 12)])
  func lessonsThatCannotBeTakenYetAreCountedApart(size: Size) throws {
    let course = try PlannedCourse()
    let student = Student(at: course.library, size: size)
    #expect(student.rows[0].contains("0 of 2 finished · 1 planned"))
  }

  @Test func whatIsFinishedIsCounted() throws {
    var student = Student(at: shippedLibrary)
    let first = try #require(student.model.mapEntries.first { !$0.isPlanned })
    for step in first.stepIDs {
      student.model.progress.finish(step: step, of: first.id, at: student.model.now)
    }
    #expect(student.rows[0].contains("1 of "))
  }
}
