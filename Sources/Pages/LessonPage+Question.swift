import Lessons
import Playground
import Terminal

extension WordsInView {
  /// Whether somebody reads on who may come to a question, or asked for it.
  var isTowardsQuestion: Bool {
    switch self {
    case .question: true
    case .from: self != .start
    case .reply, .hint: false
    }
  }
}

extension LessonPage {
  /// The lines of the words on which the open question stands; nil where none is open.
  private var questionLines: Range<Int>? { Self.questionLines(page, stepState, words, isCompact) }

  static func questionLines(
    _ page: Page, _ stepState: StepState, _ words: ProseLines, _ isCompact: Bool = true
  ) -> Range<Int>? {
    guard stepState.openQuestion != nil else { return nil }
    let narration = Narration(stepState, page.model, page.appearance, isCompact: isCompact)
    let end = words.blockCount - narration.hints.count
    let hints = words.height(ofBlocks: end..<words.blockCount)
    let bottom = words.lines.count - (hints > 0 ? hints + 1 : 0)
    let question = words.height(ofBlocks: end - narration.openQuestion.count..<end)
    return max(bottom - question, 0)..<bottom
  }

  /// The words as the page has them.
  var narration: Narration { Narration(stepState, page.model, appearance, isCompact: isCompact) }

  /// Whether the open question and its options can be read on the page as it stands.
  ///
  /// One that is taller than the words can ever be counts once its end is reached.
  var showsQuestion: Bool {
    guard let question = questionLines, !layout.words.isEmpty else { return false }
    let shown = wordsExtent.scroll..<wordsExtent.scroll + wordsExtent.height
    let isTall = givesRoomToWords && question.count > shown.count
    return shown.contains(question.upperBound - 1)
      && (isTall || shown.contains(question.lowerBound))
  }

  /// Where the words have to stand so that the open question is read from its beginning.
  var scrollToQuestion: Int { min(questionLines?.lowerBound ?? 0, endOfQuestion) }

  /// Where the words have to stand so that the open question is read to its end.
  var endOfQuestion: Int { max((questionLines?.upperBound ?? 0) - wordsExtent.height, 0) }
}
