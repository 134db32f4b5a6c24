import Lessons
import Playground
import Terminal

/// The options, the guess among them and, once it is settled, the right one.
enum OptionWords: AnswerWords {
  static func below(
    _ question: Question, _ response: Response?, in narration: Narration
  ) -> [ProseBlock] {
    narration.list(
      question.options.enumerated().map { index, option in
        narration.option(option, index, response, in: question)
      }, of: question)
  }
}

extension Narration {
  /// The options with their digits, on one line where rows are dear and they are short.
  func list(_ options: [[ProseInline]], of question: Question) -> [ProseBlock] {
    if isCompact, question.hasShortOptions {
      return [.paragraph(Array(options.enumerated().map(numbered).joined()))]
    }
    return [.list(isOrdered: true, items: options.map { [.paragraph($0)] })]
  }

  /// `2 cat`, never separated by the end of a line, with air before the next.
  private func numbered(_ index: Int, _ option: [ProseInline]) -> [ProseInline] {
    [.span(Span("\(index + 1)\u{a0}", .dim))] + option.map(\.unbroken) + [.span(Span("    "))]
  }

  fileprivate func option(
    _ option: Choice, _ index: Int, _ response: Response?, in question: Question
  ) -> [ProseInline] {
    let isGuess = response?.guess == .option(index)
    let text = words(option.text, bold: isGuess)
    guard let response, isGuess || stepState.isSettled(question) else { return text }
    let isRight = response.rightOptions.contains(index)
    let guess = ProseInline.span(Span("  \(appearance.symbols.guess)\u{a0}your\u{a0}guess", .dim))
    let mark =
      isRight
      ? Span("\u{a0}\(appearance.symbols.check)", .gain)
      : Span("\u{a0}\(appearance.symbols.cross)", .loss)
    return text + (isGuess ? [guess] : []) + (isGuess || isRight ? [.span(mark)] : [])
  }
}

extension ProseInline {
  /// The same words, kept on one line.
  fileprivate var unbroken: ProseInline {
    guard case .span(var span) = self else { return self }
    span.text = span.text.replacingEach(" ", with: "\u{a0}")
    return .span(span)
  }
}

extension Question {
  /// Whether all options together are short enough for one line.
  fileprivate var hasShortOptions: Bool {
    options.reduce(0) { $0 + $1.text.plainText.unicodeScalars.count } <= 40
  }
}
