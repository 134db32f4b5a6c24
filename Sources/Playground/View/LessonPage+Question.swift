import Lessons
import Terminal

extension LessonPage {
  /// The lines of the words on which the open question stands; nil where none is open.
  private var questionLines: Range<Int>? {
    guard desk.openQuestion != nil else { return nil }
    let hints = height(of: narration.hints)
    let bottom = words.lines.count - (hints > 0 ? hints + 1 : 0)
    return max(bottom - height(of: narration.openQuestion), 0)..<bottom
  }

  /// The words as the page has them.
  var narration: Narration { Narration(desk, model, look, isCompact: isCompact) }

  func height(of blocks: [ProseBlock]) -> Int {
    // The page has set these blocks already.
    let width = PageLayout.wordsWidth(for: model.size)
    let prose = ProseView(blocks, maximumWidth: width)
    return prose.set(width: width + 2, look: look, reusing: [words]).lines.count
  }

  /// Whether the open question and its options can be read on the page as it stands.
  ///
  /// One that is taller than the words can ever be counts once its end is reached.
  var showsQuestion: Bool {
    guard let question = questionLines, !layout.words.isEmpty else { return false }
    let shown = wordsExtent.scroll..<wordsExtent.scroll + wordsExtent.height
    let isTall = desk.focus == .words && question.count > shown.count
    return shown.contains(question.upperBound - 1)
      && (isTall || shown.contains(question.lowerBound))
  }

  /// Where the words have to stand next so that the open question is read from its beginning to its end.
  var scrollToQuestion: Int {
    guard let question = questionLines else { return desk.wordsScroll }
    let end = max(question.upperBound - wordsExtent.height, 0)
    return wordsExtent.scroll < question.lowerBound ? min(question.lowerBound, end) : end
  }
}

extension Model {
  /// Whether there is an open question, and it can be read on the page.
  package var isQuestionInView: Bool { lessonPage?.showsQuestion ?? false }

  var lessonPage: LessonPage? { session.map { LessonPage(self, $0, Look()) } }

  /// Brings the open question into view; the words take the keys where they need the room.
  mutating func showQuestion() {
    session?.desk.zoomed = nil
    scrollToQuestion()
    guard !isQuestionInView else { return }
    session?.desk.focus = .words
    scrollToQuestion()
  }

  mutating func scrollToQuestion() {
    guard let page = lessonPage, !page.showsQuestion else { return }
    session?.desk.wordsScroll = page.scrollToQuestion
  }
}
