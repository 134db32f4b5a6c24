import Foundation
import Models
import Scenes
import Testing
import Text

@testable import Lessons

@Suite struct ShippedLessonsTests {
  private static let library = Library(directory: shipped, weights: shippedModels)
  /// The ids of the lessons that are written, whether or not they can be read.
  private static let written = library.course.entries.filter { $0.state != .planned }.map(\.id)

  @Test func theCourseListsEveryLessonOnce() {
    #expect(Self.library.problems.map { $0.rendered() } == [])
    let ids = Self.library.course.entries.map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test func everyLessonFileIsAmongThoseTested() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: shipped)
    let ids = files.filter { $0.hasSuffix(".md") && $0 != "README.md" }.map { $0.dropLast(3) }
    #expect(ids.count >= 6)
    #expect(Set(ids.map(String.init)) == Set(Self.written))
  }

  @Test(arguments: written)
  func everyLessonHoldsWhatItClaims(id: String) {
    do throws(Diagnostics) {
      let lesson = try Self.library.lesson(id)
      let check = LessonCheck(lesson, knownLessons: Self.library.lessonIDs)
      #expect(check.problems.map { $0.rendered() } == [])
      #expect(check.warnings.map { $0.rendered() } == [])
    } catch {
      Issue.record("\(error.rendered())")
    }
  }

  @Test(arguments: written)
  func everyGoalIsASentence(id: String) throws {
    let steps = try Self.library.lesson(id).steps
    let asks = steps.flatMap { $0.goals.map(\.ask) + [$0.training].compactMap { $0?.ask } }
    #expect(!asks.isEmpty)
    for ask in asks { #expect(ask.plainText.hasSuffix(".")) }
  }
}

/// The models of this package.
let shippedModels = ModelLibrary(
  directories: [
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "assets/models").path
  ])

/// The lessons folder of this package.
private let shipped = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "lessons").path
