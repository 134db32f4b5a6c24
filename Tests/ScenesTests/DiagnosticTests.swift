import Testing
import Text

@testable import Scenes

/// Expects a scene to be refused with exactly these problems.
func expectProblems(
  in text: String, _ expected: String, location: Testing.SourceLocation = #_sourceLocation
) {
  do throws(Diagnostics) {
    _ = try Scene([SourceText(file: "head.qkv", text: text)])
    Issue.record("the scene was accepted", sourceLocation: location)
  } catch {
    #expect(error.rendered() == expected, sourceLocation: location)
  }
}

@Test func problemsKnowTheirPlaceInTheFileAroundThem() throws {
  let text = SourceText(file: "lesson.md", text: "a = 1\nb = c", line: 40, column: 3)
  let problems = try #require(throws: Diagnostics.self) { try Scene([text]) }
  #expect(
    problems.list.map(\.location) == [SourceLocation(file: "lesson.md", line: 41, column: 7)]
  )
  #expect(problems.list[0].sourceLine == "  b = c")
}

@Test func problemsOfSeveralTextsComeTextByText() throws {
  let texts = [
    SourceText(file: "one", text: "a = x"), SourceText(file: "two", text: "b = y\nc = z"),
  ]
  let problems = try #require(throws: Diagnostics.self) { try Scene(texts) }
  #expect(problems.list.map(\.location.file) == ["one", "two", "two"])
}

@Test func theCaretStandsUnderTabsAndWideLetters() {
  let problem = Diagnostic(
    location: SourceLocation(file: "f", line: 1, column: 3), length: 2, message: "m",
    sourceLine: "\t猫猫猫 x")
  #expect(problem.rendered() == "f:1:3: error: m\n  \t猫猫猫 x\n  \t  ^~~~")
}
