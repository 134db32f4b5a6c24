/// A rule across the page with a title near its start and a note near its end.
package struct SectionRule: Widget, Equatable, Sendable {
  package var title: Line
  package var note: Line
  /// Cells of rule before the title and behind the note.
  package var lead: Int

  package init(title: Line = [], note: Line = [], lead: Int = 2) {
    self.title = title
    self.note = note
    self.lead = lead
  }

  package func size(fitting: Size, appearance: Appearance) -> Size {
    Size(width: fitting.width, height: min(1, fitting.height))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    let pen = Pen(rect, appearance)
    pen.fill(
      x: 0, y: 0, width: rect.width, appearance.style(.rule), with: appearance.symbols.rule,
      on: &buffer)
    let room = rect.width - 2 * (lead + 1)
    let title = pen.truncated(title, to: room)
    write(title, x: lead, pen, on: &buffer)
    if title.width + note.width + lead + 2 <= room {
      write(note, x: rect.width - lead - note.width - 2, pen, on: &buffer)
    }
  }

  private func write(_ line: Line, x: Int, _ pen: Pen, on buffer: inout Buffer) {
    guard !line.isEmpty else { return }
    pen.write(" " + line + " ", x: x, y: 0, on: &buffer)
  }
}
