import Testing

@testable import Lessons

@Suite struct StepWordsTests {
  private func words(_ text: String) throws -> StepWords { StepWords(try onlyStep(text)) }

  @Test func whatIsReadBeforeTheFirstActionIsCountedApart() throws {
    let question = block("predict p", "ask: Which of them?\noptions: [the cat, it]\nright: 1")
    let counted = try words(
      "One two *three*.\n\n\(question)\n\nFour `=score[0,0]` six.\n\n" + block("hint", "No word."))
    #expect(counted.first == 3)
    #expect(counted.all == 3 + 3 + 3 + 3)
    #expect(!counted.isLong)
  }

  @Test(arguments: [(60, 0), (61, 1), (101, 2)])
  func moreWordsThanAreReadAreAWarning(count: Int, warnings: Int) throws {
    let prose = Array(repeating: "word", count: count).joined(separator: " ")
    let text = lessonText(prose + "\n\n" + block("goal g", "when: 1 > 2\nsolution: []"))
    let lesson = try Lesson.load(text: text, file: "demo.md")
    #expect(lesson.wordWarnings.count == warnings)
    #expect(lesson.wordWarnings.allSatisfy { $0.location.line == 20 && $0.severity == .warning })
    #expect(LessonCheck(lesson).warnings.allSatisfy { !$0.message.contains("words") })
  }
}
