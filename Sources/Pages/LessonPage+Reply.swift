import Lessons
import Playground
import Terminal

extension LessonPage {
  /// The first line of words in view.
  func scroll(to reading: WordsInView) -> Int {
    let line =
      switch reading {
      case .from(let place): words.line(of: place)
      case .question: scrollToQuestion
      case .reply(let task): scroll(toReplyTo: task)
      case .hint: scrollToLastHint
      }
    return min(line, max(words.lines.count - max(layout.words.height, 1), 0))
  }

  /// Lines of what is said that are worth more than the whole of the options above them.
  private static let leastReply = 3

  /// Where the words have to stand so that what is said to an answer, or once a goal is reached, can be
  /// read below its verdict, and below its question if there is room; the rest shows what is new behind it.
  private func scroll(toReplyTo task: String) -> Int {
    guard let lines = replyLines(to: task) else { return 0 }
    let (height, total) = (wordsExtent.height, wordsExtent.total)
    let end = max(lines.reply.upperBound - height, 0)
    if let start = [lines.ask, lines.verdict].first(where: { end <= $0 }) {
      return min(start, max(total - height, 0))
    }
    let first = lines.reply.lowerBound + min(lines.reply.count, Self.leastReply)
    if first - lines.verdict <= height { return lines.verdict }
    // The last line of the verdict stays, a blank one below it.
    return min(end, max(lines.reply.lowerBound - 2, 0))
  }

  /// Where the hint that was given last is read from its beginning, as much of it as there is room for.
  private var scrollToLastHint: Int {
    let start = words.lines.count - height(of: narration.hint(stepState.hintsShown - 1))
    let end = max(words.lines.count - wordsExtent.height, 0)
    return min(max(start, 0), end)
  }

  /// Where a task stands in the words.
  private struct TaskLines {
    let ask: Int
    let verdict: Int
    let reply: Range<Int>
  }

  private func replyLines(to task: String) -> TaskLines? {
    var before = narration.title
    for block in stepState.visibleBlocks {
      let words = narration.words(of: block)
      guard block.task == task else {
        before += words.all
        continue
      }
      let reply = start(after: before + words.ask + words.verdict)
      return TaskLines(
        ask: start(after: before), verdict: start(after: before + words.ask),
        reply: reply..<reply + height(of: words.reply))
    }
    return nil
  }

  /// The line on which a block begins that follows these, behind a blank one.
  private func start(after blocks: [ProseBlock]) -> Int { height(of: blocks) + 1 }
}

extension Block {
  /// What the progress calls a question, a goal or a run.
  fileprivate var task: String? { question?.id ?? goal?.id ?? training?.id }
}
