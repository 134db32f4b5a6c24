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
    let narration = narration
    let hintEnd = words.blockCount - narration.outlook.count
    let hintStart = hintEnd - narration.lastHint.count
    let start = words.lines.count - words.height(ofBlocks: hintStart..<hintEnd)
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
    let narration = narration
    var ask = narration.title.count
    for place in stepState.visibleBlocks.indices {
      let parts = narration.words(ofBlock: place)
      guard stepState.step.blocks[place].task == task else {
        ask += parts.all.count
        continue
      }
      let verdict = ask + parts.ask.count
      let reply = verdict + parts.verdict.count
      let height = words.height(ofBlocks: reply..<reply + parts.reply.count)
      return TaskLines(
        ask: start(ofBlock: ask), verdict: start(ofBlock: verdict),
        reply: start(ofBlock: reply)..<start(ofBlock: reply) + height)
    }
    return nil
  }

  /// The line on which a block begins, behind a blank one; there is a title above it.
  private func start(ofBlock block: Int) -> Int { words.height(ofBlocks: 0..<block) + 1 }
}

extension Block {
  /// What the progress calls a question, a goal or a run.
  fileprivate var task: String? { question?.id ?? goal?.id ?? training?.id }
}
