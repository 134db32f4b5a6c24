@testable import Terminal

/// A widget drawn on paper of its own.
func drawing(
  _ widget: some Widget, width: Int, height: Int, appearance: Appearance = Appearance()
) -> Buffer {
  var buffer = Buffer(size: Size(width: width, height: height))
  widget.draw(in: Rect(buffer.size), on: &buffer, appearance: appearance)
  return buffer
}

/// The rows of a widget as text.
func rows(
  _ widget: some Widget, width: Int, height: Int, appearance: Appearance = Appearance()
) -> [String] {
  drawing(widget, width: width, height: height, appearance: appearance).text()
}
