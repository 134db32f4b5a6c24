/// Running text: paragraphs, formulas with air around them, lists, code, quotes.
package struct ProseView: Widget, Equatable, Sendable {
  package var blocks: [ProseBlock]
  /// Lines that have gone out at the top.
  package var scroll: Int
  /// Text is never wider: longer lines lose the eye.
  package var maximumWidth: Int

  package init(_ blocks: [ProseBlock] = [], scroll: Int = 0, maximumWidth: Int = 44) {
    self.blocks = blocks
    self.scroll = scroll
    self.maximumWidth = maximumWidth
  }

  package func size(fitting: Size, appearance: Appearance) -> Size {
    let lines = lines(width: fitting.width, appearance: appearance)
    return Size(
      width: min(fitting.width, maximumWidth), height: min(fitting.height, lines.count))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    set(width: rect.width, appearance: appearance).draw(
      in: rect, on: &buffer, appearance: appearance)
  }

  /// The text set into lines once, to be measured and drawn without being set again.
  ///
  /// What it shares with a text that was `known` in the same width need not be set again either.
  package func set(
    width: Int, appearance: Appearance, known: ProseLines? = nil
  ) -> ProseLines {
    let layout = layout(width: width, appearance: appearance)
    let parts = blocks.map { block in
      known?.parts.first { $0.block == block }
        ?? ProseLines.Part(block: block, lines: layout.lines(block))
    }
    return ProseLines(
      parts: parts, scroll: scroll, markColumn: min(width, maximumWidth + 2) - 1)
  }

  /// The height of the whole text at a width.
  package func height(width: Int, appearance: Appearance) -> Int {
    lines(width: width, appearance: appearance).count
  }

  /// The whole text as lines of at most so many cells.
  package func lines(width: Int, appearance: Appearance) -> [Line] {
    layout(width: width, appearance: appearance).lines(blocks)
  }

  private func layout(width: Int, appearance: Appearance) -> ProseLayout {
    ProseLayout(width: max(1, min(width, maximumWidth)), appearance: appearance)
  }
}
