import Lessons
import Playground
import Terminal

extension Narration {
  /// What a run is asked to do, and what is said once it has.
  func training(_ task: TrainingTask) -> BlockWords {
    let isDone = stepState.isTrained
    let mark = Span(
      isDone ? appearance.symbols.check + " " : appearance.symbols.open + " ",
      isDone ? .gain : .hand)
    let ask =
      task.ask.isEmpty
      ? [ProseInline.span(Span(task.order, .bright))] : words(task.ask, bold: true)
    let order = ProseBlock.paragraph([.span(mark)] + ask)
    return BlockWords(verdict: [order], reply: success(task.success, of: task.id))
  }
}
