import Lessons

/// All options by their digits, in the order that the question asks for.
enum OrderAnswer: AnswerHandling {
  static let isTyped = true
  /// What stands between two options in words.
  static let separator = " → "

  static func keys(for question: Question) -> String { "1-\(question.options.count)" }

  static func instruction(for question: Question) -> String {
    "type 1 to \(question.options.count) in order"
  }

  static func invitation(to question: Question) -> String { instruction(for: question) }

  static func lineInstruction(for question: Question) -> String {
    "Type all numbers from 1 to \(question.options.count), in order"
  }

  static func messages(answering line: String, _ question: Question) -> [Message]? {
    let digits = line.filter { !$0.isWhitespace && $0 != "," }
    guard digits.allSatisfy({ option($0, of: question) != nil }) else { return nil }
    return guess(typed: digits, for: question) == nil ? nil : typing(digits)
  }

  static func begins(with character: Character, for question: Question) -> Bool {
    option(character, of: question) != nil
  }

  /// Each option has one place.
  static func takes(_ character: Character, besides typed: String, for question: Question) -> Bool {
    option(character, of: question) != nil && !typed.contains(character)
  }

  static func guess(typed: String, for question: Question) -> Guess? {
    let guess = Guess.order(typed.compactMap { option($0, of: question) })
    return allows(guess, for: question) ? guess : nil
  }

  static func complaint(about typed: String, for question: Question) -> String {
    "\"\(typed)\" leaves some out; \(instruction(for: question))"
  }

  static func allows(_ guess: Guess, for question: Question) -> Bool {
    guard case .order(let order) = guess else { return false }
    return order.sorted() == Array(question.options.indices)
  }

  static func guess(kept text: String, of question: Question) -> Guess? {
    let names = question.options.indices.map(question.text(ofOption:))
    let places = text.split(separator: separator).map { names.firstIndex(of: String($0)) }
    let guess = Guess.order(places.compactMap(\.self))
    return allows(guess, for: question) ? guess : nil
  }

  /// The option of a digit, counted from 0.
  private static func option(_ character: Character, of question: Question) -> Int? {
    guard character.isASCII, let digit = character.wholeNumberValue,
      question.options.indices.contains(digit - 1)
    else { return nil }
    return digit - 1
  }
}
