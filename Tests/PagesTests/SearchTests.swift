import FuzzSupport
import Lessons
import Terminal
import Testing
import Text

@testable import Pages
@testable import Playground

@Suite struct SearchTests {
  private func search(_ words: String, size: Size = .comfortable) throws -> Student {
    var student = Student(at: shippedLibrary, size: size)
    try student.press("/")
    student.type(words)
    return student
  }

  @Test func aWordOfTheTextIsFoundWithTheWordsAroundIt() throws {
    let student = try search("temperature")
    let row = try #require(student.rows.first { $0.contains("temperature") && $0.contains("…") })
    #expect(row.split(separator: " ").count > 4)
  }

  @Test func enterGoesToTheStepThatWasFound() throws {
    var student = try search("three, two, one")
    let match = try #require(student.model.found("three, two, one").first)
    try student.press("enter")
    let title = try student.session.lesson.header.title
    #expect(match.detail == title || match.title == title)
    #expect(student.model.overlays.isEmpty)
  }

  @Test func titlesComeBeforeWords() throws {
    let found = try search("shares").model.found("shares")
    #expect(found.count > 2)
    #expect(found[0].title == "From scores to shares")
    #expect(found[0].excerpt == nil)
    #expect(found.last?.excerpt?.found.lowercased() == "shares")
  }

  @Test func aLessonFoundByItsSummaryShowsIt() throws {
    let found = try search("softmax").model.found("softmax")
    let lesson = try #require(found.first { $0.title == "Why divide by √dₖ" })
    #expect(lesson.excerpt?.found == "softmax")
  }

  /// The formula behind a number in the text is no word of the text.
  @Test func noFormulaBehindANumberIsFound() throws {
    let words = shippedLibrary.outlines(withWords: true).values.joined().map(\.words)
    let formula = try #require(SearchWord("size(feature)"))
    #expect(!words.contains { $0.contains(formula) })
    #expect(!words.isEmpty)
  }

  @Test func questionsAreFoundAndTheirAnswersAreNot() throws {
    let course = try Scratchpad(walkLesson)
    let model = Student(at: course.library).model
    #expect(model.found("whose weight grows").map(\.title) == ["Ask"])
    #expect(model.found("by arithmetic").map(\.title) == ["By hand"])
    for secret in ["so it is", "multiply, then add", "raise the first", "it found the cat"] {
      #expect(model.found(secret).isEmpty, "\(secret)")
    }
  }

  @Test func wordsMayStandInAnyOrderAndAnyCase() throws {
    let course = try Scratchpad(walkLesson)
    let model = Student(at: course.library).model
    #expect(model.found("LOOK token").map(\.title) == ["Ask"])
    #expect(model.found("look tokens").isEmpty)
  }

  @Test func nothingTypedListsTheCourse() throws {
    let student = try search("")
    #expect(student.model.found(" ") == student.model.searchRows)
    #expect(student.page.contains(student.model.searchRows[0].title))
  }

  @Test(arguments: [Size.comfortable, .usual, Size(width: 40, height: 12)])
  func theSelectedRowIsInViewWithItsWords(size: Size) throws {
    var student = try search("weight", size: size)
    let found = student.model.found("weight")
    for _ in 0..<(found.count - 1) { try student.press("down") }
    let last = try #require(found.last)
    #expect(student.rows.contains { $0.contains(last.title.prefix(12)) })
    let words = try #require(last.excerpt)
    #expect(student.rows.contains { $0.contains(words.found) })
  }

  /// The map needs no words.
  @Test func withoutWordsTheMapIsTheSame() {
    let whole = Student(at: shippedLibrary).model
    let model = Model(
      library: shippedLibrary, outlines: shippedLibrary.outlines(withWords: false),
      progress: whole.progress, settings: whole.settings, now: whole.now)
    #expect(model.mapEntries.map(\.stepIDs) == whole.mapEntries.map(\.stepIDs))
    #expect(model.found("temperature").allSatisfy { $0.excerpt == nil })
    #expect(whole.found("temperature").contains { $0.excerpt != nil })
  }
}

/// A course of one lesson in a folder of its own.
private final class Scratchpad {
  private let folder = Scratch()
  let library: Library

  init(_ lesson: String) throws {
    try folder.write(Array(lesson.utf8), to: "walk.md")
    let course = "qkv: 1\ntitle: A course\nparts:\n  - {title: All, lessons: [walk]}\n"
    try folder.write(Array(course.utf8), to: "course.yml")
    library = Library(directory: folder.path)
  }
}
