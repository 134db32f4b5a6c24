import Foundation
import FuzzSupport
import Scenes
import Testing
import Text

@testable import Lessons

/// What the author's guide says, held against what is so.
@Suite struct GuideTests {
  @Test func everyLessonOfTheGuideIsOne() throws {
    let examples = Guide.blocks(fence: "````", info: "markdown")
    #expect(examples.count > 5)
    for example in examples {
      let lesson = try Lesson.load(text: example, file: "README.md", weights: shippedModels)
      #expect(LessonCheck(lesson).problems.map { $0.rendered() } == [])
    }
  }

  @Test func everySceneOfTheGuideIsOne() throws {
    let examples = Guide.blocks(fence: "```", info: "qkv scene")
    #expect(examples.count > 5)
    for example in examples {
      _ = try Scene([SourceText(file: "README.md", text: example)], weights: shippedModels)
    }
  }

  @Test func theCourseOfTheGuideIsOne() throws {
    let examples = Guide.blocks(fence: "```", info: "yaml")
    try #require(examples.count >= 3)
    let course = try library(["course.yml": examples[1] + examples[2]])
    #expect(course.problems == [])
    #expect(course.misplacedQuestions == [])
    #expect(course.course.short?.lessons.count == 3)
    #expect(course.course.diagnostic.count == 1)
    let plan = "qkv: 1\ntitle: a\nparts:\n  - {title: b, lessons: [masks]}\n"
    let beliefs = try library(["course.yml": plan, "misconceptions.yml": examples[0]])
    #expect(beliefs.problems == [])
    #expect(beliefs.misplacedExperiments == [])
    #expect(beliefs.misconceptions.map(\.step) == ["suspects"])
  }

  /// A course of its own, with the lessons that are shipped.
  private func library(_ files: [String: String]) throws -> Library {
    let folder = Scratch()
    for (name, text) in files { try folder.write(Array(text.utf8), to: name) }
    defer { withExtendedLifetime(folder) {} }
    return Library(directory: folder.path, shipped: lessonsFolder, weights: shippedModels)
  }

  @Test func theTableOfOperationsIsThatOfTheLanguage() {
    let rows = Guide.table(headed: "| write | what it does |")
    for (row, operation) in zip(rows, Operation.all) {
      #expect(row == ["`\(operation.usage)`", operation.summary])
    }
    #expect(rows.count == Operation.all.count)
  }
}

/// The text of `lessons/README.md`.
private enum Guide {
  static let lines: [Substring] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "lessons/README.md")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n", omittingEmptySubsequences: false)
  }()

  /// The contents of the fenced blocks that begin with this very line.
  static func blocks(fence: String, info: String) -> [String] {
    let rests = lines.split(separator: Substring(fence + info), omittingEmptySubsequences: false)
    return rests.dropFirst().map { rest in
      rest.prefix { $0 != fence }.map { $0 + "\n" }.joined()
    }
  }

  /// The cells of the table under these headings, row by row.
  static func table(headed heading: String) -> [[String]] {
    let below = lines.drop { $0 != heading }.dropFirst(2)
    return below.prefix { $0.hasPrefix("| ") }.map { row in
      row.dropFirst(2).dropLast(2).components(separatedBy: " | ")
    }
  }
}
