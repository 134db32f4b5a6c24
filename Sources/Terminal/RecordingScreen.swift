/// A screen of paper: replays events and keeps every frame.
package struct RecordingScreen: Screen {
  package private(set) var size: Size
  package private(set) var frames: [Buffer] = []
  package private(set) var cursors: [Point?] = []
  package private(set) var copies: [String] = []
  package private(set) var suspensions = 0
  package private(set) var redraws = 0
  package private(set) var isMouseEnabled = false
  private var events: ArraySlice<Event>
  private let showsOnlySettled: Bool
  /// Whether it has a clipboard.
  package var takesCopies = true

  /// With `showsOnlySettled` it behaves like a terminal at which somebody types faster than
  /// frames are drawn: all events are waiting from the beginning.
  package init(size: Size, events: [Event] = [], showsOnlySettled: Bool = false) {
    self.size = size
    self.events = events[...]
    self.showsOnlySettled = showsOnlySettled
  }

  /// A screen at which somebody presses these keys.
  package init(size: Size, keys: [Key]) {
    self.init(size: size, events: keys.map(Event.key))
  }

  package var isEventWaiting: Bool { showsOnlySettled && !events.isEmpty }

  package mutating func draw(_ buffer: Buffer, cursor: Point?) {
    frames.append(buffer)
    cursors.append(cursor)
  }

  package mutating func next(timeout: Duration?) -> Event? {
    let event = events.popFirst()
    if case .resize(let size) = event { self.size = size }
    return event
  }

  package mutating func suspend() {
    suspensions += 1
  }

  package mutating func copy(_ text: String) -> Bool {
    if takesCopies { copies.append(text) }
    return takesCopies
  }

  package mutating func setMouse(enabled: Bool) {
    isMouseEnabled = enabled
  }

  package mutating func redraw() {
    redraws += 1
  }
}
