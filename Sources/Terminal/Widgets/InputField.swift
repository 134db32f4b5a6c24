import Text

/// A line to type into: a command after `:`, a search after `/`, a value after `=`.
package struct InputField: Widget, Equatable, Sendable {
  package var prompt: String
  package var text: String
  /// The cursor's place, in characters from the start of the text.
  package var place: Int
  /// Shown while nothing is typed.
  package var placeholder: String
  /// What is wrong with the text, or how it could go on.
  package var message: Line

  package init(
    prompt: String = ":", text: String = "", place: Int? = nil, placeholder: String = "",
    message: Line = []
  ) {
    self.prompt = prompt
    self.text = text
    self.place = place ?? text.count
    self.placeholder = placeholder
    self.message = message
  }

  package func size(fitting: Size, appearance: Appearance) -> Size {
    let text = TextWidth.width(of: text.isEmpty ? placeholder : text)
    let message = message.isEmpty ? 0 : message.width + 3
    return Size(
      width: min(fitting.width, textX + text + 1 + message), height: min(1, fitting.height))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    let pen = Pen(rect, appearance)
    pen.write([Span(prompt, .hand)], x: 0, y: 0, on: &buffer)
    let field = Pen(fieldRect(rect), appearance)
    if text.isEmpty {
      field.write(placeholder, x: 0, y: 0, appearance.style(.faint), on: &buffer)
    } else {
      field.write(text, x: -scroll(field.width), y: 0, appearance.style(.bright), on: &buffer)
    }
    if messageFits(rect.width) {
      pen.write(message, x: rect.width - message.width, y: 0, on: &buffer)
    }
  }

  /// Where the terminal's cursor belongs.
  package func cursor(in rect: Rect, appearance: Appearance) -> Point? {
    let field = fieldRect(rect)
    guard !field.isEmpty else { return nil }
    return Point(x: field.x + widthBeforeCursor - scroll(field.width), y: field.y)
  }

  private var textX: Int { prompt.isEmpty ? 0 : TextWidth.width(of: prompt) + 1 }

  private var widthBeforeCursor: Int {
    TextWidth.width(of: String(text.prefix(max(0, place))))
  }

  // The cursor stays inside, with one cell for itself behind the text.
  private func scroll(_ width: Int) -> Int { max(0, widthBeforeCursor - width + 1) }

  private func messageFits(_ width: Int) -> Bool {
    !message.isEmpty && textX + TextWidth.width(of: text) + 4 + message.width <= width
  }

  private func fieldRect(_ rect: Rect) -> Rect {
    let tail = messageFits(rect.width) ? message.width + 3 : 0
    return Rect(
      x: rect.x + textX, y: rect.y, width: rect.width - textX - tail, height: min(1, rect.height)
    ).intersection(rect)
  }
}
