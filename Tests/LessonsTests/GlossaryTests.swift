import Foundation
import FuzzSupport
import Testing
import Text

@testable import Lessons

@Suite struct GlossaryTests {
  private static let library = Library(directory: lessons)

  @Test func theShippedGlossaryHoldsAgainstTheCourse() {
    #expect(Self.library.glossaryProblems.map { $0.rendered() } == [])
    let kinds = Self.library.glossary.entries.map(\.kind)
    #expect(kinds.count { $0 == .term } >= 39)
    #expect(kinds.count { $0 == .question } >= 20)
  }

  @Test(arguments: [
    "roles", "library", "search engine", "database", "dictionary", "RNN", "prompt", "LoRA", "W_k",
    "causal", "padding", "window", "induction", "scaled", "GQA", "encoder", "logit", "share",
  ])
  func whatPeopleAskForHasAPlace(name: String) throws {
    let entry = try #require(Self.library.glossary.entry(named: name))
    #expect(!entry.places.isEmpty && !entry.text.isEmpty)
  }

  @Test func caseCountsOnlyWhereNothingElseTellsNamesApart() throws {
    let glossary = Glossary(
      ["Q", "q", "Softmax"].map { name in
        Glossary.Entry(
          kind: .term, name: name, symbol: nil, aliases: [], meaning: [], markdown: "", places: [])
      })
    #expect(glossary.entry(named: "q")?.name == "q")
    #expect(glossary.entry(named: "Q")?.name == "Q")
    #expect(glossary.entry(named: "softmax")?.name == "Softmax")
    #expect(glossary.entry(named: "soft") == nil)
  }

  @Test(arguments: [
    ("see: softmax/hnad", "4:10 The lesson \"softmax\" has no step \"hnad\". Did you mean hand?"),
    ("see: sofmax/hand", "4:10 There is no lesson \"sofmax\". Did you mean softmax?"),
    ("see: softmax", "4:10 \"softmax\" names no step. Write the lesson and the step"),
    (
      "see: [softmax/hand, softmax/x]", "4:25 The lesson \"softmax\" has no step \"x\"."
    ),
    (
      "also: [b, a]\n    see: softmax/hand",
      "4:15 \"a\" has its meaning in line 3 already. Remove one"
    ),
    (
      "means: It is `=score`.\n    see: softmax/hand",
      "4:20 A glossary has no scene in which to compute score. Say it without"
    ),
    ("sees: softmax/hand", "4:5 The term has no key \"sees\". Did you mean see?"),
  ])
  func oneSlipIsOneProblem(line: String, expected: String) throws {
    let means = line.contains("means") ? "" : "    means: A letter.\n"
    let course = try Course("qkv: 1\nterms:\n  - term: a\n    \(line)\n\(means)")
    let problems = course.library.glossaryProblems
    #expect(problems.count == 1)
    let problem = try #require(problems.first)
    let found = "\(problem.location.line):\(problem.location.column) \(problem.message) "
    #expect((found + (problem.suggestion ?? "")).hasPrefix(expected), "\(problem.rendered())")
    #expect(problem.location.file.hasSuffix("/glossary.yml"))
  }

  @Test func aVersionThatIsNotKnownIsReported() throws {
    let course = try Course("qkv: 2\nterms: []\n")
    let problems = course.library.glossaryProblems
    #expect(problems.map(\.location.line) == [1])
  }

  @Test func aCourseWithoutAGlossaryHasThatOfTheProgram() throws {
    let course = try Course(nil)
    #expect(course.library.glossary == Self.library.glossary)
    #expect(course.library.glossaryProblems == [])
    #expect(Library(directory: "/nowhere").glossary.entries.isEmpty)
  }

  @Test func theGuidesExampleIsAGlossary() throws {
    let guide = try String(contentsOfFile: Self.lessons + "/README.md", encoding: .utf8)
    let blocks = guide.components(separatedBy: "```yaml\nqkv: 1\nterms:").dropFirst()
    let example = try #require(blocks.first?.components(separatedBy: "```").first)
    let course = try Course("qkv: 1\nterms:" + example)
    #expect(course.library.glossaryProblems.map { $0.rendered() } == [])
    #expect(
      course.library.glossary.entries.map(\.names) == [
        ["weight", "p", "share", "weights"], ["Why −∞ in a mask, and not 0?", "masked scores"],
      ])
  }

  @Test func theGuideListsTheKeysOfTheGlossary() throws {
    let guide = try String(contentsOfFile: Self.lessons + "/README.md", encoding: .utf8)
    let section = try #require(guide.components(separatedBy: "## The glossary").last)
    for key in Set(TermKey.allCases.map(\.rawValue) + FrequentKey.allCases.map(\.rawValue)) {
      #expect(section.contains("`\(key)`"))
    }
  }

  private static let lessons = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "lessons").path

  /// A course of two lessons of the program, with a glossary of its own or none.
  private struct Course {
    private let folder = Scratch()
    let library: Library

    init(_ glossary: String?) throws {
      let course = "qkv: 1\ntitle: a\nparts:\n  - {title: b, lessons: [softmax, matrix]}\n"
      try folder.write(Array(course.utf8), to: "course.yml")
      if let glossary { try folder.write(Array(glossary.utf8), to: "glossary.yml") }
      library = Library(directory: folder.path, shipped: GlossaryTests.lessons)
    }
  }
}
