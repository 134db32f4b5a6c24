import Curses
import Terminal

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Shows each event of a terminal as a line with its number; `q` ends it, `b` keeps it busy for
/// ten seconds, `m` asks for the mouse.
@main
enum Drill {
  static func main() throws {
    var screen = try CursesScreen()
    var lines = ["ready"]
    show(lines, on: &screen)
    while let event = screen.next(timeout: nil) {
      lines.append("\(lines.count) \(name(of: event)).")
      show(lines, on: &screen)
      switch event {
      case .key("q"): return screen.close()
      case .key("b"): computeForTenSeconds()
      case .key("m"): screen.setMouse(enabled: true)
      case .key(.control("z")), .suspend: screen.suspend()
      case .key(.control("c")): return screen.close()
      case .hangup(let signal):
        screen.close()
        raise(signal)
      case _: break
      }
    }
  }

  private static func show(_ lines: [String], on screen: inout CursesScreen) {
    var buffer = Buffer(size: screen.size, fill: .plain)
    let size = "\(screen.size.width)x\(screen.size.height) \(screen.colors.rawValue)"
    for (row, line) in ([size] + lines.suffix(screen.size.height - 1)).enumerated() {
      buffer.write(line, at: Point(x: 0, y: row), style: Style(foreground: Color(0xe69f00)))
    }
    screen.draw(buffer, cursor: Point(x: 0, y: 0))
  }

  private static func name(of event: Event) -> String {
    switch event {
    case .key(let key): "key \(key.spelling)"
    case .paste(let text): "paste \(text.debugDescription)"
    case .ground(let color): "ground \(color.isLight ? "light" : "dark")"
    case .resize(let size): "resize \(size.width)x\(size.height)"
    case .mouse(let point, let action): "mouse \(action) \(point.x) \(point.y)"
    case .suspend: "suspend"
    case .resume: "resume"
    case .hangup(let signal): "hangup \(signal)"
    case .tick: "tick"
    }
  }

  private static func computeForTenSeconds() {
    let end = ContinuousClock.now + .seconds(10)
    while ContinuousClock.now < end {}
  }
}
