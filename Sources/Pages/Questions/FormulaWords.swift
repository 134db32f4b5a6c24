import Lessons
import Playground
import Terminal
import Text

/// The formula that was written, with its mark; what is wrong with it, and what has to hold of it.
enum FormulaWords: AnswerWords {
  static func below(
    _ question: Question, _ response: Response?, in narration: Narration
  ) -> [ProseBlock] {
    guard let task = question.formula else { return [] }
    let runs = response != nil || task.from != nil
    return formula(task, response, in: narration)
      + verdict(on: task, response, in: narration) + (runs ? narration.claims(task.checks) : [])
  }

  private static func formula(
    _ task: FormulaTask, _ response: Response?, in narration: Narration
  ) -> [ProseBlock] {
    let head = ProseInline.span(Span("\(task.name) = ", .dim))
    guard let response, case .formula(let text) = response.guess else {
      let note = task.from == nil ? "write its formula, then enter" : "mend it, then enter"
      return [
        .paragraph([head, .span(Span(task.from ?? "…", task.from == nil ? .faint : .bright))]),
        .paragraph([.span(Span(note, .faint))]),
      ]
    }
    if case .unreadable(_, let column)? = response.verdict {
      let width = TextWidth.width(of: task.name + " = " + String(text.prefix(max(column - 1, 0))))
      return [
        .code([
          Line("\(task.name) = \(text)", .bright),
          Line(String(repeating: " ", count: width) + "^", .loss),
        ])
      ]
    }
    let symbols = narration.appearance.symbols
    let mark = Span(
      "\u{a0}" + (response.isRight ? symbols.check : symbols.cross),
      response.isRight ? .gain : .loss)
    return [.paragraph([head, .span(Span(text, .bright, bold: true)), .span(mark)])]
  }

  private static func verdict(
    on task: FormulaTask, _ response: Response?, in narration: Narration
  ) -> [ProseBlock] {
    let sentence = response?.verdict?.sentence(name: task.name) ?? ""
    return sentence.isEmpty ? [] : [.paragraph([.span(Span(sentence, .text))])]
  }
}
