import Playground
import Terminal
import Text

/// A drawn page, and where the terminal's cursor stands on it.
package struct Frame: Equatable, Sendable {
  package var buffer: Buffer
  package var cursor: Point?

  init(size: Size, appearance: Appearance) {
    buffer = Buffer(size: size, fill: Style(background: appearance.theme.ground))
  }

  /// Draws a widget into a block.
  mutating func draw(_ widget: some Widget, in rect: Rect, appearance: Appearance) {
    guard !rect.isEmpty else { return }
    widget.draw(in: rect, on: &buffer, appearance: appearance)
  }
}

extension Page {
  /// The whole page as it stands now.
  ///
  /// Nothing is kept from one page to the next: words, formulas and panels that stay the same are set
  /// again at each key, which takes .14 ms of a key's .88 (p50 of 100, a lesson at 120×40).
  package var frame: Frame {
    var frame = drawn
    // Lessons may be written in any script.
    if appearance.symbols.isASCII { frame.buffer = frame.buffer.inASCII }
    return frame
  }

  private var drawn: Frame {
    var frame = Frame(size: size, appearance: appearance)
    guard PageLayout.composition(for: size) != .tooSmall else {
      askForRoom(on: &frame)
      return frame
    }
    if let session {
      LessonPage(self, session).draw(on: &frame)
    } else if let closing = model.closing {
      ClosingPage(self, closing).draw(on: &frame)
    } else if let review = model.review, review.isOver {
      ReviewPage(self, review).draw(on: &frame)
    } else if let heads = model.heads {
      HeadsPage(self, heads).draw(on: &frame)
    } else if let hunt = model.hunt {
      HuntPage(self, hunt).draw(on: &frame)
    } else if let sentence = model.sentence {
      SentencePage(self, sentence).draw(on: &frame)
    } else {
      MapPage(self).draw(on: &frame)
    }
    drawOverlay(on: &frame)
    drawPrompt(on: &frame)
    return frame
  }

  private func askForRoom(on frame: inout Frame) {
    let sentence =
      "qkv needs 30×8 cells; this window has \(size.width)×\(size.height). Make room, or q."
    let text = appearance.symbols.isASCII ? sentence.replacing("×", with: "x") : sentence
    for (row, line) in TextWidth.wrapped(text, to: max(size.width, 1)).prefix(size.height)
      .enumerated()
    {
      frame.buffer.write(line, at: Point(x: 0, y: row), style: appearance.style(.text))
    }
  }
}
