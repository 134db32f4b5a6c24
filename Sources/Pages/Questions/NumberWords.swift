import Lessons
import Playground
import Terminal
import Text

/// The number that was typed, with its mark.
enum NumberWords: AnswerWords {
  static func below(
    _ question: Question, _ response: Response?, in narration: Narration
  ) -> [ProseBlock] {
    guard let response, case .number(let number) = response.guess else {
      return [.paragraph([.span(Span("type a number, then enter", .faint))])]
    }
    let answer = narration.answer(NumberFormat.typed(number), isRight: response.isRight)
    guard !response.isRight, narration.stepState.asksOnce,
      let truth = question.number(
        in: narration.stepState.scene(at: response.moment), start: narration.stepState.start)
    else { return [answer] }
    let words: [Span] = [
      Span("it is ", .dim), Span(NumberFormat.inSentence(truth), .bright, bold: true),
    ]
    return [answer, .paragraph(words.map(ProseInline.span))]
  }
}

extension Narration {
  /// `your answer .73 ✓`.
  func answer(_ text: String, isRight: Bool) -> ProseBlock {
    let symbols = appearance.symbols
    return .paragraph([
      .span(Span("your answer ", .dim)), .span(Span(text, .bright, bold: true)),
      .span(Span(" " + (isRight ? symbols.check : symbols.cross), isRight ? .gain : .loss)),
    ])
  }
}
