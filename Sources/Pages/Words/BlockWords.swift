import Playground
import Terminal

/// What a block of a step puts on the page.
struct BlockWords {
  /// What is told, or asked.
  var ask: [ProseBlock] = []
  /// Where an answer or a goal gets its mark: the options, the number given, the task.
  var verdict: [ProseBlock] = []
  /// What is said to an answer, or once a goal is reached.
  var reply: [ProseBlock] = []

  var all: [ProseBlock] { ask + verdict + reply }
}
