import Classroom
import Curses
import Pages
import Playground
import Terminal

/// Plays a recording on the terminal.
struct ReplayStage {
  private let beginning: Replay
  private var replay: Replay
  private let length: Duration
  private let ascii: Bool
  private var speed: Double
  private var isPaused = false
  /// How much of the recording has been seen.
  private var time = Duration.zero

  private static let speeds = [0.25, 0.5, 1, 2, 4, 8, 16]
  /// Nobody waits longer for the next thing to happen.
  private static let longestWait = Duration.seconds(5)

  init(_ replay: Replay, length: Duration, speed: Double, ascii: Bool) {
    beginning = replay
    self.replay = replay
    self.length = length
    self.speed = speed
    self.ascii = ascii
  }

  /// Plays until the person leaves; the last page stays.
  mutating func play() throws {
    var screen: CursesScreen
    do throws(TerminalError) {
      screen = try CursesScreen()
    } catch {
      throw CommandFailure(error.sentence)
    }
    replay.adopt(
      lightGround: screen.support.hasLightGround ?? false, hasColors: screen.colors != .mono)
    let (symbols, colors) = (ascii ? Symbols.ascii : screen.symbols, screen.colors)
    let clock = ContinuousClock()
    var isOpen = true
    while isOpen {
      let appearance = Appearance(replay.model, symbols: symbols, colors: colors)
      var frame = Page(replay.model, size: screen.size, appearance: appearance).frame
      frame.show(status, appearance)
      screen.draw(frame.buffer, cursor: frame.cursor)
      let before = clock.now
      guard let event = screen.next(timeout: wait) else { break }
      if !isPaused { time += (clock.now - before) * speed }
      isOpen = take(event)
      if !isPaused { replay.advance(to: time) }
    }
    screen.close()
  }

  /// Until the next message; for ever where it is paused or over.
  private var wait: Duration? {
    guard !isPaused, let due = replay.due else { return nil }
    return max(.zero, min((due - time) / speed, Self.longestWait))
  }

  /// What a key or the time does; false where the person leaves.
  private mutating func take(_ event: Event) -> Bool {
    switch event {
    case .tick:
      // What was a long silence is over.
      if let due = replay.due, !isPaused, (due - time) / speed > .milliseconds(1) { time = due }
    case .key(.character(" ")): isPaused.toggle()
    case .key(.character("q")), .key(.escape), .key(.control("c")), .hangup: return false
    case .key(.right):
      time = replay.due ?? time
      replay.advance()
    case .key(.home): (replay, time) = (beginning, .zero)
    case .key(.character("+")): speed = Self.speeds.first { $0 > speed } ?? speed
    case .key(.character("-")): speed = Self.speeds.last { $0 < speed } ?? speed
    default: break
    }
    return true
  }

  /// `replay 0:12 / 3:40  2×`.
  private var status: String {
    let state = replay.isOver ? "over" : isPaused ? "paused" : "\(Self.number(speed))×"
    return " replay \(Self.clock(min(time, length))) / \(Self.clock(length))  \(state) "
  }

  private static func number(_ speed: Double) -> String {
    speed == speed.rounded() ? String(Int(speed)) : String(speed)
  }

  private static func clock(_ time: Duration) -> String {
    let seconds = Int(time.components.seconds)
    let rest = seconds % 60
    return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension Frame {
  /// Writes over the end of the last row, whatever stands there.
  fileprivate mutating func show(_ text: String, _ appearance: Appearance) {
    let size = buffer.size
    let text = appearance.symbols.spelled(text)
    let x = max(0, size.width - text.count)
    let style = appearance.style(.held)
    buffer.write(text, at: Point(x: x, y: size.height - 1), style: style)
  }
}
