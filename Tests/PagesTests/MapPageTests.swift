import Terminal
import Testing

@testable import Pages
@testable import Playground

@Suite struct MapPageTests {
  @Test(arguments: [Size.comfortable, .usual, Size(width: 40, height: 12)])
  func lessonsThatCannotBeTakenYetAreCountedApart(size: Size) {
    let student = Student(at: shippedLibrary, size: size)
    let entries = student.model.mapEntries
    let ready = entries.count { !$0.isPlanned }
    let planned = entries.count - ready
    #expect(student.rows[0].contains("0 of \(ready) finished · \(planned) planned"))
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
