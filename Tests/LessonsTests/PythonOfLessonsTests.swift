import Foundation
import Models
import Scenes
import Testing

@testable import Lessons

/// A lesson's scene in Python calls only what PyTorch has run in a scene of `Tests/Fixtures/python.json`.
@Suite struct PythonOfLessonsTests {
  private static let library = Library(directory: shipped, weights: shippedModels)
  private static let written = library.course.entries.filter { $0.state != .planned }.map(\.id)

  /// Where this fails, use the function in `Tests/Fixtures/python/edges.qkv` and run `run_python.py`.
  @Test(arguments: written)
  func everyFunctionOfALessonHasRun(id: String) throws {
    let ran = try calledFunctions()
    for step in try Self.library.lesson(id).steps {
      let python = step.scene.python(title: step.id)
      #expect(calls(in: formulas(of: python)).subtracting(ran) == [], "\(id)/\(step.id)")
    }
  }

  private func calledFunctions() throws -> Set<String> {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/python.json")
    let ran = try JSONDecoder().decode([String: String].self, from: Data(contentsOf: file))
    return ran.values.reduce(into: []) { $0.formUnion(calls(in: $1)) }
  }

  private func formulas(of python: String) -> String {
    guard let start = python.range(of: "\n# formulas"),
      let end = python.range(of: "\nmatrices = ")
    else { return "" }
    return String(python[start.upperBound..<end.lowerBound])
  }

  /// The names before opening brackets, without what they are called on.
  private func calls(in python: String) -> Set<String> {
    let parts = python.split(separator: "(", omittingEmptySubsequences: false).dropLast()
    return Set(parts.map(nameAtEnd)).subtracting([""])
  }

  private func nameAtEnd(of text: Substring) -> String {
    let before = text.lastIndex { !($0.isLetter || $0.isNumber || $0 == "_") }
    return String(text[(before.map { text.index(after: $0) } ?? text.startIndex)...])
  }
}

/// The lessons folder of this package.
private let shipped = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "lessons").path
