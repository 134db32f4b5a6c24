import Pages
import Playground
import Progress
import Terminal

/// How a run of the loop came to its end.
enum Ending: Equatable, Sendable {
  /// The person left, or there will be no more events.
  case left
  /// A signal asked for it, or the terminal is gone.
  case signal(Int32)
}

/// The one loop: draw, wait, translate, update.
///
/// It wakes up by itself only while a run of gradient descent plays, at most thirty times a second, and
/// while captions go by, five times.
///
/// Keys that arrived while a frame was drawn are all taken in before the next is drawn, so the screen never lags
/// behind the fingers.
///
/// - Parameters:
///   - model: what is shown; it ends as the person left it.
///   - screen: where it is drawn and where keys come from.
///   - appearance: the colours and signs for a model's settings.
///   - keys: what each key means.
///   - clock: what time it is.
///   - perform: does an effect and may answer with a message.
///   - noting: is told each message that an event means.
///   - watching: looks twenty times a second for something from outside; nil where nothing can come.
///   - afterDrawing: does what can wait until the person sees the page.
/// - Returns: why it ended.
@discardableResult
func runLoop(
  _ model: inout Model, on screen: inout some Screen, appearance: (Model) -> Appearance,
  keys: KeyTable = .standard, clock: () -> Timestamp, perform: (Effect) -> Message?,
  noting: (Message) -> Void = { _ in }, watching: ((Model) -> Message?)? = nil,
  afterDrawing: () -> Void = {}
) -> Ending {
  var frames = FrameClock()
  var repeats = KeyRepeatFilter()
  var ending = Ending.left
  var hasCourse = false
  var isRunning = true
  while isRunning {
    let frame = Page(model, size: screen.size, appearance: appearance(model), keys: keys).frame
    screen.draw(frame.buffer, cursor: frame.cursor)
    afterDrawing()
    // What the first page does without is read while the person looks at it.
    if !hasCourse, let course = perform(.readCourse) { _ = model.update(course, at: clock()) }
    hasCourse = true
    var hasNews = false
    repeat {
      let wait = frames.wait(every: model.tickInterval)
      let isLook = watching != nil && wait.map { $0 > lookInterval } ?? true
      guard let event = screen.next(timeout: isLook ? lookInterval : wait) else { return ending }
      if isLook, event == .tick {
        // Without news there is nothing to draw.
        guard let news = watching?(model) else { continue }
        hasNews = true
        isRunning = carryOut(news, on: &model, clock: clock) {
          performing($0, on: &screen, otherwise: perform)
        }
        continue
      }
      hasNews = true
      frames.note(event)
      if case .hangup(let signal) = event { ending = .signal(signal) }
      let isHeld = repeats.isRepeat(event, at: .now)
      if isHeld && model.offer != nil { continue }
      let page = Page(model, size: screen.size, appearance: appearance(model), keys: keys)
      for message in page.messages(for: event) where isRunning {
        noting(message)
        isRunning = carryOut(message, on: &model, clock: clock) {
          performing($0, on: &screen, otherwise: perform)
        }
      }
    } while isRunning && (!hasNews || screen.isEventWaiting)
  }
  return ending
}

/// How often something from outside is looked for: a person who saves a file does not see that it takes a moment.
private let lookInterval = Duration.milliseconds(50)

/// One update and what follows from it; false when it is time to leave.
func carryOut(
  _ message: Message, on model: inout Model, clock: () -> Timestamp, perform: (Effect) -> Message?
) -> Bool {
  for effect in model.update(message, at: clock()) {
    if effect == .quit { return false }
    guard let answer = perform(effect) else { continue }
    if !carryOut(answer, on: &model, clock: clock, perform: perform) { return false }
  }
  return true
}

/// Does an effect, on the screen where it concerns that, and may answer with a message.
private func performing(
  _ effect: Effect, on screen: inout some Screen, otherwise perform: (Effect) -> Message?
) -> Message? {
  switch effect {
  case .suspend: screen.suspend()
  case .redraw: screen.redraw()
  case .copy(let text): return screen.copy(text) ? nil : .reported(.said(.noClipboard))
  case .mouse(let isOn): screen.setMouse(enabled: isOn)
  case .quit, .load, .readCourse, .save, .saveState, .record, .saveSettings, .savePlace,
    .saveFirstPage, .write, .speak, .askVoice, .hush, .measure:
    return perform(effect)
  }
  return nil
}

extension String {
  fileprivate static let noClipboard = "the terminal has no clipboard for this; v shows it as text"
}
