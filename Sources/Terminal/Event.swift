/// What a screen reports.
package enum Event: Hashable, Sendable {
  case key(Key)
  /// Text that was pasted, as it came.
  case paste(String)
  /// The terminal tells the colour of its own ground.
  case ground(Color)
  case resize(Size)
  case mouse(Point, MouseAction)
  /// Somebody asks the program to stop for a while; `Screen.suspend()` does.
  case suspend
  /// The program runs again; everything has to be drawn again.
  case resume
  /// The terminal is gone, or a signal asks the program to end.
  case hangup(signal: Int32)
  /// The time that the caller wanted to wait is over.
  case tick
}

extension Event {
  /// Whether a person's hand made it.
  package var isTyped: Bool {
    switch self {
    case .key, .paste, .mouse: true
    case .ground, .resize, .suspend, .resume, .hangup, .tick: false
    }
  }
}

/// What a mouse did.
package enum MouseAction: Hashable, Sendable {
  case press
  case drag
  case release
  case scrollUp
  case scrollDown
}
