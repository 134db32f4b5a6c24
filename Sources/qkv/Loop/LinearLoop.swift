import Handouts
import Playground
import Progress

/// The loop where there is no screen: say, read a line, carry it out.
///
/// What was done is kept before the next line is read, so that nothing is lost however it ends.
///
/// - Parameters:
///   - session: what is said; it ends as the person left it.
///   - nextLine: the next line that was typed; nil at the end of the input.
///   - say: writes lines, and throws where nobody reads on.
///   - clock: what time it is.
///   - perform: does an effect and may answer with a message.
///   - noting: is told of every message before it is carried out.
///   - afterLine: keeps what was done.
func runLinearLoop(
  _ session: inout LinearSession, nextLine: () -> String?, say: ([String]) throws -> Void,
  clock: () -> Timestamp, perform: (Effect) -> Message?, noting: (Message) -> Void = { _ in },
  afterLine: () -> Void
) rethrows {
  func send(_ message: Message, _ model: inout Model) -> Bool {
    noting(message)
    guard carryOut(message, on: &model, clock: clock, perform: perform) else { return false }
    // What takes time goes on by itself on a screen; here it is told once it is over.
    while let next = model.nextPicture {
      noting(next)
      guard carryOut(next, on: &model, clock: clock, perform: perform) else { return false }
    }
    return true
  }
  do {
    try say(session.opening())
    afterLine()
    while !session.isOver, let line = nextLine() {
      let lines = session.take(line, send)
      afterLine()
      try say(lines)
    }
  } catch {
    if !session.isOver { _ = session.quit(send) }
    throw error
  }
  if !session.isOver { try say(session.quit(send)) }
}
