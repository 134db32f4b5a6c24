import Text

/// The first row of a panel: a formula in its colours, what rows and columns are, what is hidden.
struct PanelTitle: Equatable {
  var title: Line
  /// What rows and columns are; goes first where room is short.
  var axes: Line = []
  var captions: [Line]
  /// The same note from its longest form to its shortest.
  var notes: [String] = []
  /// The colour of the note: that of a gain or a loss where it tells of one, not of something hidden.
  var noteRole = Role.dim

  static let gap = 3
  /// Cells that a note of signs alone takes at most.
  private static let signs = 4

  /// What everything takes, or the title whole beside its note.
  var width: Int {
    let note = notes.first.map { title.width + Self.gap + TextWidth.width(of: $0) } ?? 0
    return max(line.width, note)
  }

  /// Everything there is to say, with air between the parts.
  private var line: Line { join([title, axes] + captions) }

  func draw(_ pen: Pen, on buffer: inout Buffer) {
    let note = pen.truncated(note(fitting: pen), to: pen.width)
    let gap = TextWidth.width(of: note) <= Self.signs ? 1 : Self.gap
    let noteWidth = note.isEmpty ? 0 : TextWidth.width(of: note) + gap
    let line = fitting(pen.width - noteWidth, pen)
    pen.write(line, x: 0, y: 0, on: &buffer)
    pen.write(note, endingAt: pen.width, y: 0, pen.appearance.style(noteRole), on: &buffer)
  }

  // What is hidden must be said, if only by signs; the title keeps enough to be known by.
  private func note(fitting pen: Pen) -> String {
    guard !notes.isEmpty else { return "" }
    let room = max(pen.width - Self.gap - min(title.width, 12), Self.signs)
    return notes.first { TextWidth.width(of: $0) <= room } ?? ""
  }

  // What a formula is made of goes before what is said about it, and that before the title is cut.
  private func fitting(_ width: Int, _ pen: Pen) -> Line {
    let shorter = (0...captions.count).reversed().map { Array(captions.prefix($0)) }
    for rest in [[axes] + captions] + shorter {
      for title in [title, name] {
        let line = join([title] + rest)
        if line.width <= width { return line }
      }
    }
    return pen.truncated(title, to: max(0, width))
  }

  /// What the name alone takes.
  var nameWidth: Int { name.width }

  /// `bond` of `bond = W_q·W_kᵀ`.
  private var name: Line { Line(Array(title.spans.prefix { $0.text != " = " })) }

  private func join(_ lines: [Line]) -> Line {
    let shown = lines.filter { !$0.isEmpty }.map(\.spans)
    let air = Span(String(repeating: " ", count: Self.gap))
    return Line(Array(shown.joined(separator: [air])))
  }
}
