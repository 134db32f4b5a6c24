import Scenes
import Text

/// How many words a step has, and how many of them stand before there is something to do.
package struct StepWords: Equatable, Sendable {
  /// More are not read before the first question, goal or run.
  package static let mostFirst = 60
  /// More are not read on one step.
  package static let most = 100

  package let step: String
  /// Words of the prose before the first question, goal or run; all of it where there is none.
  package let first: Int
  /// Words of prose, questions with their options, and tasks; replies and hints come only when asked for.
  package let all: Int
  let location: SourceLocation

  package init(_ step: Step) {
    self.step = step.id
    location = step.location
    all = step.blocks.reduce(0) { $0 + $1.wordCount }
    let action = step.blocks.firstIndex(where: \.isAction) ?? step.blocks.endIndex
    first = step.blocks[..<action].reduce(0) { $0 + $1.wordCount }
  }

  /// Whether there is more to read than anybody does.
  package var isLong: Bool { first > Self.mostFirst || all > Self.most }
}

extension Lesson {
  /// The words of each step.
  package var words: [StepWords] { steps.map(StepWords.init) }

  /// A warning for each step with more words than are read.
  package var wordWarnings: [Diagnostic] {
    var claims = LessonChecker(source)
    for words in words {
      if words.first > StepWords.mostFirst {
        claims.warn(.manyWordsFirst(words.first, most: StepWords.mostFirst), at: words.location)
      }
      if words.all > StepWords.most {
        claims.warn(.manyWords(words.all, most: StepWords.most), at: words.location)
      }
    }
    return claims.warnings.sorted
  }
}

extension Block {
  /// Whether it asks for something.
  fileprivate var isAction: Bool { question != nil || goal != nil || training != nil }

  fileprivate var wordCount: Int {
    switch self {
    case .prose(let text): text.plainText.wordCount
    case .question(let question):
      question.ask.plainText.wordCount
        + question.options.reduce(0) { $0 + $1.text.plainText.wordCount }
    case .goal(let goal): goal.ask.plainText.wordCount
    case .train(let task): task.ask.plainText.wordCount
    case .show, .sliders, .formulaSwitch, .hint, .say, .pause, .notes: 0
    }
  }
}

extension String {
  fileprivate var wordCount: Int { split(whereSeparator: \.isWhitespace).count }
}
