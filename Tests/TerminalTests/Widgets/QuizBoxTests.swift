import Testing

@testable import Terminal

struct QuizBoxTests {
  private var quiz: QuizBox {
    QuizBox(ask: [.span(Span("Whose weight grows?"))], options: ["the", "cat"], guess: 0)
  }

  @Test func theGuessStaysBesideItsOption() {
    let lines = rows(quiz, width: 30, height: 4)
    #expect(lines[0] == "? Whose weight grows?")
    #expect(lines[2].hasPrefix("  1 the") && lines[2].hasSuffix("← your guess"))
    #expect(lines[3] == "  2 cat")
  }

  @Test func theTruthMarksBoth() {
    var quiz = quiz
    quiz.truth = 1
    quiz.isRight = false
    quiz.feedback = [.paragraph([.span(Span("cat"))])]
    let lines = rows(quiz, width: 30, height: 6)
    #expect(lines[2].hasPrefix("✗ 1 the") && lines[3].hasPrefix("✓ 2 cat"))
    #expect(lines[5] == "✗ cat")
  }

  @Test func aLowPageSetsOptionsInALine() {
    #expect(rows(quiz, width: 40, height: 2)[1] == "  1 the ←  2 cat")
  }

  @Test func aClickFindsItsOption() {
    let rect = Rect(Size(width: 30, height: 4))
    #expect(quiz.hit(Point(x: 5, y: 3), in: rect, look: Look()) == 1)
    #expect(quiz.hit(Point(x: 5, y: 0), in: rect, look: Look()) == nil)
  }

  @Test func theCursorStandsWhereANumberIsTyped() {
    let quiz = QuizBox(
      ask: [.span(Span("How long?"))], entry: InputField(prompt: "=", text: "2.1"))
    #expect(rows(quiz, width: 30, height: 3)[2] == "  = 2.1")
    let rect = Rect(Size(width: 30, height: 3))
    #expect(quiz.cursor(in: rect, look: Look()) == Point(x: 7, y: 2))
  }
}
