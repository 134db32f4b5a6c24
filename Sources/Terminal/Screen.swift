/// Something to draw on that a person looks at and types at.
package protocol Screen {
  var size: Size { get }

  /// Another event is here already: there is no need to draw before it is handled.
  var isEventWaiting: Bool { get }

  /// Shows a buffer; the hardware cursor stands at the point, or is hidden.
  mutating func draw(_ buffer: Buffer, cursor: Point?)

  /// Waits for an event: with no timeout until there is one, else `.tick` when the time is over.
  /// Nil means that there will never be another one.
  mutating func next(timeout: Duration?) -> Event?

  /// Gives the terminal back, stops the program, and comes back when it is continued.
  mutating func suspend()

  /// Puts a text on the clipboard and tells whether this terminal may have done so.
  mutating func copy(_ text: String) -> Bool

  /// Asks for mouse events, or no more of them.
  mutating func setMouse(enabled: Bool)

  /// Forgets what the terminal is believed to show, so that the next frame is sent whole.
  mutating func redraw()
}
