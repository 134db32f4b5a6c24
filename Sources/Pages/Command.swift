import Playground

/// What a key stands for: a message, or something that only a page can turn into one.
package enum Command: Equatable, Sendable {
  case send(Message)
  /// A digit: an answer while a question is open, else a panel.
  case digit(Int)
  case arrow(Direction)
  /// A page of words or text; behind the last one, what comes next.
  case pageForward
  case pageBackward
  /// Enter, where it takes over what is typed or selected.
  case submit
  case nextTheme
  /// The glossary, at what is in hand.
  case glossary
}
