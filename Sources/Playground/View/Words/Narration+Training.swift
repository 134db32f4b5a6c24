import Lessons
import Terminal

extension Narration {
  /// What a run is asked to do, and what is said once it has.
  func training(_ task: TrainingTask) -> BlockWords {
    let isDone = desk.isTrained
    let mark = Span(
      isDone ? look.symbols.check + " " : look.symbols.open + " ", isDone ? .gain : .hand)
    let ask =
      task.ask.isEmpty
      ? [ProseInline.span(Span(task.order, .bright))] : words(task.ask, bold: true)
    let order = ProseBlock.paragraph([.span(mark)] + ask)
    return BlockWords(verdict: [order], reply: success(task.success, of: task.id))
  }
}

extension TrainingTask {
  /// The author's words for the task, where there are any.
  var title: String { ask.isEmpty ? order : ask.plainText }

  /// The task in words, where the author gives none.
  var order: String {
    let names = parameters.joined(separator: ", ")
    return untilText.map { "train \(names) until \($0)" } ?? "train \(names) to lower \(lossText)"
  }
}
