import Lessons
import Text

/// A number, typed as people write it: `.73`, `27/37`, `73%`.
enum NumberAnswer: AnswerHandling {
  static let isTyped = true

  static func keys(for question: Question) -> String { "0-9" }
  static func instruction(for question: Question) -> String { "type a number" }
  static func invitation(to question: Question) -> String { instruction(for: question) }

  static func lineInstruction(for question: Question) -> String { "Type a number, such as 0.5" }

  static func messages(answering line: String, _ question: Question) -> [Message]? {
    guess(typed: line, for: question) == nil ? nil : typing(line)
  }

  static func begins(with character: Character, for question: Question) -> Bool {
    "0123456789.,-−".contains(character)
  }

  static func takes(_ character: Character, besides typed: String, for question: Question) -> Bool {
    !character.isLetter || "eE".contains(character)
  }

  static func guess(typed: String, for question: Question) -> Guess? {
    TypedNumber.value(of: typed).map(Guess.number)
  }

  static func complaint(about typed: String, for question: Question) -> String {
    Prompt.complaint(about: typed)
  }

  static func allows(_ guess: Guess, for question: Question) -> Bool {
    if case .number = guess { true } else { false }
  }

  static func guess(kept text: String, of question: Question) -> Guess? {
    Float(text).map(Guess.number)
  }
}
