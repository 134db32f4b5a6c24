import Lessons
import Progress
import Terminal

/// How a run of the loop came to its end.
package enum Ending: Equatable, Sendable {
  /// The person left, or there will be no more events.
  case left
  /// A signal asked for it, or the terminal is gone.
  case signal(Int32)
}

/// The one loop: draw, wait, translate, update.
///
/// It wakes up by itself only while a run of gradient descent plays, thirty times a second.
///
/// Keys that arrived while a frame was drawn are all taken in before the next is drawn, so the screen never lags
/// behind the finger.
///
/// - Parameters:
///   - model: what is shown; it ends as the person left it.
///   - screen: where it is drawn and where keys come from.
///   - look: the colours and signs for a model's settings.
///   - clock: what time it is.
///   - perform: does an effect and may answer with a message.
/// - Returns: why it ended.
@discardableResult
package func run(
  _ model: inout Model, on screen: inout some Screen, look: (Model) -> Look, clock: () -> Moment,
  perform: (Effect) -> Message?
) -> Ending {
  var painter = Painter()
  var pulse = Pulse()
  var finger = Finger()
  var ending = Ending.left
  let size = Message.reported(.resized(screen.size))
  var isRunning = step(&model, size, on: &screen, clock: clock, perform: perform)
  model.beginReading()
  while isRunning {
    let frame = painter.draw(model, look(model))
    screen.draw(frame.buffer, cursor: frame.cursor)
    // What a lesson's first page does without is read while the person looks at it.
    model.readCourse()
    repeat {
      guard let event = screen.next(timeout: pulse.wait(isPlaying: model.isPlaying)) else {
        return ending
      }
      pulse.note(event)
      if case .hangup(let signal) = event { ending = .signal(signal) }
      let isHeld = finger.holds(event, at: .now)
      guard let message = model.translate(event), !(isHeld && model.isLeavingOffered) else {
        continue
      }
      isRunning = step(&model, message, on: &screen, clock: clock, perform: perform)
    } while isRunning && screen.isEventWaiting
  }
  return ending
}

/// One update and what follows from it; false when it is time to leave.
private func step(
  _ model: inout Model, _ message: Message, on screen: inout some Screen, clock: () -> Moment,
  perform: (Effect) -> Message?
) -> Bool {
  for effect in model.update(message, at: clock()) {
    switch effect {
    case .quit: return false
    case .suspend: screen.suspend()
    case .redraw: screen.redraw()
    case .copy(let text):
      if !screen.copy(text) { _ = model.update(.reported(.said(.noClipboard)), at: clock()) }
    case .mouse(let isOn): screen.setMouse(enabled: isOn)
    case .save, .saveSettings, .savePlace, .write, .speak, .hush:
      if let answer = perform(effect) { _ = model.update(answer, at: clock()) }
    }
  }
  return true
}

extension Model {
  /// What an event means now.
  package func translate(_ event: Event) -> Message? {
    switch event {
    case .key(let key): translate(key)
    case .paste(let text): .edit(.paste(text))
    case .ground(let color): .reported(.ground(isLight: color.isLight))
    case .resize(let size): .reported(.resized(size))
    case .mouse(let point, let action): translate(action, at: point)
    case .suspend: .suspend
    case .resume: .reported(.resumed)
    case .hangup: .reported(.hungUp)
    case .tick: .reported(.ticked)
    }
  }

  private func translate(_ key: Key) -> Message? {
    if let character = key.numeral, prompt == nil, overlays.isEmpty,
      session?.desk.openQuestion?.isNumeric == true
    {
      return .edit(.type(character))
    }
    return KeyTable.message(for: key, in: context)
  }

  private func translate(_ action: MouseAction, at point: Point) -> Message? {
    switch action {
    case .press: .pointer(.clicked(point))
    case .scrollUp: .pointer(.scrolled(point, lines: -3))
    case .scrollDown: .pointer(.scrolled(point, lines: 3))
    case .release, .drag: nil
    }
  }
}

extension String {
  fileprivate static let noClipboard = "the terminal has no clipboard for this; v shows it as text"
}

extension Key {
  /// A character with which a number may begin.
  fileprivate var numeral: Character? {
    guard case .character(let character) = self else { return nil }
    return "0123456789.,-−".contains(character) ? character : nil
  }
}
