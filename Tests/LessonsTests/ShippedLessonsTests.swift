import Foundation
import Scenes
import Testing
import Text

@testable import Lessons

@Suite struct ShippedLessonsTests {
  @Test func theCourseListsEveryLessonOnce() {
    let library = Library(directory: shipped)
    #expect(library.problems.map { $0.rendered() } == [])
    #expect(Set(library.course.entries.map(\.id)).count == library.course.entries.count)
    #expect(library.course.entries.contains { $0.header != nil })
  }

  @Test(arguments: Library(directory: shipped).course.entries.map(\.id))
  func everyLessonHoldsWhatItClaims(id: String) {
    let library = Library(directory: shipped)
    guard library.path(of: id) != nil else { return }
    do throws(Problems) {
      let check = LessonCheck(try library.lesson(id), knownLessons: library.lessonIDs)
      #expect(check.problems.map { $0.rendered() } == [])
      #expect(check.warnings.map { $0.rendered() } == [])
    } catch {
      Issue.record("\(error.rendered())")
    }
  }

  @Test(arguments: Library(directory: shipped).course.entries.map(\.id))
  func everyGoalIsASentence(id: String) throws {
    let library = Library(directory: shipped)
    guard library.path(of: id) != nil else { return }
    for step in try library.lesson(id).steps {
      let asks = step.goals.map(\.ask) + [step.training].compactMap { $0?.ask }
      #expect(asks.allSatisfy { $0.plainText.hasSuffix(".") }, "\(id)/\(step.id)")
    }
  }
}

/// The lessons folder of this package.
private let shipped = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "lessons").path
