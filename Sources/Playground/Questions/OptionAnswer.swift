import Lessons

/// One of the options, by its digit.
enum OptionAnswer: AnswerHandling {
  static let isTyped = false

  static func keys(for question: Question) -> String { "1-\(question.options.count)" }
  static func instruction(for question: Question) -> String { "1 to \(question.options.count)" }
  static func invitation(to question: Question) -> String { keys(for: question) + " answers" }

  static func lineInstruction(for question: Question) -> String {
    "Type a number from \(instruction(for: question))"
  }

  static func messages(answering line: String, _ question: Question) -> [Message]? {
    guard let number = Int(line), question.options.indices.contains(number - 1) else { return nil }
    return [.answer(number - 1)]
  }

  static func begins(with character: Character, for question: Question) -> Bool { false }

  static func takes(_ character: Character, besides typed: String, for question: Question) -> Bool {
    false
  }

  static func guess(typed: String, for question: Question) -> Guess? { nil }

  static func complaint(about typed: String, for question: Question) -> String {
    "choose \(instruction(for: question))"
  }

  static func allows(_ guess: Guess, for question: Question) -> Bool {
    if case .option(let index) = guess { question.options.indices.contains(index) } else { false }
  }

  static func guess(kept text: String, of question: Question) -> Guess? {
    question.options.firstIndex { $0.text.plainText == text }.map(Guess.option)
  }
}
