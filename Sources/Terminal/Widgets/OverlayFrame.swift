/// What floats above a page: two rules and a lighter ground, and all that lies under it dimmed.
///
/// It is given the whole page; what stands inside is drawn by others, into `content(in:)` and with
/// `look.raised`.
package struct OverlayFrame: Widget, Equatable, Sendable {
  package var title: Line
  /// How to leave, at the end of the upper rule.
  package var closing: Line
  /// The room for what stands inside; less where the page is smaller.
  package var contentSize: Size

  package init(
    title: Line = [], closing: Line = [Span("esc", .text), Span(" close", .dim)],
    contentSize: Size = Size(width: 74, height: 22)
  ) {
    self.title = title
    self.closing = closing
    self.contentSize = contentSize
  }

  private static let margin = 3
  /// What is narrower than this at either side shows nothing of the page.
  private static let sliver = 4

  package func size(fitting: Size, appearance: Appearance) -> Size { size(fitting: fitting) }

  private func size(fitting: Size) -> Size {
    Size(
      width: min(fitting.width, contentSize.width + 2 * Self.margin),
      height: min(fitting.height, contentSize.height + 4))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    buffer.clipped(to: rect) { buffer in
      buffer.dim(rect, appearance: appearance)
      let frame = frame(in: rect)
      let raised = appearance.raised
      // Beside a frame that takes nearly all, the ends of the page's rules would look like its own.
      if rect.width - frame.width < 2 * Self.sliver {
        let band = Rect(x: rect.x, y: frame.y, width: rect.width, height: frame.height)
        buffer.fill(band, Style(background: appearance.theme.ground))
      }
      buffer.fill(frame, raised.style(.overlay))
      let edges = (frame.split(top: 1).top, frame.split(bottom: 1).bottom)
      SectionRule(title: title, note: closing).draw(in: edges.0, on: &buffer, appearance: raised)
      if frame.height > 1 { SectionRule().draw(in: edges.1, on: &buffer, appearance: raised) }
    }
  }

  /// The floating block, its rules included.
  package func frame(in rect: Rect) -> Rect {
    rect.centered(size(fitting: rect.size))
  }

  /// The room for what stands inside.
  package func content(in rect: Rect) -> Rect {
    let frame = frame(in: rect)
    let air = frame.height >= contentSize.height + 4 ? 2 : 1
    let side = frame.width >= 20 ? Self.margin : 0
    return frame.inset(dx: side, dy: air)
  }
}
