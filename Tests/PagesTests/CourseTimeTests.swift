import Lessons
import Terminal
import Testing

@testable import Pages
@testable import Playground

@Suite struct CourseTimeTests {
  private func finish(_ steps: ArraySlice<String>, of lesson: String, _ student: inout Student) {
    for step in steps {
      student.model.progress.finish(step: step, of: lesson, at: student.model.now)
    }
  }

  @Test func whatIsWrittenIsToGoAtTheStart() throws {
    let student = Student(at: shippedLibrary)
    let written = student.model.mapEntries.filter { !$0.isPlanned }.compactMap(\.minutes)
    #expect(student.model.courseTime == CourseTime(done: 0, left: written.reduce(0, +)))
    #expect(student.rows[0].contains("\(written.reduce(0, +)) min to go"))
    #expect(!student.rows[0].contains("done"))
  }

  @Test func finishedStepsMoveTheirShareOver() throws {
    var student = Student(at: shippedLibrary)
    let all = student.model.courseTime.left
    let entry = try #require(student.model.mapEntries.first { $0.id == "softmax" })
    let minutes = try #require(entry.minutes)
    finish(entry.stepIDs[...], of: "softmax", &student)
    #expect(student.model.courseTime == CourseTime(done: minutes, left: all - minutes))
    #expect(student.rows[0].contains("\(minutes) min done"))
  }

  @Test func aCourseReadToTheEndSaysSo() throws {
    var student = Student(at: shippedLibrary)
    for entry in student.model.mapEntries { finish(entry.stepIDs[...], of: entry.id, &student) }
    #expect(student.model.courseTime.left == 0)
    #expect(student.rows[0].contains("all read"))
  }
}
