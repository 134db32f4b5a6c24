@testable import Terminal

/// A widget drawn on paper of its own.
func drawing(
  _ widget: some Widget, width: Int, height: Int, look: Appearance = Appearance()
) -> Buffer {
  var buffer = Buffer(size: Size(width: width, height: height))
  widget.draw(in: Rect(buffer.size), on: &buffer, look: look)
  return buffer
}

/// The rows of a widget as text.
func rows(
  _ widget: some Widget, width: Int, height: Int, look: Appearance = Appearance()
) -> [String] {
  drawing(widget, width: width, height: height, look: look).text()
}
