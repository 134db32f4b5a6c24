import Lessons
import Text

/// A formula, written into a line of its own.
enum FormulaAnswer: AnswerHandling {
  static let isTyped = true

  static func keys(for question: Question) -> String { "\(key: .write)" }
  static func instruction(for question: Question) -> String { "\(key: .write) writes the formula" }
  static func invitation(to question: Question) -> String { instruction(for: question) }

  static func lineInstruction(for question: Question) -> String {
    "Type write and the formula of \(question.formula?.name ?? "it")"
  }

  static func messages(answering line: String, _ question: Question) -> [Message]? {
    guess(typed: line, for: question) == nil
      ? nil
      : [
        .aid(.write), .edit(.line(.moveToEnd)), .edit(.line(.eraseToStart)), .edit(.paste(line)),
        .edit(.submit),
      ]
  }

  /// Letters are commands: a key of its own opens the line.
  static func begins(with character: Character, for question: Question) -> Bool { false }

  static func takes(_ character: Character, besides typed: String, for question: Question) -> Bool {
    true
  }

  static func guess(typed: String, for question: Question) -> Guess? {
    let formula = typed.singleSpaced
    return formula.isEmpty ? nil : .formula(formula)
  }

  static func complaint(about typed: String, for question: Question) -> String { "write a formula" }

  static func allows(_ guess: Guess, for question: Question) -> Bool {
    if case .formula = guess { true } else { false }
  }

  static func guess(kept text: String, of question: Question) -> Guess? { .formula(text) }
}
