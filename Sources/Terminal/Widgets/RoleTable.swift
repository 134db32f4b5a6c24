import Text

/// A few things, each with its name, how it is made and what it is for.
///
/// Each takes one row where that is wide enough, else a row with what it is for below; where rows are
/// dear too, how it is made is left out.
package struct RoleTable: Widget, Equatable, Sendable {
  /// One of the things.
  package struct Row: Equatable, Sendable {
    package var name: Span
    package var made: Line
    package var purpose: String

    package init(name: Span, made: Line, purpose: String) {
      self.name = name
      self.made = made
      self.purpose = purpose
    }
  }

  package var title: Line
  package var rows: [Row]

  package init(title: Line = [], rows: [Row]) {
    self.title = title
    self.rows = rows
  }

  package func size(fitting: Size, appearance: Appearance) -> Size {
    let lines = lines(fitting: fitting)
    return Size(
      width: min(fitting.width, lines.map(\.width).max() ?? 0),
      height: min(fitting.height, lines.count))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    let pen = Pen(rect, appearance)
    for (y, line) in lines(fitting: rect.size).prefix(rect.height).enumerated() {
      pen.write(pen.truncated(line, to: rect.width), x: 0, y: y, on: &buffer)
    }
  }

  /// The rows that it takes at least: one each, below the title.
  package var leastHeight: Int { head.count + rows.count }

  /// Whether nothing is cut off at this size; how things are made may be left out.
  package func fits(_ size: Size) -> Bool {
    let lines = lines(fitting: size)
    return lines.count <= size.height && lines.allSatisfy { $0.width <= size.width }
  }
}

extension RoleTable {
  private static let gap = 3

  private var head: [Line] { title.isEmpty ? [] : [title] }
  private var nameWidth: Int { rows.map(\.name.width).max() ?? 0 }

  private func lines(fitting size: Size) -> [Line] {
    let forms = [besideEachOther, stacked(width: size.width), purposes(width: size.width)]
    let form = forms.first { lines in
      head.count + lines.count <= size.height && lines.allSatisfy { $0.width <= size.width }
    }
    return head + (form ?? purposes(width: size.width))
  }

  private var besideEachOther: [Line] {
    let madeWidth = rows.map(\.made.width).max() ?? 0
    return rows.map { row in
      name(of: row) + row.made + air(madeWidth - row.made.width + Self.gap)
        + Line(row.purpose, .text)
    }
  }

  private func stacked(width: Int) -> [Line] {
    rows.flatMap { row in
      [name(of: row) + row.made] + wrapped(row.purpose, .dim, beside: air(margin), width)
    }
  }

  private func purposes(width: Int) -> [Line] {
    rows.flatMap { wrapped($0.purpose, .text, beside: name(of: $0), width) }
  }

  private var margin: Int { nameWidth + Self.gap }

  private func name(of row: Row) -> Line { [row.name] + air(margin - row.name.width) }

  private func air(_ width: Int) -> Line { Line(String(repeating: " ", count: width)) }

  /// A text in the last column, the first of its lines behind a name.
  private func wrapped(_ text: String, _ role: Role, beside name: Line, _ width: Int) -> [Line] {
    let lines = Line(text, role).wrapped(to: max(width - margin, 1))
    return lines.enumerated().map { ($0.offset == 0 ? name : air(margin)) + $0.element }
  }
}
