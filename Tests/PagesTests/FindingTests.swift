import Foundation
import Lessons
import Models
import Terminal
import Testing

@testable import Pages
@testable import Playground

/// Search, the palette, and the ways from screen to screen.
@Suite struct FindingTests {
  @Test func searchFindsAStepAndOpensIt() throws {
    var student = Student(at: shippedLibrary)
    try student.press("/")
    student.type("stands still")
    #expect(student.page.contains("What stands still"))
    try student.press("enter")
    #expect(try student.session.step.id == "still")
    #expect(student.model.overlays.isEmpty)
  }

  @Test(arguments: ["softmax", "bank", "sharpens"])
  func searchKnowsIdsAndSummariesToo(word: String) throws {
    var student = Student(at: shippedLibrary)
    try student.press("/")
    student.type(word)
    #expect(!student.page.contains("nothing matches"))
  }

  @Test func whatMatchesNothingSaysSo() throws {
    var student = Student(at: shippedLibrary)
    try student.press("/")
    student.type("xyzzy")
    #expect(student.page.contains("nothing matches"))
    try student.press("enter backspace backspace backspace backspace backspace esc")
    #expect(student.model.session == nil)
    #expect(student.model.overlays.isEmpty)
  }

  @Test func thePaletteDoesWhatItSays() throws {
    var student = try Student()
    try student.press(":")
    student.type("undo the last")
    try student.press("enter")
    #expect(student.notice == "nothing to undo")
    try student.press(":")
    student.type("3")
    try student.press("enter")
    #expect(try student.session.step.id == "sizes")
    try student.press(":")
    student.type("course map")
    try student.press("enter")
    #expect(student.model.session == nil)
  }

  @Test func aNumberOnTheMapIsALesson() throws {
    let course = try PlannedCourse()
    var student = Student(at: course.library)
    let entries = student.model.mapEntries
    let ready = try #require(entries.last { !$0.isPlanned })
    let planned = try #require(entries.first { $0.isPlanned })
    try student.press(":")
    student.type("\(planned.number)")
    #expect(student.page.contains("lesson \(planned.number), planned"))
    try student.press("enter")
    #expect(student.model.session == nil && student.model.map.selected == planned.number - 1)
    try student.press(":")
    student.type("\(ready.number)")
    #expect(student.page.contains(ready.title))
    try student.press("enter")
    #expect(try student.session.lesson.id == ready.id)
  }

  @Test func noSuchLessonIsSaid() throws {
    var student = Student(at: shippedLibrary)
    try student.press(":")
    student.type("99")
    #expect(student.page.contains("nothing matches"))
  }

  @Test func theMapOpensALessonAndComesBack() throws {
    var student = Student(at: shippedLibrary)
    let entries = student.model.mapEntries
    student.model.selectLesson("projections")
    try student.press("enter")
    #expect(try student.session.lesson.id == "projections")
    #expect(entries[student.model.map.selected].id == "projections")
    try student.press("q")
    #expect(student.model.session == nil)
    #expect(!student.effects.contains(.quit))
  }

  @Test func aPlannedLessonSaysThatItIsNotWritten() throws {
    let course = try PlannedCourse()
    var student = Student(at: course.library)
    student.model.map.selected = try #require(
      student.model.mapEntries.firstIndex { $0.isPlanned })
    try student.press("enter")
    #expect(student.model.session == nil)
    #expect(student.notice.contains("planned"))
  }

  @Test func qGoesBackOneLevelAtATimeAndQuitsFromTheMap() throws {
    var student = try Student()
    try student.press("tab z ? q")
    #expect(student.model.overlays.isEmpty)
    #expect(try student.stepState.zoomed == 0)
    try student.press("q")
    #expect(try student.stepState.zoomed == nil)
    try student.press("q")
    #expect(student.model.session == nil)
    #expect(!student.effects.contains(.quit))
    try student.press("q")
    #expect(student.effects.last == .quit)
  }

  @Test func escapeClosesAndNeverQuits() throws {
    var student = try Student()
    try student.press("2 = esc")
    #expect(student.model.prompt == nil)
    try student.press("tab z ? esc esc")
    #expect(try student.stepState.zoomed == nil)
    try student.press("esc esc esc")
    #expect(student.model.session != nil)
    try student.press("q esc esc")
    #expect(!student.effects.contains(.quit))
  }

  @Test func lettersAreTextWhileSearching() throws {
    var student = try Student()
    try student.press("/")
    student.type("q?n")
    guard case .list(let list)? = student.model.overlays.last else {
      Issue.record("the search is closed")
      return
    }
    #expect(list.query == "q?n")
  }

  @Test(arguments: ["", "/", ":", "?", "2 =", "tab enter", "z"])
  func controlCQuitsFromEverywhereAfterSaving(keys: String) throws {
    var student = try Student()
    try student.press(keys)
    try student.press("ctrl-c")
    #expect(student.effects.last == .quit)
    #expect(student.effects.contains(.save(student.model.progress)))
  }
}

/// The lessons of this package.
let shippedLibrary = Library(
  directory: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "lessons").path,
  weights: ModelLibrary(
    directories: [
      URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "assets/models").path
    ]))
