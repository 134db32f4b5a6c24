import Lessons
import Playground
import Terminal

/// The options, and the order in which they were put; a wrong one says where it first goes wrong.
enum OrderWords: AnswerWords {
  static func below(
    _ question: Question, _ response: Response?, in narration: Narration
  ) -> [ProseBlock] {
    narration.list(question.options.map { narration.words($0.text, bold: false) }, of: question)
      + answer(to: question, response, in: narration)
  }

  private static func answer(
    to question: Question, _ response: Response?, in narration: Narration
  ) -> [ProseBlock] {
    guard let response, case .order = response.guess else {
      let keys = "type the digits in order, then enter"
      return [.paragraph([.span(Span(keys, .faint))])]
    }
    let text = question.text(of: response.guess)
    let answer = narration.answer(text, isRight: response.isRight)
    let scene = narration.stepState.scene(at: response.moment)
    guard let place = question.firstWrongPlace(of: response.guess, in: scene) else {
      return [answer]
    }
    let name = question.text(ofPlace: place, in: response.guess)
    let note = "Place \(place + 1) is the first that is wrong: \(name) does not come there."
    return [answer, .paragraph([.span(Span(note, .text))])]
  }
}

extension Question {
  /// What a guess has at a place, counted from 0.
  fileprivate func text(ofPlace place: Int, in guess: Guess) -> String {
    guard case .order(let order) = guess, order.indices.contains(place) else { return "" }
    return text(of: .option(order[place]))
  }
}
