import Lessons
import Playground
import Scenes
import Text

/// A question with its numbered choices, and what came of an answer.
struct QuestionWords {
  let stepState: StepState
  let question: Question

  private var words: SpokenWords { SpokenWords(stepState, manner: .typed) }

  /// The choices, and what to type.
  var choices: [String] {
    let options = question.options.indices.map { "  \($0 + 1). \(option($0))." }
    let hint = stepState.nextHint == nil ? "" : ", or hint"
    return options + ["\(question.lineInstruction)\(hint)."]
  }

  /// What to do before something that the question hides is told.
  var instruction: String {
    let hint = stepState.nextHint == nil ? "" : ", or hint"
    return "\(question.lineInstruction)\(hint)."
  }

  /// A choice; a token stands in quotation marks.
  private func option(_ place: Int) -> String {
    guard question.options.indices.contains(place) else { return "\(place + 1)" }
    let option = question.options[place]
    let plain = option.text.plainText
    return stepState.scene.isLabel(plain) ? "\"\(plain)\"" : words.text(option.text).withoutStop
  }

  /// What was answered, and whether it is right; the truth only where nothing can be tried again.
  func verdict(_ response: Response) -> String {
    let guess = said(response.guess)
    if response.isRight { return "Right: \(guess)." }
    let lead = "Your guess: \(guess)."
    guard stepState.isSettled(question) else { return "\(lead) Not yet: try again." }
    let truth = truth(response).map { " The truth: \($0)." } ?? ""
    return "\(lead)\(truth) Not this time."
  }

  private func said(_ guess: Guess) -> String {
    switch guess {
    case .option(let place): option(place)
    case .number(let number):
      SpokenSign.said(NumberFormat.typed(number), asCode: false).spokenNumber
    case .order(let order): order.map(option).joined(separator: ", then ")
    case .formula(let text): "\(question.formula?.name ?? "") = \(text)"
    }
  }

  private func truth(_ response: Response) -> String? {
    if !response.rightOptions.isEmpty {
      return response.rightOptions.map(option).joined(separator: " or ")
    }
    return question.number(in: stepState.scene(at: response.moment), start: stepState.start)
      .map(SpokenNumber.inSentence)
  }
}

extension String {
  /// Without the stop at its end, for what goes on.
  fileprivate var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }

  /// With a zero before its point, and one space between words.
  fileprivate var spokenNumber: String {
    let text = singleSpaced
    if text.hasPrefix(".") { return "0" + text }
    return text.hasPrefix("minus .") ? text.replacing("minus .", with: "minus 0.") : text
  }
}
