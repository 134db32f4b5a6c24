import Lessons

/// What a person does to answer in one way, and the answer as the progress keeps it.
protocol AnswerHandling {
  /// Whether it is typed into a line; otherwise one key answers.
  static var isTyped: Bool { get }
  /// What is pressed, for the foot: `1-3`.
  static func keys(for question: Question) -> String
  /// What to do: `type a number`.
  static func instruction(for question: Question) -> String
  /// What to do where whole lines are typed, without its stop: `Type a number`.
  static func lineInstruction(for question: Question) -> String
  /// What answers, in words: `1-3 answers`.
  static func invitation(to question: Question) -> String

  /// Whether a key opens the line in which an answer is typed.
  static func begins(with character: Character, for question: Question) -> Bool
  /// Whether the line of an answer may hold a character besides what is typed.
  static func takes(_ character: Character, besides typed: String, for question: Question) -> Bool
  /// What answers with a whole line that was typed; nil where it is no answer.
  static func messages(answering line: String, _ question: Question) -> [Message]?
  /// What the line holds; nil where that is no answer.
  static func guess(typed: String, for question: Question) -> Guess?
  /// Why a line is no answer.
  static func complaint(about typed: String, for question: Question) -> String

  /// Whether a guess is one that could have been made.
  static func allows(_ guess: Guess, for question: Question) -> Bool
  /// The guess that the progress kept in words; nil where the lesson has changed since.
  static func guess(kept text: String, of question: Question) -> Guess?
}

extension AnswerHandling {
  /// Types a line into the one that its first character opens.
  static func typing(_ line: String) -> [Message] {
    [.edit(.type(String(line.prefix(1)))), .edit(.paste(String(line.dropFirst()))), .edit(.submit)]
  }
}

extension AnswerForm {
  /// How an answer of the form is handled.
  fileprivate var handling: any AnswerHandling.Type {
    switch self {
    case .option: OptionAnswer.self
    case .number: NumberAnswer.self
    case .order: OrderAnswer.self
    case .formula: FormulaAnswer.self
    }
  }
}

extension Question {
  /// Whether the answer is typed into a line; otherwise one key answers.
  package var isTyped: Bool { form.handling.isTyped }
  /// What is pressed to answer, for the foot: `1-3`.
  package var answerKeys: String { form.handling.keys(for: self) }
  /// What to do to answer: `type a number`.
  var instruction: String { form.handling.instruction(for: self) }
  /// What answers, in words: `1-3 answers`.
  var invitation: String { form.handling.invitation(to: self) }

  /// What to do to answer where whole lines are typed, without its stop: `Type a number`.
  package var lineInstruction: String { form.handling.lineInstruction(for: self) }

  /// What answers with a whole line that was typed; nil where it is no answer.
  package func messages(answering line: String) -> [Message]? {
    form.handling.messages(answering: line, self)
  }

  /// Whether a character opens the line in which the answer is typed.
  package func isBegun(by typed: String) -> Bool {
    guard let character = typed.first, typed.count == 1 else { return false }
    return form.handling.begins(with: character, for: self)
  }

  /// Whether the line of an answer may hold a character besides what is typed.
  func takes(_ character: Character, besides typed: String) -> Bool {
    form.handling.takes(character, besides: typed, for: self)
  }

  /// What the line holds; nil where that is no answer.
  func guess(typed: String) -> Guess? { form.handling.guess(typed: typed, for: self) }

  /// Why a line is no answer.
  package func complaint(about typed: String) -> String {
    form.handling.complaint(about: typed, for: self)
  }

  /// Whether a guess is one that could have been made here.
  func allows(_ guess: Guess) -> Bool { form.handling.allows(guess, for: self) }

  /// The guess that the progress kept in words; nil where the lesson has changed since.
  func guess(kept text: String) -> Guess? { form.handling.guess(kept: text, of: self) }

  /// A guess in words, as the progress keeps it.
  package func text(of guess: Guess) -> String {
    switch guess {
    case .number(let number): "\(number)"
    case .option(let index): text(ofOption: index)
    case .order(let order): order.map(text(ofOption:)).joined(separator: OrderAnswer.separator)
    case .formula(let text): text
    }
  }

  /// An option without its marks, or its number where the lesson no longer has it.
  func text(ofOption index: Int) -> String {
    options.indices.contains(index) ? options[index].text.plainText : "\(index + 1)"
  }
}
