import Lessons
import Progress
import Terminal
import Testing

@testable import Pages
@testable import Playground

@Suite struct LessonCardTests {
  private let day = 86_400

  /// The map with one lesson in hand that was left on its second step some days ago.
  private func student(days: Int, size: Size = .comfortable) throws -> Student {
    var student = Student(at: shippedLibrary, size: size)
    let index = try #require(student.model.mapEntries.firstIndex { $0.steps.count > 2 })
    let entry = student.model.mapEntries[index]
    let then = Timestamp(secondsSince1970: student.model.now.secondsSince1970 - days * day)
    student.model.progress.finish(step: entry.stepIDs[0], of: entry.id, at: then)
    student.model.progress.visit(step: entry.stepIDs[1], of: entry.id, at: then)
    student.model.map.selected = index
    return student
  }

  @Test(arguments: [(0, "today"), (1, "yesterday"), (9, "9 days ago")])
  func theCardSaysWhereAndWhenOneStopped(days: Int, words: String) throws {
    let page = try student(days: days).page
    #expect(page.contains("●◐○"))
    #expect(page.contains("stopped at step 2, \(words)"))
    #expect(page.contains("continue"))
  }

  @Test func afterTheLastStepTheCardNamesTheFirstThatIsOpen() throws {
    var student = try student(days: 0)
    let entry = student.model.mapEntries[student.model.map.selected]
    student.model.progress.visit(
      step: entry.stepIDs[entry.stepIDs.count - 1], of: entry.id, at: student.model.now)
    #expect(student.page.contains("●◐○"))
    #expect(student.page.contains("open: step 2, today"))
  }

  @Test func aSmallMapSaysSoToo() throws {
    #expect(try student(days: 1, size: .usual).page.contains("stopped at step 2, yesterday"))
  }

  @Test func aFinishedLessonCanBeReadAgain() throws {
    var student = try student(days: 0)
    let entry = student.model.mapEntries[student.model.map.selected]
    for step in entry.stepIDs {
      student.model.progress.finish(step: step, of: entry.id, at: student.model.now)
    }
    #expect(student.page.contains("finished, today"))
    #expect(student.page.contains("read again"))
  }

  @Test(arguments: [Size.comfortable, .usual, Size(width: 60, height: 20)])
  func noCardIsCut(size: Size) {
    var student = Student(at: shippedLibrary, size: size)
    for index in student.model.mapEntries.indices {
      student.model.map.selected = index
      let map = MapPage(student.window)
      #expect(map.cardHeight <= map.cardRect.height, "\(map.entries[index].title)")
    }
  }
}
